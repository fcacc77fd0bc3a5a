import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { verifyBundle } from '../../utils/bundle/verify-bundle.ts';
import { sealItem } from '../../utils/casework/seal-item.ts';
import type { LookUpAddendum } from '../../utils/evidence/addendum.ts';
import { encryptBlob } from '../../utils/evidence/blob-cipher.ts';
import type { EvidenceItem } from '../../utils/evidence/record.ts';
import { addAddendum, readAddenda, readAddendumPicture } from '../../utils/store/addendum-store.ts';
import { listStaged, readStaged, saveJob, stageArtefact } from '../../utils/store/capture-store.ts';
import { decryptStore, encryptStore, unturnedFiles } from '../../utils/store/convert-store.ts';
import { readLines } from '../../utils/store/custody-store.ts';
import { openDatabase } from '../../utils/store/database.ts';
import { deleteItem, readArtefact, readItem, verifyItem } from '../../utils/store/evidence-store.ts';
import { DamagedArtefactError } from '../../utils/store/health.ts';
import { borrowKeys, keysToLend, lockState, StoreLockedError, storeKey } from '../../utils/store/store-key.ts';
import {
  changePassphrase,
  lockStore,
  requirePassphrase,
  ShortPassphraseError,
  setPassphrase,
  unlockStore,
  WrongPassphraseError,
} from '../../utils/store/store-lock.ts';
import { sampleJob, sampleRecord } from '../evidence/sample-record.ts';
import { installOpfs } from './fake-opfs.ts';
import { exported, LOOK_UP, shot } from './sample-addenda.ts';

const WORDS = '全国平台通用，当天出证';
const person = '张三';
let count = 0;

async function capture(): Promise<EvidenceItem> {
  const job = sampleJob(`job-${++count}`);
  await saveJob(job);
  const facts = { name: 'page/text.txt', role: 'text', mediaType: 'text/plain', method: '网页文字' } as const;
  await stageArtefact(job.id, facts, new Blob([WORDS]));
  return sealItem(job, sampleRecord(`E20261123-000${count}`, await listStaged(job.id)));
}

const portalKey = async (id: string) => (await (await openDatabase()).get('addenda', [id, 1]))?.keyId;
const storedText = async (id: string) =>
  (await (await openDatabase()).get('artefacts', [id, 'page/text.txt']))!.blob.text();
const portalBytes = async (id: string) => (await (await openDatabase()).get('addenda', [id, 1]))!.picture!.text();
const shownText = async (id: string) => (await readArtefact(id, 'page/text.txt')).text();

