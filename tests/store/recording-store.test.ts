import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { decryptStore, encryptStore, unturnedFiles } from '../../utils/store/convert-store.ts';
import { DamagedRecordingError } from '../../utils/store/recording-parts.ts';
import {
  listRecordings,
  lockOf,
  type Recording,
  readRecording,
  recordingWriter,
  removeRecording,
  saveRecording,
} from '../../utils/store/recording-store.ts';
import { lockState, StoreLockedError } from '../../utils/store/store-key.ts';
import { lockStore, setPassphrase, unlockStore } from '../../utils/store/store-lock.ts';
import { type FakeFile, type FakeFolder, installOpfs } from './fake-opfs.ts';
import { emptyStore } from './sample-addenda.ts';

const PASSPHRASE = '一个足够长的库口令1';
const WORDS = '画面上的全部内容';
const recording: Recording = {
  id: 'r1',
  startedAt: '2026-11-23T01:59:50.000Z',
  mediaType: 'video/webm',
  surface: 'browser',
  width: 1280,
  height: 800,
};

let files: ReturnType<typeof installOpfs>;
beforeEach(async () => {
  fakeBrowser.reset();
  files = installOpfs();
  await emptyStore();
});

const folder = (id = 'r1') =>
  (files.root.entries.get('recordings') as FakeFolder).entries.get(id) as FakeFolder | undefined;
const names = () => [...folder()!.entries.keys()].filter((name) => name.startsWith('part-'));
const lying = async () =>
  (await Promise.all(names().map((name) => (folder()!.entries.get(name) as FakeFile).content.text()))).join('');
const read = async () => {
  const { blob, lost } = await readRecording(recording);
  return { text: await blob.text(), lost };
};

/** Two parts of a recording whose recorder then died. */
async function recordTwo(): Promise<void> {
  await saveRecording(recording);
  const keep = await recordingWriter('r1');
  await keep(1, new Blob([`${WORDS} 1 `]));
  await keep(2, new Blob([`${WORDS} 2`]));
}

describe('a recording without a passphrase', () => {
  it('lies as it is, and comes back whole after its recorder died', async () => {
    await recordTwo();
    expect(await lying()).toContain(WORDS);
    expect(await listRecordings()).toMatchObject([{ id: 'r1', state: 'interrupted' }]);
    expect(await read()).toEqual({ text: `${WORDS} 1 ${WORDS} 2`, lost: [] });
  });

  it('is cleared away when its recorder died before it began, and left alone while one lives', async () => {
    const root = await files.root.getDirectoryHandle('recordings', { create: true });
    await (await root.getDirectoryHandle('r1', { create: true })).getFileHandle('facts.json', { create: true });
    files.held.push({ name: lockOf('r1') });
    expect(await listRecordings()).toEqual([]);
    expect(folder()).toBeDefined();
    files.held.length = 0;
    expect(await listRecordings()).toEqual([]);
    expect(folder()).toBeUndefined();
  });
});

describe('a recording under a passphrase', () => {
  beforeEach(() => setPassphrase(PASSPHRASE, '张三'));

  it('shows nothing of what it holds, and comes back after the browser was started anew', async () => {
    await recordTwo();
    expect(await lying()).not.toContain(WORDS);
    await lockStore();
    expect(await listRecordings()).toMatchObject([{ id: 'r1', state: 'interrupted' }]);
    await expect(readRecording(recording)).rejects.toBeInstanceOf(StoreLockedError);
    await unlockStore(PASSPHRASE);
    expect(await read()).toEqual({ text: `${WORDS} 1 ${WORDS} 2`, lost: [] });
  });

  it('goes on, encrypted, when the library is locked meanwhile; none is begun in a locked one', async () => {
    await saveRecording(recording);
    const keep = await recordingWriter('r1');
    await lockStore();
    await keep(1, new Blob([WORDS]));
    expect(await lying()).not.toContain(WORDS);
    await expect(recordingWriter('r2')).rejects.toBeInstanceOf(StoreLockedError);
    await unlockStore(PASSPHRASE);
    expect(await read()).toEqual({ text: WORDS, lost: [] });
  });

  it('names the parts that were changed, moved or lost, and gives the others', async () => {
    await recordTwo();
    const keep = await recordingWriter('r1');
    for (const number of [3, 4, 5]) await keep(number, new Blob([` ${number}`]));
    const part = (number: number) => folder()!.entries.get(`part-00000${number}.aes`) as FakeFile;
    const bytes = new Uint8Array(await part(1).content.arrayBuffer());
    bytes[12]! ^= 1;
    part(1).content = new Blob([bytes]);
    part(4).content = part(3).content;
    await folder()!.removeEntry('part-000002.aes');
    expect(await read()).toEqual({ text: ' 3 5', lost: [1, 2, 4] });
  });
});

describe('a passphrase that is set or taken away', () => {
  it('turns the parts that lie there, and finishes what was broken off', async () => {
    await recordTwo();
    await setPassphrase(PASSPHRASE, '张三');
    expect(await unturnedFiles()).toBe(2);
    await expect(encryptStore({ signal: AbortSignal.abort() })).rejects.toThrow();
    const [first] = names();
    const plain = (folder()!.entries.get(first!) as FakeFile).content;
    await encryptStore();
    expect(await unturnedFiles()).toBe(0);
    expect(await lying()).not.toContain(WORDS);
    // Broken off after the encrypted part was written and before the plain one went.
    (await folder()!.getFileHandle(first!, { create: true })).content = plain;
    expect(await unturnedFiles()).toBe(1);
    expect((await read()).text).toBe(`${WORDS} 1 ${WORDS} 2`);
    await encryptStore();
    expect(await lying()).not.toContain(WORDS);
    expect(await decryptStore('张三')).toBe(true);
    expect(await lockState()).toBe('off');
    expect(await lying()).toContain(`${WORDS} 1 ${WORDS} 2`);
  });

  it('stays while a recorder lives, and while a part cannot be decrypted', async () => {
    await setPassphrase(PASSPHRASE, '张三');
    await recordTwo();
    files.held.push({ name: lockOf('r1') });
    expect(await decryptStore('张三')).toBe(false);
    expect(await lockState()).toBe('open');
    files.held.length = 0;
    (folder()!.entries.get('part-000002.aes') as FakeFile).content = new Blob(['other bytes that do not open']);
    await expect(decryptStore('张三')).rejects.toBeInstanceOf(DamagedRecordingError);
    expect(await lockState()).toBe('open');
    await removeRecording('r1');
    expect(await decryptStore('张三')).toBe(true);
  });
});
