import { inTurn } from '../base/in-turn.ts';
import { addendumFiles } from '../bundle/layout.ts';
import { createSha256 } from '../evidence/digest.ts';
import { appendWithin } from './custody-store.ts';
import { openDatabase, transact } from './database.ts';
import { asPicture, type KeptBlob, stemOf } from './evidence-database.ts';
import { DamagedArtefactError } from './health.ts';
import { unlessLost } from './intact-blob.ts';
import { inPlace, isOfItem, pictureInPlace, placeInItem, placeOfPicture } from './kept-place.ts';
import { notify } from './notices.ts';
import { SECRET, SECRET_PLACE } from './pool-access.ts';
import { turnPart } from './recording-parts.ts';
import { isRecording, recordingParts } from './recording-store.ts';
import { keepKeysAtHand, keptBlob, openKept, requireLockOf } from './store-key.ts';

export interface ConvertOptions {
  signal?: AbortSignal;
  onProgress?(done: number, total: number): void;
}

/** Turns one file into the other form, unless it is gone or was turned meanwhile. */
type Turn = (signal?: AbortSignal) => Promise<void>;

/** What every file is to become: under the key with this name, or plain. */
type Form = { keyId: string | undefined } | 'plain';

const isOfForm = ({ nonce, keyId }: Pick<KeptBlob, 'nonce' | 'keyId'>, form: Form): boolean =>
  form === 'plain' ? nonce === undefined : nonce !== undefined && keyId === form.keyId;

/** The form that the lock asks for; undefined when there is none. */
async function lockedForm(): Promise<Form | undefined> {
  const lock = await (await openDatabase()).get('lock', 'store');
  return lock && { keyId: lock.keyId };
}

/** Files that are not yet kept as the lock asks: plain ones, and those under a key of before the passphrase was changed. */
export async function unturnedFiles(): Promise<number> {
  const form = await lockedForm();
  return form ? (await turns(form)).length : 0;
}

/** What is to be done so that every file has the form. */
async function turns(form: Form): Promise<Turn[]> {
  const { store: artefacts } = (await openDatabase()).transaction('artefacts');
  const wanted: Turn[] = [];
  for await (const { value } of artefacts)
    if (!isOfForm(value, form)) {
      const key: [string, string] = [value.itemId, value.name];
      wanted.push((signal) => turnArtefact(key, form, signal));
    }
  const { store: addenda } = (await openDatabase()).transaction('addenda');
  for await (const { value } of addenda)
    if (value.picture && !isOfForm(value, form)) {
      const key: [string, number] = [value.itemId, value.number];
      wanted.push((signal) => turnPicture(key, form, signal));
    }
  const secret = (await (await openDatabase()).get('pool', SECRET)) as KeptBlob | undefined;
  if (secret && !isOfForm(secret, form)) wanted.push((signal) => turnSecret(form, signal));
  for (const { folder, part } of await recordingParts(form === 'plain')) wanted.push(() => turnPart(folder, part));
  return wanted;
}

/** The file in the other form. @throws DamagedArtefactError when it cannot be read in this one */
async function turned(
  find: () => KeptBlob | undefined,
  { itemId, name, place, form }: { itemId: string; name: string; place: string; form: Form },
  signal?: AbortSignal,
): Promise<KeptBlob> {
  const plain = await unlessLost(async () => {
    const kept = find();
    return kept && openKept(kept, signal);
  }, signal);
  if (!plain) throw new DamagedArtefactError(itemId, name);
  return form === 'plain' ? { blob: plain } : keptBlob(plain, place, signal);
}

/** Whether a row is still the one that was turned: its item may have been deleted meanwhile, or the file put back. */
const isStill = (now: Partial<KeptBlob> | undefined, before: Partial<KeptBlob>): boolean =>
  now !== undefined && now.keyId === before.keyId && (now.nonce === undefined) === (before.nonce === undefined);

async function turnArtefact(key: [string, string], form: Form, signal?: AbortSignal): Promise<void> {
  const row = await (await openDatabase()).get('artefacts', key);
  if (!row || isOfForm(row, form)) return;
  const { itemId, name } = row;
  const place = placeInItem(itemId, name);
  const kept = await turned(() => inPlace(row, isOfItem(itemId, name)), { itemId, name, place, form }, signal);
  await transact(['artefacts', 'lock'], async (transaction) => {
    if (kept.nonce) await requireLockOf(transaction, [kept]);
    const files = transaction.objectStore('artefacts');
    if (isStill(await files.get(key), row)) await files.put({ itemId, name, ...kept });
  });
}

