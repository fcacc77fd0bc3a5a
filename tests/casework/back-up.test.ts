import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { LATEST } from '../../utils/backup/backup-manifest.ts';
import type { BackupTarget } from '../../utils/backup/backup-target.ts';
import { zipSink, zipSource } from '../../utils/backup/zip-target.ts';
import { backUp, readManifest } from '../../utils/casework/back-up.ts';
import { restoreBackup } from '../../utils/casework/restore-backup.ts';
import { newCase } from '../../utils/evidence/case.ts';
import { digestBlob } from '../../utils/evidence/digest.ts';
import { listCases, saveCase } from '../../utils/store/cases.ts';
import { appendLine, readLines, verifyLog } from '../../utils/store/custody-store.ts';
import { openDatabase, transact } from '../../utils/store/database.ts';

/** A target in memory; after `limit` writes the disk is gone. */
class MemoryTarget implements BackupTarget {
  readonly files = new Map<string, Blob>();
  writes = 0;
  limit = Number.POSITIVE_INFINITY;
  /** The same files on a disk that is gone after so many writes in all. */
  copy(limit: number) {
    const other = new MemoryTarget();
    for (const [path, blob] of this.files) other.files.set(path, blob);
    other.writes = this.writes;
    other.limit = limit;
    return other;
  }
  async read(path: string) {
    return this.files.get(path);
  }
  async write(path: string, blob: Blob) {
    this.writes += 1;
    if (this.writes > this.limit) throw new Error('the disk is gone');
    this.files.set(path, blob);
  }
}

const options = {
  now: '2026-11-30T01:00:00.000Z',
  software: '0.2.0',
  office: '示例局',
  settings: { office: '示例局' },
};
const officer = { name: '人员甲', licence: 'LJ-0001' };

async function empty() {
  const names = [...(await openDatabase()).objectStoreNames];
  await transact(names, async (transaction) => {
    for (const name of names) await transaction.objectStore(name).clear();
  });
}

/** Everything that a back-up carries, files by digest. */
async function whole() {
  const database = await openDatabase();
  const all: Record<string, unknown> = {};
  for (const name of [...database.objectStoreNames].filter((each) => !['jobs', 'staged', 'keys'].includes(each))) {
    const values = (await database.getAll(name)) as unknown[];
    all[name] = await Promise.all(
      values.map(async (value) =>
        Object.fromEntries(
          await Promise.all(
            Object.entries(value as object).map(async ([key, member]) => [
              key,
              member instanceof Blob ? (await digestBlob(member)).sha256 : member,
            ]),
          ),
        ),
      ),
    );
  }
  return all;
}

async function fill(count: number) {
  for (let index = 0; index < count; index += 1) {
    await saveCase({
      ...newCase({ id: `c${index}`, registrar: officer, today: '2026-11-20', now: options.now }),
      name: `案 ${index}`,
    });
    await appendLine({ act: 'noted', itemId: `E${index}`, person: officer.name, detail: `第 ${index} 行` });
  }
  await transact(['artefacts', 'counters'], async (transaction) => {
    for (let index = 0; index < count; index += 1)
      await transaction.objectStore('artefacts').put({
        itemId: `E${index}`,
        name: 'page.png',
        blob: new Blob([`picture ${index}`], { type: 'image/png' }),
        nonce: new Uint8Array([index, 255]),
      });
    await transaction.objectStore('counters').put(count, '20261120');
  });
}

