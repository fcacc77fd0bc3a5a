import { addendumFiles } from '../bundle/layout.ts';
import {
  type Addendum,
  type AddendumPicture,
  addendumBytes,
  addendumDetail,
  type NewAddendum,
} from '../evidence/addendum.ts';
import { createSha256, digestBlob } from '../evidence/digest.ts';
import { appendWithin } from './custody-store.ts';
import { openDatabase, type StoredAddendum, transact, under } from './database.ts';
import { quarantine, readItem, UnknownItemError } from './evidence-store.ts';
import { intactBlob } from './intact-blob.ts';
import { notify } from './notices.ts';

/** A shot of the portal's page, with where it was taken. */
export type PortalShot = Pick<AddendumPicture, 'capturedAt' | 'url' | 'title'> & { blob: Blob };

/** The addenda of an item, oldest first. */
export async function readAddenda(itemId: string): Promise<StoredAddendum[]> {
  return (await openDatabase()).getAll('addenda', under(itemId));
}

/**
 * The picture that an addendum names, compared with its digests; a difference quarantines the item.
 * @throws DamagedArtefactError
 */
export async function readAddendumPicture(itemId: string, named: AddendumPicture): Promise<Blob> {
  const [item, rows] = await Promise.all([readItem(itemId), readAddenda(itemId)]);
  const row = rows.find(({ addendum }) => addendum.kind === 'look-up' && addendum.picture?.sha256 === named.sha256);
  if (!item || !row) throw new UnknownItemError(itemId);
  const blob = await intactBlob(async () => row.picture && { blob: row.picture }, named);
  return blob ?? quarantine(item, addendumFiles(row.number).picture);
}

/**
 * Writes an addendum to a sealed item: the addendum, its picture and the line of the custody log that cites its digest, in
 * one transaction. The record and its seal stay as they are.
 */
export async function addAddendum(itemId: string, entry: NewAddendum, shot?: PortalShot): Promise<Addendum> {
  const picture: AddendumPicture | undefined = shot && {
    mediaType: 'image/png',
    size: shot.blob.size,
    ...(await digestBlob(shot.blob)),
    capturedAt: shot.capturedAt,
    url: shot.url,
    title: shot.title,
  };
  const sha256 = await createSha256();
  const [addendum, line] = await transact(['items', 'addenda', 'custody'], async (transaction) => {
    const item = await transaction.objectStore('items').get(itemId);
    if (!item) throw new UnknownItemError(itemId);
    const addenda = transaction.objectStore('addenda');
    const number = (await addenda.count(under(itemId))) + 1;
    const recordSha256 = item.digest.sha256;
    const place = { schema: 1, number, recordSha256 } as const;
    const addendum: Addendum =
      entry.kind === 'look-up' ? { ...entry, ...place, ...(picture ? { picture } : {}) } : { ...entry, ...place };
    await addenda.add({ itemId, number, addendum, ...(shot ? { picture: shot.blob } : {}) });
    const detail = addendumDetail(addendum, sha256(addendumBytes(addendum)));
    const line = { act: 'supplemented', itemId, person: entry.person, detail, itemSha256: recordSha256 } as const;
    return [addendum, await appendWithin(transaction.objectStore('custody'), line, sha256)] as const;
  });
  notify({ kind: 'item', key: itemId });
  notify({ kind: 'log', key: String(line.sequence) });
  return addendum;
}
