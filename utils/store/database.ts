import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import { ExpectedFailure } from '../base/expected-failure.ts';
import type { NumberHolder } from '../certificate/number-holders.ts';
import { type Addendum, addendumNumber } from '../evidence/addendum.ts';
import type { CaptureJob } from '../evidence/capture-job.ts';
import type { Case } from '../evidence/case.ts';
import type { PassphraseLock } from '../evidence/passphrase-lock.ts';
import type { Artefact, CustodyLine, EvidenceItem } from '../evidence/record.ts';
import type { StampExchange } from '../evidence/request-stamp.ts';
import type { SigningKey } from '../evidence/seal.ts';
import type { RegisterList } from '../lists/register.ts';
import type { RegisterEntry } from '../lists/register-entry.ts';
import type { SurveyOutcome } from '../lists/survey-outcome.ts';
import type { Patrol, PatrolEntry } from '../patrol/patrol.ts';
import { upgradeSchema } from './schema-versions.ts';

/** Everything the product keeps, by object store. Artefact bytes are blobs, so that they never pass through memory whole. */
export interface EvidenceDatabase extends DBSchema {
  jobs: { key: string; value: CaptureJob };
  /** Artefacts of captures under way, key [job id, name]. */
  staged: { key: [string, string]; value: { jobId: string; name: string; artefact: Artefact } & KeptBlob };
  items: { key: string; value: EvidenceItem; indexes: { case: string } };
  /** Artefacts of sealed items, key [item id, name]. */
  artefacts: { key: [string, string]; value: KeptArtefact };
  custody: { key: number; value: CustodyLine; indexes: { item: string } };
  /** Last item number given out, by local day (20261123). */
  counters: { key: string; value: number };
  /** RFC 3161 exchanges over sealed records, by item id. */
  stamps: { key: string; value: StoredStamp };
  keys: { key: 'signing'; value: SigningKey };
  /** The key of the files under the office's passphrase; none while they are kept as they are. */
  lock: { key: 'store'; value: PassphraseLock };
  cases: { key: string; value: Case };
  /** Custody logs that came with imported items, oldest first, key [item id, number]. */
  provenance: { key: [string, number]; value: StoredLog };
  /** What was learnt of sealed items afterwards, key [item id, number]. */
  addenda: { key: [string, number]; value: StoredAddendum };
  /** Who holds which certificate number in sealed items, key [number, item id, certificate id]. */
  numbers: { key: [string, string, string]; value: NumberHolder };
  registerLists: { key: string; value: StoredRegisterList };
  /** Rows of the office's lists, key [list id, row]; found by name, approval number and credit code. */
  registerEntries: {
    key: [string, number];
    value: StoredRegisterEntry;
    indexes: { name: string; number: string; creditCode: string };
  };
  /** What the checks of surveyed businesses came to. */
  surveyOutcomes: { key: string; value: SurveyOutcome };
  patrols: { key: string; value: Patrol };
  /** Addresses of patrols, key [patrol id, place in its list]; found by how they ended. */
  patrolEntries: { key: [string, number]; value: PatrolEntry; indexes: { state: [string, string] } };
  /** All names of a list, one a line, in the order of its rows. */
  registerNames: { key: string; value: { listId: string; names: string } };
}

/** An addendum with the picture that belongs to it. */
export interface StoredAddendum {
  itemId: string;
  /** Place among the item's addenda here, from 1; not always the addendum's own number once two offices counted apart. */
  number: number;
  /** Its name in bundles; absent for addenda that were written before places and numbers could differ. */
  stem?: string;
  addendum: Addendum;
  picture?: Blob;
  /** With it the picture is encrypted under the store's key. */
  nonce?: Uint8Array<ArrayBuffer>;
  keyId?: string;
  place?: string;
}

export const stemOf = ({ stem, number }: StoredAddendum): string => stem ?? addendumNumber(number);

/** The picture of an addendum as it lies in the store. */
export const keptPicture = ({ picture, nonce, keyId, place }: StoredAddendum): KeptBlob | undefined =>
  picture && {
    blob: picture,
    ...(nonce ? { nonce } : {}),
    ...(keyId ? { keyId } : {}),
    ...(place ? { place } : {}),
  };

export const asPicture = ({
  blob,
  nonce,
  keyId,
  place,
}: KeptBlob): Pick<StoredAddendum, 'picture' | 'nonce' | 'keyId' | 'place'> => ({
  picture: blob,
  ...(nonce ? { nonce } : {}),
  ...(keyId ? { keyId } : {}),
  ...(place ? { place } : {}),
});

/** A custody log that came with an imported item. */
export interface StoredLog {
  itemId: string;
  number: number;
  log: Blob;
  /** Digest of its bytes, hex; absent for logs that were taken in before it was kept. */
  sha256?: string;
}

/** A file as it lies in the store: with a nonce it is encrypted under the store's key. */
export interface KeptBlob {
  blob: Blob;
  nonce?: Uint8Array<ArrayBuffer>;
  /** Which key it is under; absent when it is not encrypted, or was by 0.1.0. */
  keyId?: string;
  /** What it was encrypted as: it opens as nothing else. Absent when it is not encrypted, or was by 0.1.0. */
  place?: string;
}

export interface KeptArtefact extends KeptBlob {
  itemId: string;
  name: string;
}

/** A list is searched only once all of it is there. */
export type StoredRegisterList = RegisterList & { complete: boolean };

export type StoredRegisterEntry = RegisterEntry & { listId: string };

/** A time stamp over the canonical JSON of a record, whole. */
export interface StoredStamp extends StampExchange {
  itemId: string;
}

type Name = StoreNames<EvidenceDatabase>;

/** A read-write transaction over some of the stores. */
export type Transaction<N extends Name> = IDBPTransaction<EvidenceDatabase, N[], 'readwrite'>;

const NAME = 'zhengjian';
const VERSION = 6;

let connection: Promise<IDBPDatabase<EvidenceDatabase>> | undefined;

/**
 * Room that is always left free, bytes. Chromium whose database meets a disk without a byte to spare may take it for broken,
 * delete it and begin an empty one (seen by `npm run torture`): the product never uses the last of the disk, and does not open
 * the store while it is gone.
 */
const RESERVE = 24 * 1024 * 1024;

async function hasRoom(bytes: number): Promise<boolean> {
  // Absent where there is no browser.
  const { usage = 0, quota = Number.POSITIVE_INFINITY } = (await navigator.storage?.estimate()) ?? {};
  return quota - usage >= RESERVE + bytes;
}

/** @throws StorageFullError when `bytes` would come too near to the end of the disk; nothing was written then */
export async function ensureRoomFor(bytes: number): Promise<void> {
  if (!(await hasRoom(bytes))) throw new StorageFullError(new Error('the reserve of the disk is reached'));
}

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

/** The disk or the quota is used up; nothing of the transaction was kept and everything before is intact. */
export class StorageFullError extends ExpectedFailure {
  override name = 'StorageFullError';
  constructor(cause: unknown) {
    super('error_storageFull', [], { cause });
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
