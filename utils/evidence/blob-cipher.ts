import { LazyBlob } from './lazy-blob.ts';

/**
 * Encryption of stored files: AES-256-GCM in pieces of 1 MiB, so that a large file never stands in memory whole. The pieces are
 * chained as in the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015): the initialisation vector is the file's
 * nonce and the number of the piece, the last piece says that it is the last. A piece that is altered, moved, repeated or left
 * out does not decrypt.
 */

const PIECE = 1024 * 1024;
/** Bytes that GCM adds to each piece. */
const TAG = 16;
/** Bytes of the file's own part of the vector; four more count the pieces. */
const NONCE = 8;

export interface Encrypted {
  /** The pieces, one after the other; the media type is that of the file. */
  blob: Blob;
  /** Random, 8 bytes; never used twice with one key. */
  nonce: Uint8Array<ArrayBuffer>;
}

export interface CipherOptions {
  signal?: AbortSignal;
  /** Where the file belongs: it opens only there. */
  context?: Uint8Array;
}

function pieceParameters(nonce: Uint8Array, piece: number, last: boolean, { context }: CipherOptions): AesGcmParams {
  const iv = new Uint8Array(NONCE + 4);
  iv.set(nonce);
  new DataView(iv.buffer).setUint32(NONCE, piece);
  return { name: 'AES-GCM', iv, additionalData: Uint8Array.of(last ? 1 : 0, ...(context ?? [])) };
}

/** The pieces of `blob` through `turn`, each as a blob of its own, so that the browser may move them to disk. */
async function inPieces(
  blob: Blob,
  size: number,
  turn: (bytes: ArrayBuffer, piece: number, last: boolean) => Promise<ArrayBuffer>,
  signal?: AbortSignal,
): Promise<Blob[]> {
  const pieces = Math.max(1, Math.ceil(blob.size / size));
  const turned: Blob[] = [];
  for (let piece = 0; piece < pieces; piece += 1) {
    signal?.throwIfAborted();
    const bytes = await blob.slice(piece * size, (piece + 1) * size).arrayBuffer();
    turned.push(new Blob([await turn(bytes, piece, piece === pieces - 1)]));
  }
  return turned;
}

/** @param nonce 8 random bytes of the caller, new for every file */
export async function encryptBlob(
  blob: Blob,
  key: CryptoKey,
  nonce: Uint8Array<ArrayBuffer>,
  options: CipherOptions = {},
): Promise<Encrypted> {
  if (nonce.length !== NONCE) throw new RangeError(`a nonce has ${NONCE} bytes`);
  const turn = (bytes: ArrayBuffer, piece: number, last: boolean) =>
    crypto.subtle.encrypt(pieceParameters(nonce, piece, last, options), key, bytes);
  return { blob: new Blob(await inPieces(blob, PIECE, turn, options.signal), { type: blob.type }), nonce };
}

/** @throws DOMException OperationError when the bytes are not what was encrypted, or not with this key */
export async function decryptBlob(
  { blob, nonce }: Encrypted,
  key: CryptoKey,
  options: CipherOptions = {},
): Promise<Blob> {
  const turn = (bytes: ArrayBuffer, piece: number, last: boolean) =>
    crypto.subtle.decrypt(pieceParameters(nonce, piece, last, options), key, bytes);
  return new Blob(await inPieces(blob, PIECE + TAG, turn, options.signal), { type: blob.type });
}

/**
 * The file, decrypted where it is read: nothing of it stands in memory or on the disk as a whole. Reading throws what
 * {@link decryptBlob} throws; only who reads all of it knows that it is whole.
 */
export function decryptedBlob({ blob, nonce }: Encrypted, key: CryptoKey, options: CipherOptions = {}): LazyBlob {
  const pieces = Math.max(1, Math.ceil(blob.size / (PIECE + TAG)));
  const decrypt = async (piece: number) => {
    const bytes = await blob.slice(piece * (PIECE + TAG), (piece + 1) * (PIECE + TAG)).arrayBuffer();
    const parameters = pieceParameters(nonce, piece, piece === pieces - 1, options);
    return new Uint8Array(await crypto.subtle.decrypt(parameters, key, bytes));
  };
  const read = async (start: number, end: number) => {
    const bytes = new Uint8Array(end - start);
    for (let piece = Math.floor(start / PIECE); piece * PIECE < end; piece += 1) {
      const from = piece * PIECE;
      const part = (await decrypt(piece)).subarray(Math.max(0, start - from), end - from);
      bytes.set(part, Math.max(0, from - start));
    }
    return bytes;
  };
  return new LazyBlob(read, { end: Math.max(0, blob.size - pieces * TAG), type: blob.type });
}