async function turnPicture(key: [string, number], form: Form, signal?: AbortSignal): Promise<void> {
  const row = await (await openDatabase()).get('addenda', key);
  if (!row?.picture || isOfForm(row, form)) return;
  const { addendum, itemId } = row;
  const { nonce: _nonce, keyId: _key, place: _place, ...rest } = row;
  const place = placeOfPicture(itemId, (addendum.kind === 'look-up' && addendum.picture?.sha256) || '');
  const named = { itemId, name: addendumFiles(stemOf(row)).picture, place, form };
  const kept = await turned(() => pictureInPlace(row), named, signal);
  await transact(['addenda', 'lock'], async (transaction) => {
    if (kept.nonce) await requireLockOf(transaction, [kept]);
    const addenda = transaction.objectStore('addenda');
    if (isStill(await addenda.get(key), row)) await addenda.put({ ...rest, ...asPicture(kept) });
  });
}

/** The password of the pool; one that nothing opens any more is forgotten, and asked for again. */
async function turnSecret(form: Form, signal?: AbortSignal): Promise<void> {
  const row = (await (await openDatabase()).get('pool', SECRET)) as KeptBlob | undefined;
  if (!row || isOfForm(row, form)) return;
  const plain = await unlessLost(
    async () =>
      openKept(
        inPlace(row, (place) => place === SECRET_PLACE),
        signal,
      ),
    signal,
  );
  const kept = plain && (form === 'plain' ? { blob: plain } : await keptBlob(plain, SECRET_PLACE, signal));
  await transact(['pool', 'lock'], async (transaction) => {
    if (kept?.nonce) await requireLockOf(transaction, [kept]);
    const store = transaction.objectStore('pool');
    if (!isStill((await store.get(SECRET)) as KeptBlob | undefined, row)) return;
    if (kept) await store.put(kept, SECRET);
    else await store.delete(SECRET);
  });
}

/** Each file on its own, so that a break leaves every file whole in one form or the other. */
async function convert(form: Form, { signal, onProgress }: ConvertOptions): Promise<void> {
  const all = await turns(form);
  for (const [index, turn] of all.entries()) {
    signal?.throwIfAborted();
    await turn(signal);
    onProgress?.(index + 1, all.length);
  }
}

/**
 * Encrypts the files that were kept before the passphrase was set or changed, then gives up the keys of before. Can be broken off
 * and begun again: until the end every file can be opened with the passphrase in force, whichever key it is under.
 */
export async function encryptStore(options: ConvertOptions = {}): Promise<void> {
  try {
    await inTurn(
      'store-lock',
      async () => {
        const form = await lockedForm();
        if (!form) return;
        await convert(form, options);
        await giveUpEarlierKeys();
      },
      options.signal,
    );
  } finally {
    notify({ kind: 'lock', key: 'store' });
  }
}

/** Keys of before go once nothing is under them; parts of a recording do not say which one they are under. */
async function giveUpEarlierKeys(): Promise<void> {
  if ((await recordingParts(true)).length > 0) return;
  await transact(['artefacts', 'staged', 'addenda', 'pool', 'lock'], async (transaction) => {
    const lock = await transaction.objectStore('lock').get('store');
    if (!lock?.earlier) return;
    const secret = (await transaction.objectStore('pool').get(SECRET)) as KeptBlob | undefined;
    if (secret && (!secret.nonce || secret.keyId !== lock.keyId)) return;
    for (const name of ['artefacts', 'staged', 'addenda'] as const)
      for await (const { value } of transaction.objectStore(name))
        if (value.nonce && value.keyId !== lock.keyId) return;
    const { earlier: _earlier, ...rest } = lock;
    await transaction.objectStore('lock').put(rest, 'store');
  });
}

/**
 * Decrypts everything and takes the lock away. A capture or a recording under way keeps the lock until it has ended: its files
 * are encrypted.
 * @returns whether the lock is gone
 * @throws DamagedArtefactError, DamagedRecordingError for the first file that cannot be decrypted; it stays as it is
 */
export function decryptStore(person: string, options: ConvertOptions = {}): Promise<boolean> {
  return inTurn('store-lock', () => decryptInTurn(person, options), options.signal);
}

async function decryptInTurn(person: string, options: ConvertOptions): Promise<boolean> {
  if (await isRecording()) return false;
  await convert('plain', options);
  // One may have been begun meanwhile.
  const gone = !(await isRecording()) && (await recordingParts(true)).length === 0 && (await removeLock(person));
  if (gone) await keepKeysAtHand(null);
  notify({ kind: 'lock', key: 'store' });
  return gone;
}

async function removeLock(person: string): Promise<boolean> {
  const sha256 = await createSha256();
  return transact(['artefacts', 'staged', 'addenda', 'pool', 'lock', 'custody'], async (transaction) => {
    const secret = (await transaction.objectStore('pool').get(SECRET)) as KeptBlob | undefined;
    if (secret?.nonce) return false;
    for (const name of ['artefacts', 'staged', 'addenda'] as const)
      for await (const { value } of transaction.objectStore(name)) if (value.nonce) return false;
    await transaction.objectStore('lock').delete('store');
    const entry = { act: 'noted', person, detail: '取消库口令，证据文件改为不加密存放' } as const;
    await appendWithin(transaction.objectStore('custody'), entry, sha256);
    return true;
  });
}
