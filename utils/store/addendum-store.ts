import { inTurn } from '../base/in-turn.ts';
import { addendumFiles } from '../bundle/layout.ts';
import {
  type Addendum,
  type AddendumPicture,
  addendumBytes,
  addendumDetail,
  addendumNumber,
  type NewAddendum,
} from '../evidence/addendum.ts';
import { type AddendumSource, signAddendum } from '../evidence/addendum-origin.ts';
import { createSha256, digestBlob } from '../evidence/digest.ts';
import { itemLogs } from './cited-addenda.ts';
import { appendWithin } from './custody-store.ts';
import { openDatabase, transact, under } from './database.ts';
import { asPicture, type StoredAddendum, stemOf } from './evidence-database.ts';
import { quarantine, readItem, UnknownItemError } from './evidence-store.ts';
import { intactBlob } from './intact-blob.ts';
import { pictureInPlace, placeOfPicture } from './kept-place.ts';
import { notify } from './notices.ts';
import { signingKey } from './signing-key.ts';
import { keepUnderLock, keptBlob, requireLockOf } from './store-key.ts';

/** A shot of the portal's page, with where it was taken. */
export type PortalShot = Pick<AddendumPicture, 'capturedAt' | 'url' | 'title'> & { blob: Blob };

/** The addenda of an item, by number; those of one number by time, so that the last word is the latest. */
export async function readAddenda(itemId: string): Promise<(StoredAddendum & { stem: string })[]> {
  return sorted(await (await openDatabase()).getAll('addenda', under(itemId)));
}

function sorted(rows: readonly StoredAddendum[]): (StoredAddendum & { stem: string })[] {
  return rows
    .map((row) => ({ ...row, stem: stemOf(row) }))
    .sort((a, b) => {
      const byTime = a.addendum.at.localeCompare(b.addendum.at) || a.stem.localeCompare(b.stem);
      return a.addendum.number - b.addendum.number || byTime;
    });
}

/** The addenda of all items by item with where they come from, each as {@link readAddenda} sorts them. */
export async function readAllAddenda(): Promise<
  ReadonlyMap<string, readonly ({ stem: string; addendum: Addendum } & AddendumSource)[]>
> {
  const rows = await (await openDatabase()).getAll('addenda');
  const byItem = new Map<string, StoredAddendum[]>();
  for (const row of rows) byItem.set(row.itemId, [...(byItem.get(row.itemId) ?? []), row]);
  return new Map([...byItem].map(([itemId, own]) => [itemId, sorted(own)]));
}

/**
 * The picture that an addendum names, compared with its digests; a difference quarantines the item.
 * @throws DamagedArtefactError
 */
export async function readAddendumPicture(itemId: string, named: AddendumPicture): Promise<Blob> {
  const [item, rows] = await Promise.all([readItem(itemId), readAddenda(itemId)]);
  const row = rows.find(({ addendum }) => addendum.kind === 'look-up' && addendum.picture?.sha256 === named.sha256);
  if (!item || !row) throw new UnknownItemError(itemId);
  const blob = await intactBlob(async () => pictureInPlace(row), named);
  return blob ?? quarantine(item, addendumFiles(row.stem).picture);
}

/** Another addendum of the item was written meanwhile: the number that was signed is taken. */
class NumberTakenError extends Error {
  override name = 'NumberTakenError';
}

/**
 * Writes an addendum to a sealed item: the addendum with its signature, its picture and the line of the custody log that cites its digest, in
 * one transaction. The record and its seal stay as they are.
 */
export const addAddendum = (itemId: string, entry: NewAddendum, shot?: PortalShot): Promise<Addendum> =>
  keepUnderLock(() => inTurn(`addendum-${itemId}`, () => addInTurn(itemId, entry, shot)));

/** An import may write addenda in between; the number is part of what is signed, so it is signed again then. */
async function addInTurn(itemId: string, entry: NewAddendum, shot?: PortalShot): Promise<Addendum> {
  for (let tries = 3; ; tries -= 1) {
    try {
      return await addUnderLock(itemId, entry, shot);
    } catch (error) {
      if (!(error instanceof NumberTakenError) || tries === 1) throw error;
    }
  }
}

async function addUnderLock(itemId: string, entry: NewAddendum, shot?: PortalShot): Promise<Addendum> {
  const picture: AddendumPicture | undefined = shot && {
    mediaType: 'image/png',
    size: shot.blob.size,
    ...(await digestBlob(shot.blob)),
    capturedAt: shot.capturedAt,
    url: shot.url,
    title: shot.title,
  };
  const stored = await readItem(itemId);
  if (!stored) throw new UnknownItemError(itemId);
  const kept = shot && picture && (await keptBlob(shot.blob, placeOfPicture(itemId, picture.sha256)));
  const [{ cited }, sha256, key, before] = await Promise.all([
    itemLogs(stored),
    createSha256(),
    signingKey(),
    readAddenda(itemId),
  ]);
  // A number that the log has given out is not given out again, whatever became of its addendum.
  const numberAfter = (rows: readonly StoredAddendum[]) =>
    Math.max(0, ...cited.values(), ...rows.map((row) => row.addendum.number)) + 1;
  const number = numberAfter(before);
  const recordSha256 = stored.digest.sha256;
  const place = { schema: 1, number, recordSha256 } as const;
  const addendum: Addendum =
    entry.kind === 'look-up' ? { ...entry, ...place, ...(picture ? { picture } : {}) } : { ...entry, ...place };
  // Signed outside the transaction, which would commit itself meanwhile.
  const signature = await signAddendum(addendum, key);
  const line = await transact(['items', 'addenda', 'lock', 'custody'], async (transaction) => {
    await requireLockOf(transaction, kept ? [kept] : []);
    const item = await transaction.objectStore('items').get(itemId);
    if (!item) throw new UnknownItemError(itemId);
    const addenda = transaction.objectStore('addenda');
    const rows = await addenda.getAll(under(itemId));
    if (numberAfter(rows) !== number) throw new NumberTakenError();
    const last = Math.max(0, ...rows.map((row) => row.number));
    await addenda.add({
      itemId,
      number: last + 1,
      stem: addendumNumber(number),
      addendum,
      signature,
      ...(kept ? asPicture(kept) : {}),
    });
    const detail = addendumDetail(addendum, sha256(addendumBytes(addendum)));
    const line = { act: 'supplemented', itemId, person: entry.person, detail, itemSha256: recordSha256 } as const;
    return appendWithin(transaction.objectStore('custody'), line, sha256);
  });
  notify({ kind: 'item', key: itemId });
  notify({ kind: 'log', key: String(line.sequence) });
  return addendum;
}
