import type { DBSchema } from 'idb';
import type { NumberHolder } from '../certificate/number-holders.ts';
import { type Addendum, addendumNumber } from '../evidence/addendum.ts';
import type { AddendumSignature } from '../evidence/addendum-origin.ts';
import type { CaptureJob } from '../evidence/capture-job.ts';
import type { Case } from '../evidence/case.ts';
import type { PassphraseLock } from '../evidence/passphrase-lock.ts';
import type { Artefact, CustodyLine, EvidenceItem } from '../evidence/record.ts';
import type { StampExchange } from '../evidence/request-stamp.ts';
import type { SigningKey } from '../evidence/seal.ts';
import type { Mark } from '../judge/mark.ts';
import type { RegisterList } from '../lists/register.ts';
import type { RegisterEntry } from '../lists/register-entry.ts';
import type { SurveyOutcome } from '../lists/survey-outcome.ts';
import type { Patrol, PatrolEntry } from '../patrol/patrol.ts';

/** Everything the product keeps, by object store. Artefact bytes are blobs, so that they never pass through memory whole. */
export interface EvidenceDatabase extends DBSchema {
  jobs: { key: string; value: CaptureJob };
  /** Artefacts of captures under way, key [job id, name]. */
  staged: { key: [string, string]; value: { jobId: string; name: string; artefact: Artefact } & KeptBlob };
  items: { key: string; value: EvidenceItem; indexes: { case: string; address: string } };
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
  /** What this machine knows of the pool that it shares, and where that lies; key [kind, name]. */
  pool: { key: [string, string]; value: unknown };
  patrols: { key: string; value: Patrol };
  /** Addresses of patrols, key [patrol id, place in its list]; found by how they ended. */
  patrolEntries: { key: [string, number]; value: PatrolEntry; indexes: { state: [string, string] } };
  /** What officers said of findings and of words that were not found. */
  marks: { key: string; value: Mark };
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
  /** Absent for addenda that 0.1.0 wrote. */
  signature?: AddendumSignature;
  /** Fingerprint of the key that signed the bundle which brought it unsigned. */
  broughtBy?: string;
  picture?: Blob;
  /** With it the picture is encrypted under the store's key. */
  nonce?: Uint8Array<ArrayBuffer>;
  keyId?: string;
  place?: string;
}

/** A time stamp over the canonical JSON of a record, whole. */
export interface StoredStamp extends StampExchange {
  itemId: string;
}

/** A custody log that came with an imported item. */
export interface StoredLog {
  itemId: string;
  number: number;
  log: Blob;
  /** Digest of its bytes, hex; absent for logs that were taken in before it was kept. */
  sha256?: string;
}

/** A list is searched only once all of it is there. */
export type StoredRegisterList = RegisterList & { complete: boolean };

export type StoredRegisterEntry = RegisterEntry & { listId: string };

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
