import { browser } from '#imports';
import { ExpectedFailure } from '../base/expected-failure.ts';
import { inTurn } from '../base/in-turn.ts';
import { toBase64, toHex } from '../evidence/base64.ts';
import { createSha256 } from '../evidence/digest.ts';
import {
  type DataKey,
  lockKeys,
  openLock,
  type PassphraseLock,
  SHORTEST_PASSPHRASE,
} from '../evidence/passphrase-lock.ts';
import { appendWithin } from './custody-store.ts';
import { openDatabase, transact } from './database.ts';
import { notify } from './notices.ts';
import { forgetReadings } from './reading-cache.ts';
import { keepKeysAtHand, LockChangedError, locksAt } from './store-key.ts';

/** Another passphrase than the one the store was locked with. */
export class WrongPassphraseError extends ExpectedFailure {
  override name = 'WrongPassphraseError';
  constructor() {
    super('error_wrongPassphrase');
  }
}

export class ShortPassphraseError extends ExpectedFailure {
  override name = 'ShortPassphraseError';
  constructor() {
    super('error_shortPassphrase', [String(SHORTEST_PASSPHRASE)]);
  }
}

const saltOf = (lock: PassphraseLock | undefined) => lock && toHex(lock.salt);

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

async function openedBy(passphrase: string): Promise<{ keys: readonly [DataKey, ...DataKey[]]; lock: PassphraseLock }> {
  const lock = await (await openDatabase()).get('lock', 'store');
  const keys = lock && (await openLock(lock, passphrase));
  if (!keys) throw new WrongPassphraseError();
  return { keys, lock };
}

const newKey = (): DataKey => ({ keyId: toBase64(random(12)), bytes: random(32) });

/** What is put under the passphrase, in place of `before`: the lock that was there when the officer was asked. */
interface NewLock {
  keys: readonly [DataKey, ...DataKey[]];
  before: PassphraseLock | undefined;
}

function requireLength(passphrase: string): void {
  if ([...passphrase].length < SHORTEST_PASSPHRASE) throw new ShortPassphraseError();
}

/** Asking which lock is there and putting the new one is one transaction: of two windows one is told that the other was first. */
async function putUnder({ keys, before }: NewLock, passphrase: string, detail: string, person: string) {
  requireLength(passphrase);
  const lock = await lockKeys(keys, passphrase, { random, now: new Date() });
  const sha256 = await createSha256();
  await transact(['lock', 'custody'], async (transaction) => {
    const now = await transaction.objectStore('lock').get('store');
    if (saltOf(now) !== saltOf(before)) throw new LockChangedError();
    await transaction.objectStore('lock').put(lock, 'store');
    return appendWithin(transaction.objectStore('custody'), { act: 'noted', person, detail }, sha256);
  });
  notify({ kind: 'lock', key: 'store' });
}

/**
 * Sets a passphrase: files kept from now on are encrypted, those kept before by `convertStore`.
 * @throws ShortPassphraseError, LockChangedError when another window set one meanwhile
 */
export function setPassphrase(passphrase: string, person: string): Promise<void> {
  return inTurn('store-lock', async () => {
    requireLength(passphrase);
    if ((await (await openDatabase()).count('lock')) > 0) throw new LockChangedError();
    const keys = [newKey()] as const;
    // At hand before it is in force: a capture under way would find the library locked.
    await keepKeysAtHand(keys);
    await putUnder({ keys, before: undefined }, passphrase, '设置库口令，证据文件自此加密存放', person);
    // Where browsers give no turns another window's may have come between.
    await keepKeysAtHand(keys);
    await lockWhenIdle();
    // What was read in pictures while browsing lay there in plain.
    await forgetReadings();
    notify({ kind: 'lock', key: 'store' });
  });
}

/**
 * New files are under a new key from now on; those that are here stay under theirs, which the new passphrase opens as well, until
 * `encryptStore` has turned them all.
 * @throws WrongPassphraseError, ShortPassphraseError, LockChangedError
 */
export function changePassphrase(old: string, passphrase: string, person: string): Promise<void> {
  return inTurn('store-lock', async () => {
    const { keys: before, lock } = await openedBy(old);
    const keys = [newKey(), ...before] as const;
    // At hand before it is in force: no other window shall want for it.
    await keepKeysAtHand(keys);
    await putUnder({ keys, before: lock }, passphrase, '更换库口令和新文件的密钥', person);
  });
}

/** Opens the store until the browser is closed, the idle time has passed or `lockStore` is called. @throws WrongPassphraseError */
export async function unlockStore(passphrase: string): Promise<void> {
  await keepKeysAtHand((await openedBy(passphrase)).keys);
  await lockWhenIdle();
  notify({ kind: 'lock', key: 'store' });
}

export async function lockStore(): Promise<void> {
  await keepKeysAtHand(null);
  notify({ kind: 'lock', key: 'store' });
}

/** The alarm that looks whether the idle time has passed. */
export const WHEN_IDLE = 'idle-lock';

/**
 * Locks a library that nobody used for its idle time, or sees to it that this is looked at again. No key is given out after that
 * time whether this runs or not: it takes the keys out of memory and tells the screens.
 */
export async function lockWhenIdle(): Promise<void> {
  const at = await locksAt();
  if (at === null) return;
  if (at <= Date.now()) await lockStore();
  else await browser.alarms.create(WHEN_IDLE, { when: at });
}

/** Whether the passphrase is the store's; asked before it is taken away. @throws WrongPassphraseError */
export async function requirePassphrase(passphrase: string): Promise<void> {
  await openedBy(passphrase);
}
