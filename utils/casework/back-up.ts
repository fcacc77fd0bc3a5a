import type { StoreNames } from 'idb';
import { BackupFailure } from '../backup/backup-failure.ts';
import {
  type BackupFile,
  type BackupManifest,
  LATEST,
  parseLatest,
  parseManifest,
  placeOf,
} from '../backup/backup-manifest.ts';
import type { BackupTarget } from '../backup/backup-target.ts';
import { type BlobReference, encodeValue } from '../backup/encode-value.ts';
import { digestBlob } from '../evidence/digest.ts';
import { openDatabase } from '../store/database.ts';
import type { EvidenceDatabase } from '../store/evidence-database.ts';

/**
 * Stores that go into a back-up, in the order in which they are read. Left out: captures under way and what they staged, and
 * the signing key, which no browser gives out: another machine makes its own, and the log says so. What is known of the pool is
 * read from there again.
 */
const LEFT_OUT = new Set<string>(['jobs', 'staged', 'keys', 'pool']);

/** Records a page: large enough to be few files, small enough to keep memory flat. */
const PAGE = 200;

/** A writer that never rests would keep a back-up from ever fitting together. */
const ROUNDS = 5;

export interface BackUpOptions {
  /** UTC, ISO 8601. */
  now: string;
  software: string;
  office: string;
  /** The settings as they are kept. */
  settings: unknown;
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}

/** What a back-up did. */
export interface BackUpResult {
  manifest: BackupManifest;
  /** Files written anew; the others were there from before. */
  written: number;
}

/** The manifest in force at a target, or undefined where there is none. @throws BackupFailure when it does not hold */
export async function readManifest(target: BackupTarget): Promise<BackupManifest | undefined> {
  const pointer = await target.read(LATEST);
  if (!pointer) return undefined;
  try {
    const { manifest, sha256 } = parseLatest(await pointer.text());
    const file = await target.read(manifest);
    if (!file || (await digestBlob(file)).sha256 !== sha256) throw new BackupFailure('error_backupDamaged', [manifest]);
    return parseManifest(await file.text());
  } catch (error) {
    if (error instanceof BackupFailure) throw error;
    throw new BackupFailure('error_backupUnreadable', [], { cause: error });
  }
}

/** The last line of the log: what every act moves on. */
async function logHead(): Promise<number> {
  const cursor = await (await openDatabase()).transaction('custody').store.openCursor(null, 'prev');
  return cursor?.value.sequence ?? 0;
}

/** Writes content-addressed files, each once. */
class Writer {
  written = 0;
  readonly blobs = new Map<string, BackupFile>();
  readonly #target: BackupTarget;
  readonly #known: ReadonlySet<string>;
  readonly #signal: AbortSignal | undefined;

  constructor(target: BackupTarget, before: BackupManifest | undefined, signal: AbortSignal | undefined) {
    this.#target = target;
    this.#known = new Set([
      ...(before?.blobs ?? []).map(({ path }) => path),
      ...(before?.stores ?? []).flatMap(({ pages }) => pages.map(({ path }) => path)),
    ]);
    this.#signal = signal;
  }

  async put(kind: 'blobs' | 'records', blob: Blob): Promise<BackupFile> {
    this.#signal?.throwIfAborted();
    const { sha256 } = await digestBlob(blob, this.#signal);
    const path = placeOf(kind, sha256);
    if (!this.#known.has(path) && !this.blobs.has(sha256) && !(await this.#isThere(path, blob.size))) {
      await this.#target.write(path, blob);
      this.written += 1;
    }
    return { path, sha256, size: blob.size };
  }

  /** A back-up that was cut off left files that no manifest names; they are whole, because each is written whole or not at all. */
  async #isThere(path: string, size: number): Promise<boolean> {
    return (await this.#target.read(path))?.size === size;
  }

  readonly keepBlob = async (blob: Blob): Promise<BlobReference> => {
    const file = await this.put('blobs', blob);
    this.blobs.set(file.sha256, file);
    return { sha256: file.sha256, size: file.size, type: blob.type };
  };
}

/** The records of a store page by page; each page is read in one go, what lies in it is encoded afterwards. */
async function* pagesOf(name: StoreNames<EvidenceDatabase>): AsyncGenerator<{ key: IDBValidKey; value: unknown }[]> {
  const database = await openDatabase();
  let after: IDBValidKey | undefined;
  for (;;) {
    const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
    const { store } = database.transaction(name);
    const [keys, values] = await Promise.all([
      store.getAllKeys(range as never, PAGE),
      store.getAll(range as never, PAGE),
    ]);
    if (keys.length === 0) return;
    yield keys.map((key, index) => ({ key: key as IDBValidKey, value: values[index] }));
    after = keys.at(-1) as IDBValidKey;
  }
}

async function writeStore(name: StoreNames<EvidenceDatabase>, writer: Writer, onRecords: (count: number) => void) {
  const pages: BackupFile[] = [];
  let records = 0;
  for await (const page of pagesOf(name)) {
    const lines: string[] = [];
    for (const { key, value } of page) {
      const encoded = {
        key: await encodeValue(key, writer.keepBlob),
        value: await encodeValue(value, writer.keepBlob),
      };
      lines.push(JSON.stringify(encoded));
    }
    pages.push(await writer.put('records', new Blob([lines.join('\n')])));
    records += page.length;
    onRecords(page.length);
  }
  return { name, records, pages };
}

/**
 * Backs up the whole library: records, files, log, cases, lists, templates, counters, settings. What lies at the target from
 * before is not written again. The manifest that names the new state is put in force by the last write of all.
 * @throws BackupFailure when the library changes faster than it can be read, or the earlier back-up there is damaged
 */
export async function backUp(target: BackupTarget, options: BackUpOptions): Promise<BackUpResult> {
  const { signal, onProgress, now, software, office, settings } = options;
  const before = await readManifest(target);
  const database = await openDatabase();
  const names = [...database.objectStoreNames].filter((name) => !LEFT_OUT.has(name));
  const writer = new Writer(target, before, signal);
  for (let round = 0; round < ROUNDS; round += 1) {
    const head = await logHead();
    let total = 0;
    for (const name of names) total += await database.count(name);
    let done = 0;
    writer.blobs.clear();
    const stores: BackupManifest['stores'] = [];
    for (const name of names)
      stores.push(
        await writeStore(name, writer, (count) => {
          done += count;
          onProgress?.(done, total);
        }),
      );
    if ((await logHead()) !== head) continue;
    const manifest: BackupManifest = {
      format: 'zhengjian-backup',
      version: 1,
      madeAt: now,
      software,
      databaseVersion: database.version,
      office,
      stores,
      blobs: [...writer.blobs.values()],
      settings,
    };
    await putInForce(target, manifest);
    return { manifest, written: writer.written };
  }
  throw new BackupFailure('error_backupBusy');
}

async function putInForce(target: BackupTarget, manifest: BackupManifest): Promise<void> {
  const file = new Blob([JSON.stringify(manifest)]);
  const { sha256 } = await digestBlob(file);
  const path = `manifests/${sha256}.json`;
  await target.write(path, file);
  await target.write(LATEST, new Blob([JSON.stringify({ manifest: path, sha256 })]));
}
