import { digestBlob } from '../evidence/digest.ts';
import type { Digests } from '../evidence/record.ts';
import type { KeptBlob } from './database.ts';
import { openKept } from './store-key.ts';

/**
 * What `read` gives, or undefined when the bytes cannot be had: a browser that lost the file behind a blob says so only when
 * it is read, by one of several DOMExceptions; bytes that were changed under encryption do not decrypt, which is another.
 */
export async function unlessLost<T>(read: () => Promise<T>, signal?: AbortSignal): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

/** The file that `find` gives, read whole and compared; undefined when it is missing or is not the one of these digests. @throws StoreLockedError */
export function intactBlob(
  find: () => Promise<KeptBlob | undefined>,
  facts: Digests & { size: number },
  signal?: AbortSignal,
): Promise<Blob | undefined> {
  return unlessLost(async () => {
    const kept = await find();
    const blob = kept && (await openKept(kept, signal));
    if (blob?.size !== facts.size) return undefined;
    const digests = await digestBlob(blob, signal);
    return digests.sha256 === facts.sha256 && digests.sm3 === facts.sm3 ? blob : undefined;
  }, signal);
}
