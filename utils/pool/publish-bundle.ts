import { digestBlob } from '../evidence/digest.ts';
import { bundlePlace } from './places.ts';
import { type PoolStore, publish } from './pool-store.ts';

/** Publishes a bundle under the digest of its bytes. @throws PoolFailure */
export async function publishBundle(
  store: PoolStore,
  blob: Blob,
  signal?: AbortSignal,
): Promise<{ place: string; sha256: string; size: number }> {
  const { sha256 } = await digestBlob(blob, signal);
  const place = bundlePlace(sha256);
  await publish(store, { place, sha256, blob }, signal);
  return { place, sha256, size: blob.size };
}
