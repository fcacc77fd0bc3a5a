import { addendumFiles } from '../bundle/layout.ts';
import { createSha256 } from '../evidence/digest.ts';
import { inTurn } from '../in-turn.ts';
import { appendWithin } from './custody-store.ts';
import { asPicture, type KeptBlob, keptPicture, openDatabase, stemOf, transact } from './database.ts';
import { DamagedArtefactError } from './health.ts';
import { unlessLost } from './intact-blob.ts';
import { notify } from './notices.ts';
import { turnPart } from './recording-parts.ts';
import { isRecording, recordingParts } from './recording-store.ts';
import { keepKeyAtHand, keptBlob, openKept, requireLockOf } from './store-key.ts';

export interface ConvertOptions {
  signal?: AbortSignal;
  onProgress?(done: number, total: number): void;
}

/** Turns one file into the other form, unless it is gone or was turned meanwhile. */
type Turn = (signal?: AbortSignal) => Promise<void>;

/** Files that are not yet kept as the lock asks: plain ones under a lock. */
export async function plainFiles(): Promise<number> {
  return (await turns(true)).length;
}

/** What is to be done so that every file is encrypted, or none. */
async function turns(encrypt: boolean): Promise<Turn[]> {
  const { store: artefacts } = (await openDatabase()).transaction('artefacts');
  const wanted: Turn[] = [];
  for await (const { value } of artefacts)
    if ((value.nonce === undefined) === encrypt) {
      const key: [string, string] = [value.itemId, value.name];
      wanted.push((signal) => turnArtefact(key, encrypt, signal));
    }
  const { store: addenda } = (await openDatabase()).transaction('addenda');
  for await (const { value } of addenda)
    if (value.picture && (value.nonce === undefined) === encrypt) {
      const key: [string, number] = [value.itemId, value.number];
      wanted.push((signal) => turnPicture(key, encrypt, signal));
    }
  for (const { folder, part } of await recordingParts(!encrypt)) wanted.push(() => turnPart(folder, part));
  return wanted;
}

/** The file in the other form. @throws DamagedArtefactError when it cannot be read in this one */
async function turned(
  kept: KeptBlob,
  {
    itemId,
    name,
    encrypt,
    signal,
  }: { itemId: string; name: string; encrypt: boolean; signal?: AbortSignal | undefined },
): Promise<KeptBlob> {
  const plain = await unlessLost(() => openKept(kept, signal), signal);
  if (!plain) throw new DamagedArtefactError(itemId, name);
  return encrypt ? keptBlob(plain, signal) : { blob: plain };
}

const isSameForm = (row: { nonce?: unknown } | undefined, encrypt: boolean): boolean =>
  row !== undefined && (row.nonce === undefined) === encrypt;

async function turnArtefact(key: [string, string], encrypt: boolean, signal?: AbortSignal): Promise<void> {
  const row = await (await openDatabase()).get('artefacts', key);
  if (!row || (row.nonce === undefined) !== encrypt) return;
  const { itemId, name } = row;
  const kept = await turned(row, { itemId, name, encrypt, signal });
  await transact(['artefacts', 'lock'], async (transaction) => {
    if (encrypt) await requireLockOf(transaction, [kept]);
    const files = transaction.objectStore('artefacts');
    // The item may have been deleted meanwhile, or the file put back.
    if (isSameForm(await files.get(key), encrypt)) await files.put({ itemId, name, ...kept });
  });
}

async function turnPicture(key: [string, number], encrypt: boolean, signal?: AbortSignal): Promise<void> {
  const row = await (await openDatabase()).get('addenda', key);
  const picture = row && keptPicture(row);
  if (!picture || (picture.nonce === undefined) !== encrypt) return;
  const { nonce: _before, keyId: _key, ...rest } = row;
  const kept = await turned(picture, { itemId: row.itemId, name: addendumFiles(stemOf(row)).picture, encrypt, signal });
  await transact(['addenda', 'lock'], async (transaction) => {
    if (encrypt) await requireLockOf(transaction, [kept]);
    const addenda = transaction.objectStore('addenda');
    if (isSameForm(await addenda.get(key), encrypt)) await addenda.put({ ...rest, ...asPicture(kept) });
  });
}

/** Each file on its own, so that a break leaves every file whole in one form or the other. */
async function convert(encrypt: boolean, { signal, onProgress }: ConvertOptions): Promise<void> {
  const all = await turns(encrypt);
  for (const [index, turn] of all.entries()) {
    signal?.throwIfAborted();
    await turn(signal);
    onProgress?.(index + 1, all.length);
  }
}

/** Encrypts the files that were kept before the passphrase was set. Can be broken off and begun again. */
export async function encryptStore(options: ConvertOptions = {}): Promise<void> {
  try {
    await inTurn('store-lock', () => convert(true, options), options.signal);
  } finally {
    notify({ kind: 'lock', key: 'store' });
  }
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
  await convert(false, options);
  // One may have been begun meanwhile.
  const gone = !(await isRecording()) && (await recordingParts(true)).length === 0 && (await removeLock(person));
  if (gone) await keepKeyAtHand(null);
  notify({ kind: 'lock', key: 'store' });
  return gone;
}

async function removeLock(person: string): Promise<boolean> {
  const sha256 = await createSha256();
  return transact(['artefacts', 'staged', 'addenda', 'lock', 'custody'], async (transaction) => {
    for (const name of ['artefacts', 'staged', 'addenda'] as const)
      for await (const { value } of transaction.objectStore(name)) if (value.nonce) return false;
    await transaction.objectStore('lock').delete('store');
    const entry = { act: 'noted', person, detail: '取消库口令，证据文件改为不加密存放' } as const;
    await appendWithin(transaction.objectStore('custody'), entry, sha256);
    return true;
  });
}
