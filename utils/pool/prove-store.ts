import { digestBlob } from '../evidence/digest.ts';
import { filePlace } from './places.ts';
import { PoolFailure } from './pool-failure.ts';
import { type PoolStore, publish } from './pool-store.ts';

/** The same in every pool, so that there is one file of it however many machines prove. */
const PROOF = new Blob(['zhengjian pool: this file may not be overwritten\n']);

/**
 * Proves before anything is entrusted to a store that it gives back what it was given and keeps what lies there when the same
 * place is written again: servers that do not know `Overwrite: F` say that all went well.
 * @throws PoolFailure
 */
export async function proveStore(store: PoolStore, signal?: AbortSignal): Promise<void> {
  const { sha256 } = await digestBlob(PROOF, signal);
  const place = filePlace(sha256);
  await publish(store, { place, sha256, blob: PROOF }, signal);
  if ((await store.putUnseen?.(place, PROOF, signal)) === 'put')
    throw new PoolFailure('error_poolOverwrites', [store.name]);
}