/** One office's way, in order: each step begins where the one before ended. */
describe('the passphrase of the store', () => {
  let before: EvidenceItem;
  let after: EvidenceItem;
  beforeAll(async () => {
    fakeBrowser.reset();
    installOpfs();
    before = await capture();
    await addAddendum(before.id, LOOK_UP, shot());
  });

  it('is refused when short, and off until it is set', async () => {
    await expect(setPassphrase('短口令', person)).rejects.toBeInstanceOf(ShortPassphraseError);
    expect(await lockState()).toBe('off');
    expect(await storedText(before.id)).toBe(WORDS);
  });

  it('encrypts what is captured from then on, sealed and read back as ever', async () => {
    const { session } = fakeBrowser.storage;
    const set = session.set.bind(session);
    const states: string[] = [];
    const spy = vi.spyOn(session, 'set').mockImplementation(async (values) => {
      states.push(await lockState());
      await set(values);
    });
    await setPassphrase('一个足够长的库口令1', person);
    spy.mockRestore();
    // A capture under way never finds it locked.
    expect(states).not.toContain('locked');
    after = await capture();
    expect(await storedText(after.id)).not.toContain('当天出证');
    expect(await shownText(after.id)).toBe(WORDS);
    await addAddendum(after.id, LOOK_UP, shot());
    expect(await portalBytes(after.id)).not.toContain('portal');
    expect((await verifyItem(after.id, { person })).health.damaged).toEqual([]);
  });

  it('encrypts what was there before when told to, and can be broken off', async () => {
    expect(await unturnedFiles()).toBe(2);
    await expect(encryptStore({ signal: AbortSignal.abort() })).rejects.toThrow();
    expect(await storedText(before.id)).toBe(WORDS);
    await encryptStore();
    expect(await unturnedFiles()).toBe(0);
    expect(await storedText(before.id)).not.toContain('当天出证');
    expect(await shownText(before.id)).toBe(WORDS);
    expect(await portalBytes(before.id)).not.toContain('portal');
    expect((await verifyBundle(await exported([before.id]))).ok).toBe(true);
    expect((await verifyItem(before.id, { person })).health.damaged).toEqual([]);
  });

  it('opens in a page without a session store by keys that are lent to it, until they are given back', async () => {
    const keys = (await keysToLend())!;
    expect([...keys.values()].map(({ extractable }) => extractable)).toEqual([false]);
    await lockStore();
    await expect(keysToLend()).rejects.toBeInstanceOf(StoreLockedError);
    borrowKeys(structuredClone(keys));
    expect(await shownText(after.id)).toBe(WORDS);
    borrowKeys(null);
    await expect(readArtefact(after.id, 'page/text.txt')).rejects.toBeInstanceOf(StoreLockedError);
    await unlockStore('一个足够长的库口令1');
  });

  it('locks: nothing is read, captured or called damaged until it is given', async () => {
    await lockStore();
    expect(await lockState()).toBe('locked');
    await expect(readArtefact(after.id, 'page/text.txt')).rejects.toBeInstanceOf(StoreLockedError);
    await expect(verifyItem(after.id, { person })).rejects.toBeInstanceOf(StoreLockedError);
    const { picture } = (await readAddenda(after.id))[0]!.addendum as LookUpAddendum;
    await expect(readAddendumPicture(after.id, picture!)).rejects.toBeInstanceOf(StoreLockedError);
    await expect(addAddendum(after.id, LOOK_UP, shot())).rejects.toBeInstanceOf(StoreLockedError);
    await expect(capture()).rejects.toBeInstanceOf(StoreLockedError);
    expect((await readItem(after.id))!.health.damaged).toEqual([]);
    await expect(unlockStore('另一个足够长的库口令')).rejects.toBeInstanceOf(WrongPassphraseError);
    await unlockStore('一个足够长的库口令1');
    expect(await shownText(after.id)).toBe(WORDS);
    expect(await (await readAddendumPicture(after.id, picture!)).text()).toBe(await shot().blob.text());
  });

  it('opens a file nowhere but where it was kept', async () => {
    const database = await openDatabase();
    const place = [before.id, 'page/text.txt'] as [string, string];
    const row = (await database.get('artefacts', place))!;
    const other = (await database.get('artefacts', [after.id, 'page/text.txt']))!;
    expect([row.place, other.place]).toEqual([`item/${before.id}/page/text.txt`, 'capture/job-2/page/text.txt']);
    // The same words, so that their digests would not tell.
    await database.put('artefacts', { ...row, itemId: after.id });
    expect((await verifyItem(after.id, { person })).health.damaged).toEqual(['page/text.txt']);
    await database.put('artefacts', { ...row, itemId: after.id, place: `item/${after.id}/page/text.txt` });
    expect((await verifyItem(after.id, { person })).health.damaged).toEqual(['page/text.txt']);
    await database.put('artefacts', other);
    expect((await verifyItem(after.id, { person })).health.damaged).toEqual([]);
  });

  it('opens files that 0.1.0 kept, under no name of a key and for no place', async () => {
    const database = await openDatabase();
    const lock = (await database.get('lock', 'store'))!;
    const kept = await encryptBlob(new Blob([WORDS], { type: 'text/plain' }), (await storeKey())!, new Uint8Array(8));
    const row = (await database.get('artefacts', [after.id, 'page/text.txt']))!;
    const { keyId: _keyId, ...old } = lock;
    await database.put('lock', { ...old, iv: lock.iv, wrapped: lock.wrapped }, 'store');
    await lockStore();
    await unlockStore('一个足够长的库口令1');
    await database.put('artefacts', { itemId: after.id, name: 'page/text.txt', ...kept });
    expect(await shownText(after.id)).toBe(WORDS);
    await database.put('lock', lock, 'store');
    await database.put('artefacts', row);
    await lockStore();
    await unlockStore('一个足够长的库口令1');
    expect(await shownText(after.id)).toBe(WORDS);
  });

  it('is changed with the key of new files; every file opens at each step, whatever breaks it off', async () => {
    const bytes = await storedText(after.id);
    const keysOf = async () =>
      (await (await openDatabase()).getAll('artefacts'))
        .map(({ keyId }) => keyId)
        .concat((await portalKey(after.id)) ?? []);
    const [first] = await keysOf();
    await changePassphrase('一个足够长的库口令1', '换过的足够长的库口令', person);
    expect(await storedText(after.id)).toBe(bytes);
    const later = await capture();
    const now = (await (await openDatabase()).get('lock', 'store'))!;
    expect(now.keyId).not.toBe(first);
    expect((await (await openDatabase()).get('artefacts', [later.id, 'page/text.txt']))!.keyId).toBe(now.keyId);
    expect(await unturnedFiles()).toBe(4);
    // The browser dies in mid-turn.
    const cancel = new AbortController();
    const dying = encryptStore({ signal: cancel.signal, onProgress: (done) => done === 2 && cancel.abort() });
    await expect(dying).rejects.toThrow();
    expect(new Set(await keysOf())).toEqual(new Set([first, now.keyId]));
    await lockStore();
    await unlockStore('换过的足够长的库口令');
    for (const { id } of [before, after, later]) {
      expect(await shownText(id)).toBe(WORDS);
      expect((await verifyItem(id, { person })).health.damaged).toEqual([]);
    }
    await encryptStore();
    expect(await unturnedFiles()).toBe(0);
    expect(new Set(await keysOf())).toEqual(new Set([now.keyId]));
    expect((await (await openDatabase()).get('lock', 'store'))!.earlier).toBeUndefined();
    expect(await storedText(after.id)).not.toBe(bytes);
    for (const { id } of [before, after, later]) expect(await shownText(id)).toBe(WORDS);
    await deleteItem(later.id, '测试', person);
    await expect(requirePassphrase('一个足够长的库口令1')).rejects.toBeInstanceOf(WrongPassphraseError);
    await requirePassphrase('换过的足够长的库口令');
  });

  it('finds bytes that were changed under it', async () => {
    const database = await openDatabase();
    const row = (await database.get('artefacts', [after.id, 'page/text.txt']))!;
    const bytes = new Uint8Array(await row.blob.arrayBuffer());
    bytes[3]! ^= 1;
    await database.put('artefacts', { ...row, blob: new Blob([bytes]) });
    expect((await verifyItem(after.id, { person })).health.damaged).toEqual(['page/text.txt']);
    await expect(decryptStore(person)).rejects.toBeInstanceOf(DamagedArtefactError);
    await database.put('artefacts', row);
    expect((await verifyItem(after.id, { person })).health.damaged).toEqual([]);
  });

  it('stays while a capture under way needs it, then goes, and the log says all of it', async () => {
    await stageArtefact(
      'job-open',
      { name: 'a', role: 'text', mediaType: 'text/plain', method: '网页文字' },
      new Blob(['a']),
    );
    expect(await decryptStore(person)).toBe(false);
    expect(await lockState()).toBe('open');
    expect(await (await readStaged('job-open', 'a'))!.text()).toBe('a');
    await (await openDatabase()).clear('staged');
    expect(await decryptStore(person)).toBe(true);
    expect(await lockState()).toBe('off');
    expect([await storedText(before.id), await storedText(after.id)]).toEqual([WORDS, WORDS]);
    expect([await portalBytes(before.id), await portalBytes(after.id)]).toEqual(
      Array(2).fill(await shot().blob.text()),
    );
    for (const { id } of [before, after]) expect((await verifyItem(id, { person })).health.damaged).toEqual([]);
    const said = (await readLines()).map(({ detail }) => detail).filter((detail) => detail.includes('口令'));
    expect(said).toHaveLength(3);
  });
});
