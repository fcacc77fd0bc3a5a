import { createSHA256, createSM3, type IHasher } from 'hash-wasm';
import { Lending } from '../base/lending.ts';
import type { Digests } from './record.ts';

/** Bytes read at a time: large enough to be fast, small enough to keep memory flat. */
const CHUNK = 4 * 1024 * 1024;

/** Takes in bytes that arrive in pieces. */
export interface Digester {
  update(bytes: Uint8Array): void;
}

/**
 * Each pair is two WebAssembly memories with gigabytes of reserved addresses; a browser runs out of those at about a hundred,
 * long before it gives back the ones that nobody uses, and whatever asks next fails. More than a few at once are not faster.
 */
const pairs = new Lending(4, async () => {
  const [sha256, sm3] = await Promise.all([createSHA256(), createSM3()]);
  return { sha256, sm3 };
});

/**
 * SHA-256 (FIPS 180-4) and SM3 (GB/T 32905) of what `feed` passes to the digester, in lower-case hex; WebCrypto has neither SM3
 * nor streaming. `feed` digests nothing else meanwhile. @throws what `feed` throws
 */
export function digestStream(feed: (digester: Digester) => void | Promise<void>): Promise<Digests> {
  return pairs.use(async ({ sha256, sm3 }) => {
    sha256.init();
    sm3.init();
    await feed({
      update(bytes) {
        sha256.update(bytes);
        sm3.update(bytes);
      },
    });
    return { sha256: sha256.digest('hex'), sm3: sm3.digest('hex') };
  });
}

/** Both digests of bytes at hand. */
export const digestBytes = (bytes: Uint8Array): Promise<Digests> => digestStream((digester) => digester.update(bytes));

/** Both digests of a blob, read in slices; memory does not grow with its size. */
export function digestBlob(blob: Blob, signal?: AbortSignal): Promise<Digests> {
  return digestStream(async (digester) => {
    for (let offset = 0; offset < blob.size; offset += CHUNK) {
      signal?.throwIfAborted();
      digester.update(new Uint8Array(await blob.slice(offset, offset + CHUNK).arrayBuffer()));
    }
  });
}

/** One for all: it is never left in the middle of a digest. */
let shared: Promise<IHasher> | undefined;

/**
 * A function that gives the SHA-256 (hex) of bytes without waiting: an IndexedDB transaction commits itself while a
 * promise of WebCrypto is pending, so whatever is hashed inside one needs this.
 */
export async function createSha256(): Promise<(bytes: Uint8Array) => string> {
  shared ??= createSHA256();
  const sha256 = await shared;
  return (bytes) => sha256.init().update(bytes).digest('hex');
}
