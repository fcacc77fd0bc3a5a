import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { verifyBundle } from '../../utils/bundle/verify-bundle.ts';
import { importBundle } from '../../utils/casework/import-bundle.ts';
import { countedOf, originOf, shownAddenda, verifyAddendum } from '../../utils/evidence/addendum-origin.ts';
import { addAddendum, readAddenda } from '../../utils/store/addendum-store.ts';
import { readLines } from '../../utils/store/custody-store.ts';
import { openDatabase } from '../../utils/store/database.ts';
import { readItem, verifyItem } from '../../utils/store/evidence-store.ts';
import { signingKey } from '../../utils/store/signing-key.ts';
import { sampleBundle } from '../bundle/sample-bundle.ts';
import { packFiles, zipFiles } from '../bundle/unpack.ts';
import { CORRECTION, emptyStore, exported, LOOK_UP, shot } from './sample-addenda.ts';

const person = '王五';
const TRUSTED = { holder: '某局', addedOn: '2026-11-30' };

let id: string;
beforeEach(async () => {
  await emptyStore();
  id = (await importBundle((await sampleBundle(1)).zip, { person })).imported[0]!;
  await addAddendum(id, LOOK_UP, shot());
  await addAddendum(id, CORRECTION);
});

const damaged = async () => (await verifyItem(id, { person })).health.damaged;

/** A bundle with its files changed and packed anew: the checks of addenda alone are asked for. */
async function addendaOf(change: (files: Map<string, Uint8Array<ArrayBuffer>>) => void) {
  const all = await zipFiles(await exported([id]));
  const top = all[0]![0].split('/')[0]!;
  const files = new Map(all.map(([name, bytes]) => [name.slice(top.length + 1), bytes]));
  change(files);
  const { checks, addendumSigners } = await verifyBundle(await packFiles(top, files));
  return { check: checks.find(({ name }) => name === 'addenda')!, signers: addendumSigners };
}

describe('each addendum', () => {
  it('is signed by itself with the key of the installation, and the bundle carries the signature', async () => {
    const { fingerprint } = await signingKey();
    const rows = await readAddenda(id);
    for (const { addendum, signature } of rows) {
      expect(signature?.keyFingerprint).toBe(fingerprint);
      expect(await verifyAddendum(addendum, signature!)).toBe(true);
      expect(await verifyAddendum({ ...addendum, person: '别人' }, signature!)).toBe(false);
    }
    const { check, signers } = await addendaOf(() => undefined);
    expect(check).toMatchObject({ state: 'ok', sentence: '2 份附页与封存记录、保管日志一致，逐份签名。' });
    expect(signers.map(({ stem, keyFingerprint }) => [stem, keyFingerprint])).toEqual([
      ['0001', fingerprint],
      ['0002', fingerprint],
    ]);
  });

  it.each([
    ['signature', (files: Map<string, unknown>, of: string) => void files.delete(`${of}0002.json.sig`)],
    ['key', (files: Map<string, unknown>, of: string) => void files.delete(`${of}0002-public-key.pem`)],
    [
      'own signature',
      (files: Map<string, unknown>, of: string) =>
        void files.set(`${of}0002.json.sig`, files.get(`${of}0001.json.sig`)),
    ],
  ])('fails the check without its %s', async (_what, change) => {
    const { check } = await addendaOf((files) => change(files, `data/${id}/addenda/`));
    expect(check).toMatchObject({ state: 'failed', details: [`data/${id}/addenda/0002.json.sig`] });
  });

  it('is named when its signature in the store is another one', async () => {
    const [first, second] = await readAddenda(id);
    await (await openDatabase()).put('addenda', { ...second!, signature: first!.signature! });
    expect(await damaged()).toEqual(['addenda/0002.json.sig']);
  });

  it('numbers of two that are written at once differ, and both signatures hold', async () => {
    const both = await Promise.all([addAddendum(id, CORRECTION), addAddendum(id, CORRECTION)]);
    expect(both.map(({ number }) => number).sort()).toEqual([3, 4]);
    expect(await damaged()).toEqual([]);
  });
});

describe('an addendum of a key that the office does not know', () => {
  let theirs: string;
  beforeEach(async () => {
    const zip = await exported([id]);
    theirs = (await signingKey()).fingerprint;
    await emptyStore();
    await importBundle(zip, { person, describeKey: () => '未登记' });
  });

  const shown = async (trusted: readonly string[]) =>
    shownAddenda(await readAddenda(id), (await readItem(id))!, {
      own: (await signingKey()).fingerprint,
      trusted: trusted.map((fingerprint) => ({ ...TRUSTED, fingerprint })),
    });

  it('comes in with a new item, is kept apart, and counts once the key is registered', async () => {
    const strange = await shown([]);
    expect(strange.map(({ origin }) => origin)).toMatchObject([
      { key: theirs, isSigned: true, standing: { kind: 'unknown' }, counts: false },
      { key: theirs, counts: false },
    ]);
    expect(countedOf(strange)).toEqual([]);
    expect(countedOf(await shown([theirs]))).toHaveLength(2);
    expect(await damaged()).toEqual([]);
  });

  it('stands in the log with its key and how it was checked', async () => {
    const line = (await readLines(id)).find(({ act }) => act === 'imported')!;
    expect(line.detail).toContain(`附页签名公钥指纹 ${theirs}（未登记）`);
  });

  it('stands in the report of this office as not used', async () => {
    const files = await zipFiles(await exported([id]));
    const report = new TextDecoder().decode(files.find(([name]) => name.endsWith('data/report.html'))![1]);
    expect(report).toContain(theirs.slice(0, 16));
    expect(report).toContain('制作单位没有登记这把公钥，不采用');
  });
});

it('without a signature an addendum has the key of the bundle that brought it, and 0.1.0 kept none', () => {
  const known = { own: 'o', trusted: [{ ...TRUSTED, fingerprint: 't' }] };
  expect(originOf({ broughtBy: 'x' }, 's', known)).toMatchObject({ key: 'x', isSigned: false, counts: false });
  expect(originOf({ broughtBy: 't' }, 's', known)).toMatchObject({ isSigned: false, counts: true });
  expect(originOf({ broughtBy: 's' }, 's', known)).toMatchObject({ standing: { kind: 'unknown' }, counts: true });
  expect(originOf({}, 's', known)).toMatchObject({ standing: { kind: 'earlier' }, counts: true });
});
