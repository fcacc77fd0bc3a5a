import type { IDBPObjectStore, StoreNames } from 'idb';
import { toHex } from '../evidence/base64.ts';
import {
  type ChainVerdict,
  type CustodyEntry,
  type CustodyHead,
  isSalted,
  lineDigest,
  nextLine,
  type Sha256,
  verifyChain,
} from '../evidence/custody-log.ts';
import { createSha256 } from '../evidence/digest.ts';
import type { CustodyLine } from '../evidence/record.ts';
import { openDatabase, transact } from './database.ts';
import type { EvidenceDatabase } from './evidence-database.ts';
import { notify } from './notices.ts';

/** The log itself is written: the next line, or the next look at it, finds the mirror behind and brings it up. */
const reportUnmirrored = (error: unknown) => console.error(error);

/** Writes the log's head down outside the database, where the context can: a worker has no storage of the browser. */
let mirrorHead: (head: CustodyHead) => Promise<void> = async () => undefined;

/** Every line that this context writes is mirrored from now on. */
export function mirrorWith(mirror: (head: CustodyHead) => Promise<void>): void {
  mirrorHead = mirror;
}

/** What a caller writes; `at` is now unless given. */
export type NewEntry = Omit<CustodyEntry, 'at'> & { at?: string };

/** Appends one line in a transaction of its own. */
export async function appendLine(entry: NewEntry): Promise<CustodyLine> {
  const sha256 = await createSha256();
  const line = await transact(['custody'], (transaction) =>
    appendWithin(transaction.objectStore('custody'), entry, sha256),
  );
  notify({ kind: 'log', key: String(line.sequence) });
  return line;
}

/**
 * Appends one line as part of a larger transaction, so that an act and its line stand or fall together. The store admits one
 * writer at a time, hence two contexts cannot fork the chain.
 */
export async function appendWithin<Names extends StoreNames<EvidenceDatabase>[]>(
  store: IDBPObjectStore<EvidenceDatabase, Names, 'custody', 'readwrite'>,
  entry: NewEntry,
  sha256: Sha256,
): Promise<CustodyLine> {
  const last = (await store.openCursor(null, 'prev'))?.value;
  const earlier = entry.itemId === undefined ? [] : await store.index('item').getAll(entry.itemId);
  const salt = earlier.find(isSalted)?.salt ?? toHex(crypto.getRandomValues(new Uint8Array(16)));
  const line = nextLine(last, { ...entry, at: entry.at ?? new Date().toISOString(), salt }, sha256);
  await store.add(line);
  // Once it is on the disk, and not before: the mirror must never be ahead of a log that was undone.
  store.transaction.done.then(
    () => mirrorHead({ sequence: line.sequence, sha256: lineDigest(line, sha256) }).catch(reportUnmirrored),
    () => undefined,
  );
  return line;
}

/** The last line of the log, as records cite it; undefined while there is none. */
export async function readHead(): Promise<CustodyHead | undefined> {
  const sha256 = await createSha256();
  const last = (await (await openDatabase()).transaction('custody').store.openCursor(null, 'prev'))?.value;
  return last && { sequence: last.sequence, sha256: lineDigest(last, sha256) };
}

/** The whole log, or the lines of one item, oldest first. */
export async function readLines(itemId?: string): Promise<CustodyLine[]> {
  const database = await openDatabase();
  return itemId === undefined ? database.getAll('custody') : database.getAllFromIndex('custody', 'item', itemId);
}

/** Walks the whole stored chain. */
export async function verifyLog(): Promise<ChainVerdict> {
  const [lines, sha256] = await Promise.all([readLines(), createSha256()]);
  return verifyChain(lines, sha256);
}
