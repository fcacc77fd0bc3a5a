import type { RegisterKind } from '../../rules/register-columns.ts';
import { createSha256 } from '../evidence/digest.ts';
import { listWords } from '../lists/check-certificate.ts';
import type { OpenTable } from '../lists/open-table.ts';
import { readValues } from '../lists/read-values.ts';
import type { ColumnMapping, RegisterList, RowFault } from '../lists/register.ts';
import { type RegisterEntry, registerEntry } from '../lists/register-entry.ts';
import { RegisterEmptyError } from '../lists/register-failure.ts';
import type { TableRow } from '../lists/table-row.ts';
import { appendWithin } from '../store/custody-store.ts';
import { openDatabase, transact, under } from '../store/database.ts';
import { notify } from '../store/notices.ts';

/** What the officer says of a file before it is taken in. */
export interface RegisterOrder {
  kind: RegisterKind;
  name: string;
  /** The day that the list is of, ISO 8601. */
  date: string;
  source: string;
  fileName: string;
  sha256: string;
  /** Row of the heads as a table program counts; what stands above it is no data. */
  headRow: number;
  mapping: ColumnMapping;
  /** In place of all lists of the kind, or beside them. */
  mode: 'replace' | 'add';
  person: string;
}

export interface ImportProgress {
  bytes: number;
  rows: number;
}

/** Rows that could not be taken in are all counted; this many are named. */
const MOST_NAMED = 500;

/** What became of the rows read so far. */
class Tally {
  readonly names: string[] = [];
  readonly unread: { row: number; fault: RowFault }[] = [];
  unreadRows = 0;

  fault(row: number, fault: RowFault): void {
    this.unreadRows += 1;
    if (this.unread.length < MOST_NAMED) this.unread.push({ row, fault });
  }

  /** The entries of some rows; a row with something wrong is noted instead. */
  take(rows: readonly TableRow[], { headRow, mapping }: Pick<RegisterOrder, 'headRow' | 'mapping'>): RegisterEntry[] {
    const entries: RegisterEntry[] = [];
    for (const { row, cells, brokenQuotes } of rows) {
      if (row <= headRow) continue;
      const values = brokenQuotes ? 'quotes' : readValues(cells, mapping);
      if (typeof values === 'string') this.fault(row, values);
      else {
        entries.push(registerEntry(row, values));
        this.names.push(values.name);
      }
    }
    return entries;
  }
}

async function storeEntries(listId: string, entries: readonly RegisterEntry[]): Promise<void> {
  const database = await openDatabase();
  // Rows of a list that is not complete yet are worth nothing: the one transaction that completes it is strict.
  const transaction = database.transaction('registerEntries', 'readwrite', { durability: 'relaxed' });
  const stored = entries.map((entry) => transaction.store.put({ ...entry, listId }));
  await Promise.all([...stored, transaction.done]);
}

/** Takes away what imports left that were cut off. Not while another import runs. */
export async function removeIncomplete(): Promise<void> {
  await transact(['registerLists', 'registerEntries'], async (transaction) => {
    for (const { id, complete } of await transaction.objectStore('registerLists').getAll()) {
      if (complete) continue;
      await transaction.objectStore('registerEntries').delete(under(id));
      await transaction.objectStore('registerLists').delete(id);
    }
  });
}

/** The last step: the list is there, in place of others or beside them, with its lines in the log. */
async function complete(list: RegisterList, order: RegisterOrder, names: readonly string[]): Promise<string[]> {
  const sha256 = await createSha256();
  const { person } = order;
  const stores = ['registerLists', 'registerEntries', 'registerNames', 'custody'] as const;
  return transact(stores, async (transaction) => {
    const lists = transaction.objectStore('registerLists');
    const custody = transaction.objectStore('custody');
    const replaced =
      order.mode === 'replace' ? (await lists.getAll()).filter((each) => each.complete && each.kind === list.kind) : [];
    for (const each of replaced) {
      await lists.delete(each.id);
      await transaction.objectStore('registerEntries').delete(under(each.id));
      await transaction.objectStore('registerNames').delete(each.id);
      const detail = `${listWords(each)}，文件 SHA-256 ${each.sha256}，由${listWords(list)}替换`;
      await appendWithin(custody, { act: 'register-removed', person, detail }, sha256);
    }
    await lists.put({ ...list, complete: true });
    await transaction.objectStore('registerNames').put({ listId: list.id, names: names.join('\n') });
    const detail = `${listWords(list)}，${list.rows} 行，未能读入 ${list.unreadRows} 行，来源：${list.source || '未注明'}，文件 ${list.fileName}，SHA-256 ${list.sha256}`;
    await appendWithin(custody, { act: 'register-imported', person, detail }, sha256);
    return replaced.map(({ id }) => id);
  });
}

/**
 * Takes a table in as a list, whole or not at all. One import at a time: what an earlier one left is taken away first.
 * @throws RegisterEmptyError, StorageFullError, those of reading the table
 */
export async function importRegister(
  table: OpenTable,
  order: RegisterOrder,
  options: { signal?: AbortSignal; onProgress?: (progress: ImportProgress) => void } = {},
): Promise<RegisterList> {
  await removeIncomplete();
  const { headRow, mapping, mode: _mode, person: _person, ...facts } = order;
  const list: RegisterList = {
    ...facts,
    id: crypto.randomUUID(),
    rows: 0,
    importedAt: new Date().toISOString(),
    unreadRows: 0,
    unread: [],
  };
  await transact(['registerLists'], (transaction) =>
    transaction.objectStore('registerLists').put({ ...list, complete: false }),
  );
  const tally = new Tally();
  try {
    for await (const { rows, bytes } of table.rows(options.signal)) {
      options.signal?.throwIfAborted();
      await storeEntries(list.id, tally.take(rows, { headRow, mapping }));
      options.onProgress?.({ bytes, rows: tally.names.length + tally.unreadRows });
    }
    if (tally.names.length === 0) throw new RegisterEmptyError();
    const { unread, unreadRows } = tally;
    const done = { ...list, rows: tally.names.length, unread, unreadRows };
    await complete(done, order, tally.names);
    notify({ kind: 'register', key: list.id });
    notify({ kind: 'log', key: list.id });
    return done;
  } catch (error) {
    await removeIncomplete();
    throw error;
  }
}
