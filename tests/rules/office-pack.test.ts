import { describe, expect, it } from 'vitest';
import { BUILT_IN_PACKS } from '../../rules/index.ts';
import { type OfficePack, withOfficePack } from '../../rules/office-overlay.ts';
import { EMPTY_OFFICE_PACK, exportOfficePack, importOfficePack } from '../../rules/office-pack.ts';
import { packStamp } from '../../rules/pack-stamp.ts';
import { createScanner } from '../../utils/scan/scanner.ts';

const RULE = 'false-promise/fast-issue';
const office: OfficePack = {
  ...EMPTY_OFFICE_PACK,
  phrases: { [RULE]: ['飞一般拿证书'] },
  allow: { [RULE]: ['出证快车道栏目'] },
  off: ['absolute-terms/undefined-authority'],
};
const claims = (pack: OfficePack, text: string) =>
  createScanner(withOfficePack(BUILT_IN_PACKS, pack))
    .scanText(text)
    .filter((finding) => finding.disposition === 'claim')
    .map((finding) => finding.ruleId);

describe('withOfficePack', () => {
  it('adds phrases and exceptions and switches rules off', () => {
    expect(claims(EMPTY_OFFICE_PACK, '认证服务，飞一般拿证书')).toEqual([]);
    expect(claims(office, '认证服务，飞一般拿证书')).toEqual([RULE]);
    expect(claims(EMPTY_OFFICE_PACK, '出证快车道栏目')).toEqual([RULE]);
    expect(claims(office, '出证快车道栏目')).toEqual([]);
    expect(claims(EMPTY_OFFICE_PACK, '权威认证')).toHaveLength(1);
    expect(claims(office, '权威认证')).toEqual([]);
  });

  it('gives back the very packs that the office leaves alone', () => {
    const [notice, ...others] = withOfficePack(BUILT_IN_PACKS, { ...office, off: [] });
    expect([notice, ...others].filter((pack) => BUILT_IN_PACKS.includes(pack!)).length).toBe(BUILT_IN_PACKS.length - 1);
  });

  it('adds the office’s own rules, and leaves the built-in packs as they are', () => {
    const before = JSON.stringify(BUILT_IN_PACKS);
    const rule = { ...BUILT_IN_PACKS[0]!.rules[0]!, id: 'fake-certification/own', phrases: [{ text: '隔壁老王认证' }] };
    expect(claims({ ...office, rules: [rule] }, '隔壁老王认证')).toEqual([rule.id]);
    expect(JSON.stringify(BUILT_IN_PACKS)).toBe(before);
  });
});

const OWN = { ...BUILT_IN_PACKS[0]!.rules[0]!, id: `${BUILT_IN_PACKS[0]!.rules[0]!.category}/office-1` };

describe('importOfficePack', () => {
  const imported = (change: object) => importOfficePack(JSON.stringify({ ...office, ...change }), BUILT_IN_PACKS);

  it('reads what exportOfficePack wrote, to the same digest', async () => {
    const again = importOfficePack(exportOfficePack(office), BUILT_IN_PACKS);
    expect(again).toEqual(office);
    expect(await packStamp(again)).toEqual(await packStamp(office));
  });

  it.each<[string, object, string]>([
    ['a rule of a built-in pack defined again', { rules: [BUILT_IN_PACKS[0]!.rules[0]] }, 'rulePackDuplicate'],
    [
      'phrases of a rule that does not exist',
      { phrases: { 'false-promise/none': ['包过包过'] } },
      'rulePackUnknownRule',
    ],
    ['a phrase of one character', { phrases: { [RULE]: ['快'] } }, 'rulePackMalformed'],
    [
      'more phrases than a rule may have',
      { phrases: { [RULE]: Array.from({ length: 501 }, (_, n) => `快证${n}`) } },
      'rulePackMalformed',
    ],
    [
      'phrases that would hold up every page',
      { rules: [{ ...OWN, phrases: Array.from({ length: 2000 }, (_, n) => ({ text: `出证当天到手${n}` })) }] },
      'rulePackTooManyPhrases',
    ],
    [
      'families that would hold up every page',
      {
        lists: { words: Array.from({ length: 2000 }, (_, n) => `词${n}`) },
        rules: [{ ...OWN, families: Array(20).fill({ slots: Array(6).fill({ lists: ['words'] }), maxGap: 4 }) }],
      },
      'rulePackTooManyWords',
    ],
    ['a field nobody knows', { script: 'alert(1)' }, 'rulePackMalformed'],
  ])('refuses %s', (_what, change, messageKey) => {
    expect(() => imported(change)).toThrow(expect.objectContaining({ messageKey }));
  });

  it('refuses a file that was not written in UTF-8', () => {
    expect(() => importOfficePack('{"id":"office","name":"\uFFFD\uFFFD"}', BUILT_IN_PACKS)).toThrow(
      expect.objectContaining({ messageKey: 'rulePackEncoding' }),
    );
  });

  it('refuses what is no object', () => {
    expect(() => importOfficePack('null', BUILT_IN_PACKS)).toThrow(
      expect.objectContaining({ messageKey: 'rulePackMalformed' }),
    );
    expect(() => importOfficePack('包过', BUILT_IN_PACKS)).toThrow(
      expect.objectContaining({ messageKey: 'rulePackNotJson' }),
    );
  });

  it('names the line at which a file stops being JSON, where that is told', () =>
    expect(() => importOfficePack('{\n"rules": [', BUILT_IN_PACKS)).toThrow(
      expect.objectContaining({ messageKey: 'rulePackNotJsonAt', values: ['2'] }),
    ));
});
