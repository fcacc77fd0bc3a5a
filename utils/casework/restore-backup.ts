import type { StoreNames } from 'idb';
import { BackupFailure } from '../backup/backup-failure.ts';
import { type BackupFile, type BackupManifest, placeOf } from '../backup/backup-manifest.ts';
import type { BackupTarget } from '../backup/backup-target.ts';
import { type BlobReference, decodeValue } from '../backup/encode-value.ts';
import { digestBlob } from '../evidence/digest.ts';
import type { CustodyAct, CustodyLine } from '../evidence/record.ts';
import { readLines } from '../store/custody-store.ts';
import { openDatabase, transact } from '../store/database.ts';
import type { EvidenceDatabase } from '../store/evidence-database.ts';
import { notify } from '../store/notices.ts';
import { readManifest } from './back-up.ts';
import { practiceLines } from './practice-lines.ts';

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

/** What a machine writes into its log before it holds anything: who sits down, what the office or its administrator set. */
const BEFORE_ANY: ReadonlySet<CustodyAct> = new Set(['desk-changed', 'settings-changed']);

/**
 * Lines of the log of a library that holds nothing; null when it holds items, cases or any other line: nothing of that may be
 * overwritten. Who practised first, as the guide offers, and deleted it, holds nothing.
 */
async function linesBeforeAny(): Promise<CustodyLine[] | null> {
  const database = await openDatabase();
  const [items, cases, lines] = await Promise.all([database.count('items'), database.count('cases'), readLines()]);
  const practice = practiceLines(lines);
  const isEmpty = items + cases === 0 && lines.every((line) => BEFORE_ANY.has(line.act) || practice.has(line));
  return isEmpty ? lines : null;
}

/** What a back-up brought. */
export interface Restored {
  manifest: BackupManifest;
  /** Lines that this machine had written before, which the log of the back-up stands in place of. */
  replaced: readonly CustodyLine[];
}

/**
 * Takes a back-up into a library that holds nothing. What fails on the way leaves it as it was.
 * @throws BackupFailure when the library holds anything, a file is missing or differs, or a newer version wrote it
 */
export async function restoreBackup(target: BackupTarget, options: RestoreOptions = {}): Promise<Restored> {
  const manifest = await readManifest(target);
  if (!manifest) throw new BackupFailure('error_backupNone');
  const database = await openDatabase();
  if (manifest.databaseVersion > database.version) throw new BackupFailure('error_backupNewer', [manifest.software]);
  const replaced = await linesBeforeAny();
  if (!replaced) throw new BackupFailure('error_backupNotEmpty');
  await checkAll(target, manifest, options);
  const names = manifest.stores
    .map(({ name }) => name)
    .filter((name) => database.objectStoreNames.contains(name as never)) as StoreNames<EvidenceDatabase>[];
  try {
    await transact(['custody'], (transaction) => transaction.objectStore('custody').clear());
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
    await transact([...new Set([...names, 'custody' as const])], async (transaction) => {
      for (const name of names) await transaction.objectStore(name).clear();
      for (const line of replaced) await transaction.objectStore('custody').put(line);
    });
    throw error;
  }
  for (const kind of ['item', 'case', 'log', 'register'] as const) notify({ kind, key: '' });
  return { manifest, replaced };
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
