import { browser } from '#imports';
import { fromBase64, toBase64 } from '../evidence/base64.ts';
import { decryptBlob, decryptedBlob, encryptBlob } from '../evidence/blob-cipher.ts';
import type { PassphraseLock } from '../evidence/passphrase-lock.ts';
import { ExpectedFailure } from '../expected-failure.ts';
import { type KeptBlob, openDatabase } from './database.ts';

/** The store is encrypted and no passphrase was given since the browser started. */
export class StoreLockedError extends ExpectedFailure {
  override name = 'StoreLockedError';
  constructor() {
    super('error_storeLocked');
  }
}

/** `off`: files are kept as they are. `open`: encrypted, and the key is at hand. `locked`: the passphrase is wanted. */
export type LockState = 'off' | 'open' | 'locked';

/** The session store lives in memory, ends with the browser, and content scripts cannot read it. */
const SESSION_KEY = 'storeKey';

/** The key that this context imported last, by the text it came from. */
let imported: { text: string; key: Promise<CryptoKey> } | undefined;

async function keyAtHand(): Promise<CryptoKey | null> {
  const text = (await browser.storage.session.get(SESSION_KEY))[SESSION_KEY] as string | undefined;
  if (text === undefined) return null;
  if (imported?.text !== text)
    imported = {
      text,
      key: crypto.subtle.importKey('raw', fromBase64(text), 'AES-GCM', false, ['encrypt', 'decrypt']),
    };
  return imported.key;
}

/** Keeps the data key for this session of the browser, or forgets it. */
export async function keepKeyAtHand(dataKey: Uint8Array | null): Promise<void> {
  if (dataKey) await browser.storage.session.set({ [SESSION_KEY]: toBase64(dataKey) });
  else await browser.storage.session.remove(SESSION_KEY);
}

/** The lock changed between the encrypting of a file and its keeping: nothing was kept, and it may be tried again. */
export class LockChangedError extends ExpectedFailure {
  override name = 'LockChangedError';
  constructor() {
    super('error_lockChanged');
  }
}

const isLockSet = async () => (await (await openDatabase()).count('lock')) > 0;

export async function lockState(): Promise<LockState> {
  if (!(await isLockSet())) return 'off';
  return (await keyAtHand()) ? 'open' : 'locked';
}

/** The data key; null while the store is not encrypted. @throws StoreLockedError */
export async function storeKey(): Promise<CryptoKey | null> {
  if (!(await isLockSet())) return null;
  const key = await keyAtHand();
  if (!key) throw new StoreLockedError();
  return key;
}

/** A file in the form in which it is to be kept. @throws StoreLockedError */
export async function keptBlob(blob: Blob, signal?: AbortSignal): Promise<KeptBlob> {
  const lock = await (await openDatabase()).get('lock', 'store');
  const key = await storeKey();
  if (!key) return { blob };
  const kept = await encryptBlob(blob, key, crypto.getRandomValues(new Uint8Array(8)), signal ? { signal } : {});
  return lock?.keyId ? { ...kept, keyId: lock.keyId } : kept;
}

/**
 * Holds a transaction that keeps files to the lock that is in force while it runs: a file encrypted under a key that was given
 * up, or left plain before there was one, must not land after the change, where nothing could open or would protect it.
 * @throws LockChangedError
 */
export async function requireLockOf(
  transaction: { objectStore(name: 'lock'): { get(key: 'store'): Promise<PassphraseLock | undefined> } },
  files: readonly KeptBlob[],
): Promise<void> {
  const lock = await transaction.objectStore('lock').get('store');
  const fits = ({ nonce, keyId }: KeptBlob) => (nonce ? lock !== undefined && lock.keyId === keyId : !lock);
  if (!files.every(fits)) throw new LockChangedError();
}

/** Keeps files under the lock in force, again when it changes meanwhile. */
export async function keepUnderLock<T>(keep: () => Promise<T>): Promise<T> {
  for (let tries = 3; ; tries -= 1) {
    try {
      return await keep();
    } catch (error) {
      if (!(error instanceof LockChangedError) || tries === 1) throw error;
    }
  }
}

/**
 * The file that is kept, as it was given.
 * @throws StoreLockedError; DOMException when the kept bytes were changed
 */
export async function openKept({ blob, nonce }: KeptBlob, signal?: AbortSignal): Promise<Blob> {
  if (!nonce) return blob;
  return decryptBlob({ blob, nonce }, await keyOfKept(), signal ? { signal } : {});
}

/**
 * The same for code that only slices and reads: an encrypted file is decrypted piece by piece, and reading it throws when its
 * bytes were changed.
 * @throws StoreLockedError
 */
export async function readKept({ blob, nonce }: KeptBlob): Promise<Blob> {
  return nonce ? decryptedBlob({ blob, nonce }, await keyOfKept()) : blob;
}

async function keyOfKept(): Promise<CryptoKey> {
  const key = await storeKey();
  // A lock is only taken away once no file is under it.
  if (!key) throw new DOMException('an encrypted file without a lock', 'OperationError');
  return key;
}
