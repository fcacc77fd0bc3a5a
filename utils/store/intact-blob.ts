import { digestBlob } from '../evidence/digest.ts';
import type { Digests } from '../evidence/record.ts';
import type { KeptBlob } from './evidence-database.ts';
import { openKept, readKept } from './store-key.ts';

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

/**
 * The file that `find` gives, read whole and compared; undefined when it is missing or is not the one of these digests. For
 * code that only slices and reads: an encrypted file never stands decrypted as a whole.
 * @throws StoreLockedError
 */
export function intactBytes(
  find: () => Promise<KeptBlob | undefined>,
  facts: Digests & { size: number },
  signal?: AbortSignal,
): Promise<Blob | undefined> {
  return unlessLost(async () => {
    const kept = await find();
    const bytes = kept && (await readKept(kept));
    if (bytes?.size !== facts.size) return undefined;
    const digests = await digestBlob(bytes, signal);
    return digests.sha256 === facts.sha256 && digests.sm3 === facts.sm3 ? bytes : undefined;
  }, signal);
}

/** The same as a blob that the browser itself can show. @throws StoreLockedError */
export async function intactBlob(
  find: () => Promise<KeptBlob | undefined>,
  facts: Digests & { size: number },
  signal?: AbortSignal,
): Promise<Blob | undefined> {
  const kept = await unlessLost(find, signal);
  if (!kept || !(await intactBytes(async () => kept, facts, signal))) return undefined;
  return unlessLost(() => openKept(kept, signal), signal);
}
