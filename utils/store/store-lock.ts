import { createSha256 } from '../evidence/digest.ts';
import { lockKey, openLock, SHORTEST_PASSPHRASE } from '../evidence/passphrase-lock.ts';
import { ExpectedFailure } from '../expected-failure.ts';
import { appendWithin } from './custody-store.ts';
import { openDatabase, transact } from './database.ts';
import { notify } from './notices.ts';
import { keepKeyAtHand } from './store-key.ts';

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

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

async function openedBy(passphrase: string): Promise<Uint8Array<ArrayBuffer>> {
  const lock = await (await openDatabase()).get('lock', 'store');
  const dataKey = lock && (await openLock(lock, passphrase));
  if (!dataKey) throw new WrongPassphraseError();
  return dataKey;
}

async function putUnder(dataKey: Uint8Array<ArrayBuffer>, passphrase: string, detail: string, person: string) {
  if ([...passphrase].length < SHORTEST_PASSPHRASE) throw new ShortPassphraseError();
  const lock = await lockKey(dataKey, passphrase, { random, now: new Date() });
  const sha256 = await createSha256();
  await transact(['lock', 'custody'], async (transaction) => {
    await transaction.objectStore('lock').put(lock, 'store');
    return appendWithin(transaction.objectStore('custody'), { act: 'noted', person, detail }, sha256);
  });
  notify({ kind: 'lock', key: 'store' });
}

/**
 * Sets a passphrase: files kept from now on are encrypted, those kept before by `convertStore`.
 * @throws ShortPassphraseError
 */
export async function setPassphrase(passphrase: string, person: string): Promise<void> {
  if ((await (await openDatabase()).count('lock')) > 0) throw new Error('the store has a passphrase');
  const dataKey = random(32);
  await putUnder(dataKey, passphrase, '设置库口令，证据文件自此加密存放', person);
  await keepKeyAtHand(dataKey);
  notify({ kind: 'lock', key: 'store' });
}

/** @throws WrongPassphraseError, ShortPassphraseError */
export async function changePassphrase(old: string, passphrase: string, person: string): Promise<void> {
  await putUnder(await openedBy(old), passphrase, '更换库口令', person);
}

/** Opens the store until the browser is closed or `lockStore` is called. @throws WrongPassphraseError */
export async function unlockStore(passphrase: string): Promise<void> {
  await keepKeyAtHand(await openedBy(passphrase));
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
