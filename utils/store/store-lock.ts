import { toBase64, toHex } from '../evidence/base64.ts';
import { createSha256 } from '../evidence/digest.ts';
import { lockKey, openLock, type PassphraseLock, SHORTEST_PASSPHRASE } from '../evidence/passphrase-lock.ts';
import { ExpectedFailure } from '../expected-failure.ts';
import { inTurn } from '../in-turn.ts';
import { appendWithin } from './custody-store.ts';
import { openDatabase, transact } from './database.ts';
import { notify } from './notices.ts';
import { keepKeyAtHand, LockChangedError } from './store-key.ts';

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

async function openedBy(passphrase: string): Promise<{ dataKey: Uint8Array<ArrayBuffer>; lock: PassphraseLock }> {
  const lock = await (await openDatabase()).get('lock', 'store');
  const dataKey = lock && (await openLock(lock, passphrase));
  if (!dataKey) throw new WrongPassphraseError();
  return { dataKey, lock };
}

/** What is put under the passphrase, in place of `before`: the lock that was there when the officer was asked. */
interface NewLock {
  dataKey: Uint8Array<ArrayBuffer>;
  keyId: string | undefined;
  before: PassphraseLock | undefined;
}

/** Asking which lock is there and putting the new one is one transaction: of two windows one is told that the other was first. */
async function putUnder({ dataKey, keyId, before }: NewLock, passphrase: string, detail: string, person: string) {
  if ([...passphrase].length < SHORTEST_PASSPHRASE) throw new ShortPassphraseError();
  const made = await lockKey(dataKey, passphrase, { random, now: new Date() });
  const lock = keyId === undefined ? made : { ...made, keyId };
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
    if ((await (await openDatabase()).count('lock')) > 0) throw new LockChangedError();
    const dataKey = random(32);
    const keyId = toBase64(random(12));
    await putUnder({ dataKey, keyId, before: undefined }, passphrase, '设置库口令，证据文件自此加密存放', person);
    await keepKeyAtHand(dataKey);
    notify({ kind: 'lock', key: 'store' });
  });
}

/** The data key goes under the new passphrase and stays the same. @throws WrongPassphraseError, ShortPassphraseError, LockChangedError */
export function changePassphrase(old: string, passphrase: string, person: string): Promise<void> {
  return inTurn('store-lock', async () => {
    const { dataKey, lock } = await openedBy(old);
    await putUnder({ dataKey, keyId: lock.keyId, before: lock }, passphrase, '更换库口令', person);
  });
}

/** Opens the store until the browser is closed or `lockStore` is called. @throws WrongPassphraseError */
export async function unlockStore(passphrase: string): Promise<void> {
  await keepKeyAtHand((await openedBy(passphrase)).dataKey);
  notify({ kind: 'lock', key: 'store' });
}

export async function lockStore(): Promise<void> {
  await keepKeyAtHand(null);
  notify({ kind: 'lock', key: 'store' });
}

/** Whether the passphrase is the store's; asked before it is taken away. @throws WrongPassphraseError */
export async function requirePassphrase(passphrase: string): Promise<void> {
  await openedBy(passphrase);
}
