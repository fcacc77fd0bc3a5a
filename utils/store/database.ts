import { type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import { ExpectedFailure } from '../base/expected-failure.ts';
import { ensureRoomFor, hasRoom, StorageFullError } from './disk-reserve.ts';
import type { EvidenceDatabase } from './evidence-database.ts';
import { upgradeSchema } from './schema-versions.ts';

type Name = StoreNames<EvidenceDatabase>;

/** A read-write transaction over some of the stores. */
export type Transaction<N extends Name> = IDBPTransaction<EvidenceDatabase, N[], 'readwrite'>;

const NAME = 'zhengjian';
const VERSION = 9;

let connection: Promise<IDBPDatabase<EvidenceDatabase>> | undefined;

async function open(): Promise<IDBPDatabase<EvidenceDatabase>> {
  await ensureRoomFor(0);
  let failed: { error: unknown } | undefined;
  const opened = openDB<EvidenceDatabase>(NAME, VERSION, {
    // Nobody waits for what this gives: an upgrade that fails must undo itself, or half of it is kept under the new version.
    upgrade: (database, from, to, transaction) =>
      upgradeSchema(database, from, to, transaction).catch((error) => {
        failed = { error };
        return abort(transaction);
      }),
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      connection = undefined;
    },
    terminated: () => {
      connection = undefined;
    },
  });
  return opened.catch((error) => {
    throw failed ? failed.error : error;
  });
}

/**
 * The one connection of this context; opened on first use and again after the browser took it away.
 * @throws StorageFullError while there is no room to open it safely, NewerStoreError
 */
export function openDatabase(): Promise<IDBPDatabase<EvidenceDatabase>> {
  connection ??= open().catch((error) => {
    connection = undefined;
    throw error instanceof DOMException && error.name === 'VersionError' ? new NewerStoreError(error) : error;
  });
  return connection;
}

/** Every key [id, …] of a store with two-part keys. */
export const under = (id: string) => IDBKeyRange.bound([id], [id, []]);

/** A later version of the product wrote the database: it is left as it is. */
export class NewerStoreError extends ExpectedFailure {
  override name = 'NewerStoreError';
  constructor(cause: unknown) {
    super('error_storeNewer', [], { cause });
  }
}

/**
 * Runs `body` in one transaction that is on the disk before the promise resolves (`durability: 'strict'`), or not at all:
 * whatever `body` throws undoes everything. `body` may wait for requests of the transaction and for nothing else.
 */
export async function transact<const N extends Name, T>(
  names: readonly N[],
  body: (transaction: Transaction<N>) => Promise<T>,
): Promise<T> {
  const database = await openDatabase();
  const transaction = database.transaction([...names], 'readwrite', { durability: 'strict' });
  try {
    const result = await body(transaction);
    await transaction.done;
    return result;
  } catch (error) {
    const reason = transaction.error ?? error;
    await abort(transaction);
    if (isStorageFull(reason) || isStorageFull(error)) throw new StorageFullError(reason);
    // A store that the browser closed for want of room aborts without saying why.
    if (isAbort(error) && !(await hasRoom(0))) throw new StorageFullError(reason);
    throw error;
  }
}

async function abort(transaction: { done: Promise<void>; abort(): void }): Promise<void> {
  const ended = transaction.done.catch(() => undefined);
  try {
    transaction.abort();
  } catch (error) {
    // It had ended by itself: the failed request or commit aborted it before we could.
    if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
  }
  await ended;
}

const isAbort = (error: unknown) =>
  error instanceof DOMException && ['AbortError', 'UnknownError', 'InvalidStateError'].includes(error.name);

/** Chromium reports a disk that fills up while a blob is written as a DataError of this wording, not as the quota. */
function isStorageFull(error: unknown): boolean {
  return (
    error instanceof DOMException &&
    (error.name === 'QuotaExceededError' || /failed to write blobs/i.test(error.message))
  );
}
