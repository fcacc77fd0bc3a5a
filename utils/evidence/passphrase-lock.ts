import { argon2id } from 'hash-wasm';

/** A data key under a passphrase, as it is stored; without the passphrase it says nothing. */
export interface PassphraseLock {
  /** How the passphrase becomes a key. */
  derivation: 'argon2id';
  /** KiB, passes, lanes. */
  parameters: { memory: number; passes: number; lanes: number };
  salt: Uint8Array<ArrayBuffer>;
  iv: Uint8Array<ArrayBuffer>;
  /** The data key under AES-256-GCM. */
  wrapped: ArrayBuffer;
  /** UTC, ISO 8601. */
  createdAt: string;
  /** Names the data key: it stays when the passphrase changes. Absent in locks of 0.1.0. */
  keyId?: string;
}

/** RFC 9106 §4, second recommended option: for machines where 2 GiB are not to be had. */
export const ARGON2 = { memory: 64 * 1024, passes: 3, lanes: 4 } as const;

/** Characters below which a passphrase is refused. */
export const SHORTEST_PASSPHRASE = 10;

async function passphraseKey(
  passphrase: string,
  { salt, parameters }: Pick<PassphraseLock, 'salt' | 'parameters'>,
): Promise<CryptoKey> {
  const derived = await argon2id({
    password: passphrase.normalize('NFKC'),
    salt,
    memorySize: parameters.memory,
    iterations: parameters.passes,
    parallelism: parameters.lanes,
    hashLength: 32,
    outputType: 'binary',
  });
  const bytes = new Uint8Array(derived);
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/**
 * Puts a data key under a passphrase.
 * @param random source of random bytes
 * @param dataKey 32 bytes
 */
export async function lockKey(
  dataKey: Uint8Array<ArrayBuffer>,
  passphrase: string,
  { random, now }: { random: (length: number) => Uint8Array<ArrayBuffer>; now: Date },
): Promise<PassphraseLock> {
  const lock = { derivation: 'argon2id', parameters: ARGON2, salt: random(16), iv: random(12) } as const;
  const key = await passphraseKey(passphrase, lock);
  const wrapped = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: lock.iv }, key, dataKey);
  return { ...lock, wrapped, createdAt: now.toISOString() };
}

/** The data key, or null when the passphrase is another. */
export async function openLock(lock: PassphraseLock, passphrase: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const key = await passphraseKey(passphrase, lock);
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: lock.iv }, key, lock.wrapped));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return null;
    throw error;
  }
}
