import { digestBlob } from '../evidence/digest.ts';
import { PoolFailure } from './pool-failure.ts';

/** What a folder of the pool holds. */
export interface PoolEntry {
  name: string;
  kind: 'file' | 'folder';
  /** Bytes; 0 of a folder. */
  size: number;
}

/**
 * Where several officers keep their evidence: files that are named by their content, are written once and never in place of
 * another. Places are relative, parts joined by `/`; every place that is published holds the SHA-256 of its bytes.
 */
export interface PoolStore {
  /** As people call it, for sentences. */
  readonly name: string;
  /** What lies directly in a folder, unfinished uploads left out; empty where there is no such folder. */
  list(folder: string, signal?: AbortSignal): Promise<readonly PoolEntry[]>;
  /** Undefined where there is none. */
  read(place: string, signal?: AbortSignal): Promise<Blob | undefined>;
  /** Puts a file at a place that is free, whole or not at all; `taken` when something lies there already. */
  put(place: string, blob: Blob, signal?: AbortSignal): Promise<'put' | 'taken'>;
  /** The same without looking first whether the place is free; absent where the back itself cannot overwrite. */
  putUnseen?(place: string, blob: Blob, signal?: AbortSignal): Promise<'put' | 'taken'>;
}

/** Names that uploads under way have in every back, and nginx's copies of them: they are no files of the pool. */
export const isUnfinished = (name: string): boolean =>
  name.startsWith('.') || /\.(?:part(?:\.\d{1,20})?|crswap)$/.test(name);

/**
 * Publishes a file: it is put at its place, read back from there and hashed again, also when another machine had put it there.
 * @param sha256 of its bytes, hex
 * @throws PoolFailure when the store did not keep what it was given, or holds something else there
 */
export async function publish(
  store: PoolStore,
  { place, sha256, blob }: { place: string; sha256: string; blob: Blob },
  signal?: AbortSignal,
): Promise<'put' | 'taken'> {
  const outcome = await store.put(place, blob, signal);
  const kept = await store.read(place, signal);
  if (!kept || kept.size !== blob.size || (await digestBlob(kept, signal)).sha256 !== sha256)
    throw new PoolFailure('error_poolReadBack', [store.name, place]);
  return outcome;
}
