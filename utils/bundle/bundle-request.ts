import type { Ruleset } from '../../rules/ruleset.ts';
import type { NamedAddendum } from '../evidence/addendum.ts';
import type { AddendumSignature } from '../evidence/addendum-origin.ts';
import type { CustodyLine, EvidenceItem } from '../evidence/record.ts';
import type { StampExchange } from '../evidence/request-stamp.ts';
import type { SigningKey } from '../evidence/seal.ts';

/** An addendum with its signature, and the picture that it names. */
export interface BundledAddendum extends NamedAddendum {
  signature?: AddendumSignature;
  picture?: Blob;
}

export interface BundleRequest {
  items: readonly EvidenceItem[];
  /** Bytes of an artefact; must reject when they are not what the record says. */
  readArtefact(itemId: string, name: string, signal?: AbortSignal): Promise<Blob>;
  /** Bytes that lie under the name of an artefact that is known not to hold; undefined when nothing can be read. */
  readDamaged?(itemId: string, name: string): Promise<Blob | undefined>;
  /** The whole custody log; lines about other items are withheld. */
  custodyLines: readonly CustodyLine[];
  signer: SigningKey;
  now: Date;
  /** Closed when the bundle is complete, aborted when it fails. */
  sink: WritableStream<Uint8Array>;
  /** Rules whose reasons and known exceptions the report gives. */
  ruleset?: Ruleset | undefined;
  documents?: readonly BundledDocument[];
  /** Time stamps over the records, by item id. */
  itemStamps?: ReadonlyMap<string, StampExchange>;
  /** Addenda to the items, oldest first, by item id. */
  addenda?: ReadonlyMap<string, readonly BundledAddendum[]>;
  /** Logs that came with imported items, oldest first, by item id; undefined for one that cannot be read. */
  earlierLogs?: ReadonlyMap<string, readonly (Blob | undefined)[]>;
  /** Asks a time-stamping service for the tag manifest; undefined means that none could be had. */
  stamp?(tagManifest: Uint8Array<ArrayBuffer>, signal?: AbortSignal): Promise<StampExchange | undefined>;
  /** Bytes of the artefacts: each is counted when it is hashed and when it is written. */
  onProgress?(progress: { done: number; total: number; file: string }): void;
  signal?: AbortSignal;
}

/** A paper that goes into `data/documents/`. */
export interface BundledDocument {
  /** File name, without folder. */
  name: string;
  blob: Blob;
}
