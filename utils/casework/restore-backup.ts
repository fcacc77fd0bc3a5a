import type { StoreNames } from 'idb';
import { BackupFailure } from '../backup/backup-failure.ts';
import type { BackupTarget } from '../backup/backup-target.ts';
import { type BlobReference, decodeValue } from '../backup/encode-value.ts';
import { type BackupFile, type BackupManifest, placeOf } from '../backup/manifest.ts';
import { digestBlob } from '../evidence/digest.ts';
import { openDatabase, transact } from '../store/database.ts';
import type { EvidenceDatabase } from '../store/evidence-database.ts';
import { notify } from '../store/notices.ts';
import { readManifest } from './back-up.ts';

export interface RestoreOptions {
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}

/** Records put into the store at a time. */
const BATCH = 50;

/** A file of the back-up, compared with its digest. @throws BackupFailure */
async function intact(
  target: BackupTarget,
  { path, sha256 }: Pick<BackupFile, 'path' | 'sha256'>,
  signal?: AbortSignal,
) {
  const blob = await target.read(path);
  if (!blob) throw new BackupFailure('error_backupMissing', [path]);
  if ((await digestBlob(blob, signal)).sha256 !== sha256) throw new BackupFailure('error_backupDamaged', [path]);
  return blob;
}

/** Every file of the back-up is read and compared before anything is written here. */
async function checkAll(target: BackupTarget, manifest: BackupManifest, options: RestoreOptions): Promise<void> {
  const files = [...manifest.stores.flatMap(({ pages }) => pages), ...manifest.blobs];
  let done = 0;
  for (const file of files) {
    await intact(target, file, options.signal);
    done += 1;
    options.onProgress?.(done, files.length * 2);
  }
}

/** Items, cases or lines of a log: with any of them a library is not empty, and nothing here may be overwritten. */
async function isEmpty(): Promise<boolean> {
  const database = await openDatabase();
  const counts = await Promise.all((['items', 'cases', 'custody'] as const).map((name) => database.count(name)));
  return counts.every((count) => count === 0);
}

/**
 * Takes a back-up into an empty library. What fails on the way leaves it empty again.
 * @returns the settings as the back-up holds them
 * @throws BackupFailure when the library holds anything, a file is missing or differs, or a newer version wrote it
 */
export async function restoreBackup(target: BackupTarget, options: RestoreOptions = {}): Promise<BackupManifest> {
  const manifest = await readManifest(target);
  if (!manifest) throw new BackupFailure('error_backupNone');
  const database = await openDatabase();
  if (manifest.databaseVersion > database.version) throw new BackupFailure('error_backupNewer', [manifest.software]);
  if (!(await isEmpty())) throw new BackupFailure('error_backupNotEmpty');
  await checkAll(target, manifest, options);
  const names = manifest.stores
    .map(({ name }) => name)
    .filter((name) => database.objectStoreNames.contains(name as never)) as StoreNames<EvidenceDatabase>[];
  try {
    const total = manifest.stores.reduce((sum, { pages }) => sum + pages.length, 0);
    let done = 0;
    for (const { name, pages } of manifest.stores) {
      if (!names.includes(name as never)) continue;
      for (const page of pages) {
        options.signal?.throwIfAborted();
        await writePage(name as StoreNames<EvidenceDatabase>, target, page);
        done += 1;
        options.onProgress?.(total + done, total * 2);
      }
    }
  } catch (error) {
    await transact(names, (transaction) =>
      Promise.all(names.map((name) => transaction.objectStore(name).clear())).then(() => undefined),
    );
    throw error;
  }
  for (const kind of ['item', 'case', 'log', 'register'] as const) notify({ kind, key: '' });
  return manifest;
}

async function writePage(name: StoreNames<EvidenceDatabase>, target: BackupTarget, page: BackupFile): Promise<void> {
  const blobOf = async ({ sha256, type }: BlobReference) =>
    new Blob([await intact(target, { path: placeOf('blobs', sha256), sha256 })], { type });
  const lines = (await (await intact(target, page)).text()).split('\n');
  for (let first = 0; first < lines.length; first += BATCH) {
    const records: { key: unknown; value: unknown }[] = [];
    for (const line of lines.slice(first, first + BATCH)) {
      const { key, value } = JSON.parse(line);
      records.push({ key: await decodeValue(key, blobOf), value: await decodeValue(value, blobOf) });
    }
    await transact([name], async (transaction) => {
      const store = transaction.objectStore(name);
      for (const { key, value } of records)
        await (store.keyPath === null ? store.put(value as never, key as never) : store.put(value as never));
    });
  }
}
