import type { Addendum } from '../evidence/addendum.ts';
import type { CustodyLine } from '../evidence/record.ts';
import type { SigningKey } from '../evidence/seal.ts';
import type { SharedKind } from './shared-value.ts';

/** A sealed item as the pool is to know it. */
export interface LibraryItem {
  /** Its number here. */
  itemId: string;
  /** As its record names it. */
  id: string;
  recordSha256: string;
  /** Something of it is damaged: it does not go into the pool. */
  damaged: boolean;
}

export interface LibraryAddendum {
  sha256: string;
  recordSha256: string;
  addendum: Addendum;
}

export interface LibraryResults {
  id: string;
  name: string;
  addresses: number;
}

export interface LibraryValue {
  of: SharedKind;
  key: string;
  value: unknown;
  /** As everybody has it who never edited it: it says nothing to the pool. */
  plain: boolean;
}

/** What a synchronisation asks of the library of this machine. */
export interface PoolLibrary {
  key: SigningKey;
  office: string;
  person: string;
  /** Whether an officer compared this key with its holder. */
  isConfirmed(key: string): boolean;
  items(): Promise<readonly LibraryItem[]>;
  /** Does something with a bundle of one item, checked, which is there for as long as that takes. */
  withBundle<T>(itemId: string, use: (bundle: Blob) => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** The item went into the pool: a line of its log. */
  handedIn(item: LibraryItem, bundle: string): Promise<void>;
  /** Takes the item of a bundle in; false when it does not hold or is another item. An item that is here stays as it is. */
  takeBundle(
    bundle: Blob,
    from: { recordSha256: string; key: string; signal?: AbortSignal | undefined },
  ): Promise<boolean>;
  /** Of one item, or all. */
  addenda(recordSha256?: string): Promise<readonly LibraryAddendum[]>;
  pictureOf(addendum: LibraryAddendum): Promise<Blob | undefined>;
  /** Adds an addendum of a colleague to the item here. */
  takeAddendum(addendum: LibraryAddendum, picture: Blob | undefined, key: string): Promise<void>;
  values(): Promise<readonly LibraryValue[]>;
  /** Puts a value as the pool has it into the library; whatever it replaces is in the pool. */
  apply(value: Pick<LibraryValue, 'of' | 'key' | 'value'>, by: { key: string; person: string }): Promise<void>;
  /** Results of patrols that have ended. */
  results(): Promise<readonly LibraryResults[]>;
  resultFile(id: string): Promise<Blob>;
  takeResults(results: LibraryResults, file: Blob, key: string): Promise<void>;
  /** The lines of this library's custody log after a number, oldest first, at most so many. */
  linesAfter(sequence: number, most: number): Promise<readonly CustodyLine[]>;
}
