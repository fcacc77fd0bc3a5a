import { argon2id } from 'hash-wasm';

/** A key of files, as it is stored: under AES-256-GCM by the passphrase's key. */
interface WrappedKey {
  /** Names the key; absent in locks of 0.1.0. */
  keyId?: string;
  iv: Uint8Array<ArrayBuffer>;
  wrapped: ArrayBuffer;
}

/** A key of files, 32 bytes. */
export interface DataKey {
  keyId?: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** The keys of the files under a passphrase, as they are stored; without the passphrase they say nothing. New files are under the first. */
export interface PassphraseLock extends WrappedKey {
  /** How the passphrase becomes a key. */
  derivation: 'argon2id';
  /** KiB, passes, lanes. */
  parameters: { memory: number; passes: number; lanes: number };
  salt: Uint8Array<ArrayBuffer>;
  /** UTC, ISO 8601. */
  createdAt: string;
  /** Keys of before the passphrase was changed; they go once no file is under them. */
  earlier?: readonly WrappedKey[];
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
 * Puts keys of files under a passphrase, that of new files first.
 * @param random source of random bytes
 */
export async function lockKeys(
  [current, ...earlier]: readonly [DataKey, ...DataKey[]],
  passphrase: string,
  { random, now }: { random: (length: number) => Uint8Array<ArrayBuffer>; now: Date },
): Promise<PassphraseLock> {
  const lock = { derivation: 'argon2id', parameters: ARGON2, salt: random(16) } as const;
  const key = await passphraseKey(passphrase, lock);
  const wrap = async ({ keyId, bytes }: DataKey): Promise<WrappedKey> => {
    const iv = random(12);
    const wrapped = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes);
    return { ...(keyId === undefined ? {} : { keyId }), iv, wrapped };
  };
  const before = await Promise.all(earlier.map(wrap));
  const createdAt = now.toISOString();
  return { ...lock, ...(await wrap(current)), createdAt, ...(before.length ? { earlier: before } : {}) };
}

/** The keys of the files, that of new files first, or null when the passphrase is another. */
export async function openLock(lock: PassphraseLock, passphrase: string): Promise<[DataKey, ...DataKey[]] | null> {
  const key = await passphraseKey(passphrase, lock);
  const open = async ({ keyId, iv, wrapped }: WrappedKey): Promise<DataKey> => ({
    ...(keyId === undefined ? {} : { keyId }),
    bytes: new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, wrapped)),
  });
  try {
    return [await open(lock), ...(await Promise.all((lock.earlier ?? []).map(open)))];
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return null;
    throw error;
  }
}
