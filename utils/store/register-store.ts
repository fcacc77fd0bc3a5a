import { REGISTER_KINDS } from '../../rules/register-columns.ts';
import { ExpectedFailure } from '../base/expected-failure.ts';
import { createSha256 } from '../evidence/digest.ts';
import { listWords } from '../lists/check-certificate.ts';
import type { RegisterList } from '../lists/register.ts';
import { appendWithin } from './custody-store.ts';
import { openDatabase, transact, under } from './database.ts';
import type { StoredRegisterEntry } from './evidence-database.ts';
import { notify } from './notices.ts';

/** No such list, or it was deleted meanwhile. */
export class UnknownRegisterError extends ExpectedFailure {
  override name = 'UnknownRegisterError';
  constructor() {
    super('error_registerUnknown');
  }
}

/** The lists that are wholly here, by kind, the newest of each first. */
export async function listRegisters(): Promise<RegisterList[]> {
  const stored = await (await openDatabase()).getAll('registerLists');
  return stored
    .filter(({ complete }) => complete)
    .map(({ complete: _here, ...list }) => list)
    .sort(
      (one, other) =>
        REGISTER_KINDS.indexOf(one.kind) - REGISTER_KINDS.indexOf(other.kind) || other.date.localeCompare(one.date),
    );
}

/** Deletes a list with all its rows. The reason stays in the log for good and must not be empty. */
export async function removeRegister(id: string, reason: string, person: string): Promise<void> {
  if (!reason.trim()) throw new RangeError('a deletion needs a reason');
  const sha256 = await createSha256();
  const stores = ['registerLists', 'registerEntries', 'registerNames', 'custody'] as const;
  const line = await transact(stores, async (transaction) => {
    const lists = transaction.objectStore('registerLists');
    const list = await lists.get(id);
    if (!list) throw new UnknownRegisterError();
    await lists.delete(id);
    await transaction.objectStore('registerEntries').delete(under(id));
    await transaction.objectStore('registerNames').delete(id);
    const detail = `${listWords(list)}，${list.rows} 行，文件 SHA-256 ${list.sha256}。理由：${reason.trim()}`;
    return appendWithin(transaction.objectStore('custody'), { act: 'register-removed', person, detail }, sha256);
  });
  notify({ kind: 'register', key: id });
  notify({ kind: 'log', key: String(line.sequence) });
}

type KeyIndex = 'name' | 'number' | 'creditCode';

/** Rows of some lists that carry a key. */
export async function findEntries(
  lists: readonly Pick<RegisterList, 'id'>[],
  index: KeyIndex,
  key: string,
): Promise<StoredRegisterEntry[]> {
  if (key === '') return [];
  const ids = new Set(lists.map(({ id }) => id));
  const found = await (await openDatabase()).getAllFromIndex('registerEntries', index, key);
  return found.filter(({ listId }) => ids.has(listId));
}

/** All names of a list, in the order of its rows. */
export async function readNames(listId: string): Promise<string[]> {
  const stored = await (await openDatabase()).get('registerNames', listId);
  return stored?.names ? stored.names.split('\n') : [];
}

/** Rows read from the store at a time. */
const BATCH = 2_000;

/** All rows of a list, in batches, in the order of the file. */
export async function* readEntries(listId: string, signal?: AbortSignal): AsyncGenerator<StoredRegisterEntry[]> {
  const database = await openDatabase();
  for (let after = 0; ; ) {
    signal?.throwIfAborted();
    const range = IDBKeyRange.bound([listId, after], [listId, []], true);
    const rows = await database.getAll('registerEntries', range, BATCH);
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) return;
    after = rows.at(-1)!.row;
  }
}