describe('the back-up of the library', () => {
  beforeEach(empty);

  it('comes back into an empty library with nothing lost', async () => {
    await fill(230);
    const before = await whole();
    const target = new MemoryTarget();
    await backUp(target, options);
    await empty();
    const { manifest } = await restoreBackup(target);
    expect(await whole()).toEqual(before);
    expect((await verifyLog()).intact).toBe(true);
    expect(manifest.settings).toEqual(options.settings);
  });

  it('writes only what is new the second time', async () => {
    await fill(20);
    const target = new MemoryTarget();
    await backUp(target, options);
    const again = await backUp(target, { ...options, now: '2026-11-30T02:00:00.000Z' });
    expect(again.written).toBe(0);
    await saveCase({
      ...newCase({ id: 'late', registrar: officer, today: '2026-11-29', now: options.now }),
      name: '新案',
    });
    const third = await backUp(target, { ...options, now: '2026-11-30T03:00:00.000Z' });
    expect(third.written).toBe(1);
  });

  it('leaves the earlier one in force when it is cut off at any write', async () => {
    await fill(3);
    const target = new MemoryTarget();
    const { manifest } = await backUp(target, options);
    await fill(6);
    let cuts = 0;
    for (const started = target.writes; ; cuts += 1) {
      const trial = target.copy(started + cuts);
      const done = await backUp(trial, { ...options, now: '2026-11-30T04:00:00.000Z' }).catch(() => null);
      if (done) {
        await empty();
        await restoreBackup(trial);
        break;
      }
      expect(await readManifest(trial)).toEqual(manifest);
    }
    expect(cuts).toBeGreaterThan(5);
    expect(await listCases()).toHaveLength(6);
  });

  it('goes on from what a cut-off one has written', async () => {
    await fill(6);
    const target = new MemoryTarget();
    target.limit = 5;
    await expect(backUp(target, options)).rejects.toThrow('the disk is gone');
    target.limit = Number.POSITIVE_INFINITY;
    const { written } = await backUp(target, options);
    expect(written + 5).toBe(target.files.size - 2);
  });

  it('restores nothing when one file differs or is missing, and says which', async () => {
    await fill(4);
    const target = new MemoryTarget();
    const { manifest } = await backUp(target, options);
    await empty();
    const { path } = manifest.blobs[2]!;
    const right = target.files.get(path)!;
    target.files.set(path, new Blob(['picture x']));
    await expect(restoreBackup(target)).rejects.toMatchObject({ key: 'error_backupDamaged', values: [path] });
    target.files.delete(path);
    await expect(restoreBackup(target)).rejects.toMatchObject({ key: 'error_backupMissing', values: [path] });
    expect(await readLines()).toEqual([]);
    target.files.set(path, right);
    await restoreBackup(target);
    expect(await readLines()).toHaveLength(4);
  });

  it('comes back from one file as well', async () => {
    await fill(3);
    const before = await whole();
    const parts: Uint8Array[] = [];
    const sink = new WritableStream<Uint8Array>({ write: (chunk) => void parts.push(chunk.slice()) });
    const zip = zipSink(sink, new Date(options.now));
    await backUp(zip, options);
    await zip.close();
    await empty();
    await restoreBackup(await zipSource(new Blob(parts as BlobPart[])));
    expect(await whole()).toEqual(before);
  });

  it('is refused by a library that holds anything', async () => {
    await fill(1);
    const target = new MemoryTarget();
    await backUp(target, options);
    await expect(restoreBackup(target)).rejects.toMatchObject({ key: 'error_backupNotEmpty' });
  });

  it('comes into a library where somebody sat down and the office was set, in place of these lines', async () => {
    await fill(3);
    const before = await whole();
    const target = new MemoryTarget();
    await backUp(target, options);
    await empty();
    const lines = [
      await appendLine({ act: 'settings-changed', person: '管理员（策略）', detail: '管理策略变更' }),
      await appendLine({ act: 'desk-changed', person: officer.name, detail: '在岗' }),
    ];
    const failing = target.copy(0);
    const seen = new Set<string>();
    failing.read = async (path) => {
      if (path.startsWith('blobs/') && seen.has(path)) return undefined;
      seen.add(path);
      return target.read(path);
    };
    await expect(restoreBackup(failing)).rejects.toMatchObject({ key: 'error_backupMissing' });
    expect(await readLines()).toEqual(lines);
    expect((await restoreBackup(target)).replaced).toEqual(lines);
    expect(await whole()).toEqual(before);
    expect((await verifyLog()).intact).toBe(true);
  });

  it('is not taken for one when its head is not what it says', async () => {
    await fill(1);
    const target = new MemoryTarget();
    await backUp(target, options);
    await empty();
    target.files.set(LATEST, new Blob(['{"manifest":"../../etc/passwd","sha256":"0"}']));
    await expect(restoreBackup(target)).rejects.toMatchObject({ key: 'error_backupUnreadable' });
    target.files.delete(LATEST);
    await expect(restoreBackup(target)).rejects.toMatchObject({ key: 'error_backupNone' });
  });
});
