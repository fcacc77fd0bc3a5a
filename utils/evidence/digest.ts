import { createSHA256, createSM3, type IHasher } from 'hash-wasm';
import type { Digests } from './record.ts';

/** Bytes read at a time: large enough to be fast, small enough to keep memory flat. */
const CHUNK = 4 * 1024 * 1024;

/** Both digests of bytes that arrive in pieces. */
export interface Digester {
  update(bytes: Uint8Array): void;
  /** Lower-case hex of everything seen; ends the digester. */
  digests(): Digests;
}

/**
 * Pairs that are done and wait to be used again. Each is two WebAssembly memories with gigabytes of reserved addresses, and a
 * browser runs out of those long before it gives back the ones that nobody uses: a digest of its own for each file made the
 * derivation of a passphrase's key fail for want of memory.
 */
const idle: { sha256: IHasher; sm3: IHasher }[] = [];

async function newPair() {
  const [sha256, sm3] = await Promise.all([createSHA256(), createSM3()]);
  return { sha256, sm3 };
}

/** SHA-256 (FIPS 180-4) and SM3 (GB/T 32905) side by side, streaming; WebCrypto has neither SM3 nor streaming. */
export async function createDigester(): Promise<Digester> {
  const pair = idle.pop() ?? (await newPair());
  const { sha256, sm3 } = pair;
  sha256.init();
  sm3.init();
  return {
    update(bytes) {
      sha256.update(bytes);
      sm3.update(bytes);
    },
    digests() {
      const digests = { sha256: sha256.digest('hex'), sm3: sm3.digest('hex') };
      idle.push(pair);
      return digests;
    },
  };
}

/** Both digests of bytes at hand. */
export async function digestBytes(bytes: Uint8Array): Promise<Digests> {
  const digester = await createDigester();
  digester.update(bytes);
  return digester.digests();
}

/** Both digests of a blob, read in slices; memory does not grow with its size. */
export async function digestBlob(blob: Blob, signal?: AbortSignal): Promise<Digests> {
  const digester = await createDigester();
  for (let offset = 0; offset < blob.size; offset += CHUNK) {
    signal?.throwIfAborted();
    digester.update(new Uint8Array(await blob.slice(offset, offset + CHUNK).arrayBuffer()));
  }
  return digester.digests();
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
