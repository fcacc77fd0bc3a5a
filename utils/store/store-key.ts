import { browser } from '#imports';
import { ExpectedFailure } from '../base/expected-failure.ts';
import { fromBase64, toBase64 } from '../evidence/base64.ts';
import { decryptBlob, decryptedBlob, encryptBlob } from '../evidence/blob-cipher.ts';
import type { DataKey, PassphraseLock } from '../evidence/passphrase-lock.ts';
import { openDatabase } from './database.ts';
import type { KeptBlob } from './evidence-database.ts';
import { readSettings } from './settings.ts';

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
const KEYS = 'storeKeys';
const USED_AT = 'storeKeysUsedAt';

/** How often an act is written down, in milliseconds: finer than any idle time. */
const FRESH_MS = 20_000;

/** The keys that this context imported last, by the text they came from. */
let imported: { text: string; keys: Promise<ReadonlyMap<string, CryptoKey>> } | undefined;

/** Keys by their names; '' is the name of one of 0.1.0. */
const nameOf = ({ keyId }: { keyId?: string | undefined } = {}): string => keyId ?? '';

/**
 * When an opened library locks itself, in milliseconds since 1970; null while it is not open, or never does. A time of the last act
 * that lies ahead was written by a clock that was wrong: it locks at once.
 */
export async function locksAt(): Promise<number | null> {
  const { [KEYS]: text, [USED_AT]: usedAt } = await browser.storage.session.get([KEYS, USED_AT]);
  const { lockIdleMinutes } = await readSettings();
  if (text === undefined || lockIdleMinutes === 0) return null;
  const at = Number(usedAt);
  return at <= Date.now() ? at + lockIdleMinutes * 60_000 : 0;
}

/** Keys that the background lent to a page without a session store. */
let borrowed: ReadonlyMap<string, CryptoKey> | null = null;

/** Takes keys lent by the background, or gives them back; they never leave this context's memory and cannot be read out of it. */
export function borrowKeys(keys: ReadonlyMap<string, CryptoKey> | null): void {
  borrowed = keys;
}

/** The keys at hand, to be lent; null while the store is not encrypted. @throws StoreLockedError */
export async function keysToLend(): Promise<ReadonlyMap<string, CryptoKey> | null> {
  if (!(await isLockSet())) return null;
  const keys = await keysAtHand();
  if (!keys) throw new StoreLockedError();
  return keys;
}

async function keysAtHand(): Promise<ReadonlyMap<string, CryptoKey> | null> {
  if (borrowed) return borrowed;
  const text = (await browser.storage.session.get(KEYS))[KEYS] as string | undefined;
  if (text === undefined) return null;
  const ends = await locksAt();
  if (ends !== null && ends <= Date.now()) {
    await keepKeysAtHand(null);
    return null;
  }
  if (imported?.text !== text) imported = { text, keys: importKeys(text) };
  return imported.keys;
}

async function importKeys(text: string): Promise<ReadonlyMap<string, CryptoKey>> {
  const named = Object.entries(JSON.parse(text) as Record<string, string>);
  const load = (bytes: string) =>
    crypto.subtle.importKey('raw', fromBase64(bytes), 'AES-GCM', false, ['encrypt', 'decrypt']);
  return new Map(await Promise.all(named.map(async ([name, bytes]) => [name, await load(bytes)] as const)));
}

/** Keeps the keys of the files for this session of the browser, or forgets them. */
export async function keepKeysAtHand(keys: readonly DataKey[] | null): Promise<void> {
  if (!keys) {
    imported = undefined;
    await browser.storage.session.remove([KEYS, USED_AT]);
    return;
  }
  const named = Object.fromEntries(keys.map((key) => [nameOf(key), toBase64(key.bytes)]));
  await browser.storage.session.set({ [KEYS]: JSON.stringify(named), [USED_AT]: Date.now() });
}

/** Something was done with the library: it stays open for another idle time. One that has locked itself does not come back by this. */
export async function keepOpen(): Promise<void> {
  if (borrowed) return;
  const usedAt = (await browser.storage.session.get(USED_AT))[USED_AT];
  if (usedAt === undefined || Math.abs(Date.now() - Number(usedAt)) < FRESH_MS || !(await keysAtHand())) return;
  await browser.storage.session.set({ [USED_AT]: Date.now() });
}

/** The lock changed between the encrypting of a file and its keeping: nothing was kept, and it may be tried again. */
export class LockChangedError extends ExpectedFailure {
  override name = 'LockChangedError';
  constructor() {
    super('error_lockChanged');
  }
}

const currentLock = async () => (await openDatabase()).get('lock', 'store');

/** Whether there is a passphrase. */
export const isLockSet = async (): Promise<boolean> => (await (await openDatabase()).count('lock')) > 0;

export async function lockState(): Promise<LockState> {
  if (!(await isLockSet())) return 'off';
  return (await keysAtHand()) ? 'open' : 'locked';
}

/** The key of new files; null while the store is not encrypted. @throws StoreLockedError */
export async function storeKey(): Promise<CryptoKey | null> {
  const lock = await currentLock();
  return lock ? await keyNamed(nameOf(lock)) : null;
}

/** Every key that files may be under, that of new files first. @throws StoreLockedError */
export async function storeKeys(): Promise<CryptoKey[]> {
  const lock = await currentLock();
  if (!lock) return [];
  return Promise.all([lock, ...(lock.earlier ?? [])].map((each) => keyNamed(nameOf(each))));
}

/** @throws StoreLockedError */
async function keyNamed(name: string): Promise<CryptoKey> {
  const key = (await keysAtHand())?.get(name);
  if (!key) throw new StoreLockedError();
  return key;
}

const contextOf = ({ place }: Pick<KeptBlob, 'place'>) =>
  place === undefined ? {} : { context: new TextEncoder().encode(place) };

/**
 * A file in the form in which it is to be kept.
 * @param place where it will lie, as `kept-place.ts` names it
 * @throws StoreLockedError
 */
export async function keptBlob(blob: Blob, place: string, signal?: AbortSignal): Promise<KeptBlob> {
  const lock = await currentLock();
  if (!lock) return { blob };
  const key = await keyNamed(nameOf(lock));
  await keepOpen();
  const nonce = crypto.getRandomValues(new Uint8Array(8));
  const kept = await encryptBlob(blob, key, nonce, { ...contextOf({ place }), ...(signal ? { signal } : {}) });
  return { ...kept, place, ...(lock.keyId ? { keyId: lock.keyId } : {}) };
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
export async function openKept(kept: KeptBlob, signal?: AbortSignal): Promise<Blob> {
  const { blob, nonce } = kept;
  if (!nonce) return blob;
  return decryptBlob({ blob, nonce }, await keyOf(kept), { ...contextOf(kept), ...(signal ? { signal } : {}) });
}

/**
 * The same for code that only slices and reads: an encrypted file is decrypted piece by piece, and reading it throws when its
 * bytes were changed.
 * @throws StoreLockedError
 */
export async function readKept(kept: KeptBlob): Promise<Blob> {
  const { blob, nonce } = kept;
  return nonce ? decryptedBlob({ blob, nonce }, await keyOf(kept), contextOf(kept)) : blob;
}

async function keyOf(kept: KeptBlob): Promise<CryptoKey> {
  const lock = await currentLock();
  const names = lock ? [lock, ...(lock.earlier ?? [])].map(nameOf) : [];
  // A key is only given up once no file is under it.
  if (!names.includes(nameOf(kept))) throw new DOMException('a file under no key of the lock', 'OperationError');
  return keyNamed(nameOf(kept));
}
