import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { BUILT_IN_PACKS } from '../../rules/index.ts';
import { USUAL_JUDGING } from '../../rules/judging.ts';
import { EMPTY_OFFICE_PACK } from '../../rules/office-pack.ts';
import { BUILT_IN_STAMPS } from '../../rules/written-packs.ts';
import { compile } from '../../utils/scan/compile.ts';
import { packLexicon } from '../../utils/scan/packed-lexicon.ts';
import { unpackScanner } from '../../utils/scan/scanner.ts';
import { officePackItem } from '../../utils/store/rules-in-force.ts';
import { changeSettings } from '../../utils/store/settings.ts';
import { lexiconInForce } from '../../utils/tabs/lexicon-in-force.ts';
import { atOnce } from '../scan/at-once.ts';

const BUILT_IN = packLexicon(compile(BUILT_IN_PACKS));
const file = vi.fn(async () => new Response(BUILT_IN));

const officeSays = (phrase: string, sha256: string) =>
  officePackItem.setValue({
    pack: { ...EMPTY_OFFICE_PACK, phrases: { 'fake-certification/same-day-issue': [phrase] } },
    stamp: { id: 'office', version: '1.0.0', sha256 },
  });

const found = async (text: string) =>
  atOnce(unpackScanner((await lexiconInForce()).packed))
    .scanText(text)
    .map(({ phrase }) => phrase);

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('fetch', file);
});

afterEach(() => vi.unstubAllGlobals());

describe('the lexicon in force', () => {
  it('is the one that was built, read once, while the office has no rules of its own', async () => {
    file.mockRejectedValueOnce(new Error('disk'));
    await expect(lexiconInForce()).rejects.toThrow('disk');
    file.mockClear();
    const [one, other] = await Promise.all([lexiconInForce(), lexiconInForce()]);
    expect([one, other]).toEqual(Array(2).fill({ packed: BUILT_IN, stamps: BUILT_IN_STAMPS, judging: USUAL_JUDGING }));
    expect(file).toHaveBeenCalledTimes(1);
  });

  it('is compiled with the rules of the office, once until they change', async () => {
    await officeSays('眨眼拿到证书', 'a');
    const first = await lexiconInForce();
    expect((await lexiconInForce()).packed).toBe(first.packed);
    expect(first.stamps.at(-1)).toEqual({ id: 'office', version: '1.0.0', sha256: 'a' });
    expect(await found('眨眼拿到证书，当天出证')).toEqual(['眨眼拿到证书', '当天出证']);
    await officeSays('转身拿到证书', 'b');
    expect(await found('眨眼拿到证书，转身拿到证书')).toEqual(['转身拿到证书']);
  });

  it('names what the office sets of the judge, and compiles nothing anew for it', async () => {
    await changeSettings({ judging: { strictness: 'strict', personalPapers: false } });
    const { packed, stamps, judging } = await lexiconInForce();
    expect(packed).toBe(BUILT_IN);
    expect(judging).toEqual({ strictness: 'strict', personalPapers: false });
    expect(stamps.slice(0, -1)).toEqual(BUILT_IN_STAMPS);
    expect(stamps.at(-1)).toMatchObject({ id: 'judging', version: 'strict-without-personal-papers' });
    await changeSettings({ judging: USUAL_JUDGING });
    expect((await lexiconInForce()).stamps).toEqual(BUILT_IN_STAMPS);
  });
});
