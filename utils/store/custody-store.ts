import type { IDBPObjectStore, StoreNames } from 'idb';
import { type ChainVerdict, type CustodyEntry, nextLine, type Sha256, verifyChain } from '../evidence/custody-log.ts';
import { createSha256 } from '../evidence/digest.ts';
import type { CustodyLine } from '../evidence/record.ts';
import { type EvidenceDatabase, openDatabase, transact } from './database.ts';
import { notify } from './notices.ts';

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
  const line = nextLine(last, { ...entry, at: entry.at ?? new Date().toISOString() }, sha256);
  await store.add(line);
  return line;
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
