import { addendumBytes, addendumDetail, addendumNumber, besideStem } from '../evidence/addendum.ts';
import { createSha256, digestBlob } from '../evidence/digest.ts';
import type { LibraryAddendum } from '../pool/library.ts';
import { checkStoredAddenda } from '../store/addendum-health.ts';
import { appendWithin } from '../store/custody-store.ts';
import { transact, under } from '../store/database.ts';
import { keptPicture, stemOf } from '../store/evidence-database.ts';
import { readItem, UnknownItemError } from '../store/evidence-store.ts';
import { notify } from '../store/notices.ts';
import { keepUnderLock, requireLockOf } from '../store/store-key.ts';
import { storedAddendum } from './bundled-addenda.ts';
import { StalePlanError } from './merge-addenda.ts';

/** Where an addendum came from, for the log. */
interface Source {
  person: string;
  /** Whose it is, and the key that signed the segment. */
  from: string;
  key: string;
}

/**
 * Adds an addendum of a colleague to an item that is here, with a line of this library's log that cites its digest. One that is
 * here is left alone; beside another one of its number it is kept under a name of its own.
 */
export const takeAddendum = (itemId: string, brought: LibraryAddendum, picture: Blob | undefined, source: Source) =>
  keepUnderLock(() => takeUnderLock(itemId, brought, picture, source));

async function takeUnderLock(
  itemId: string,
  { addendum }: LibraryAddendum,
  picture: Blob | undefined,
  { person, from, key }: Source,
): Promise<void> {
  const item = await readItem(itemId);
  if (!item) throw new UnknownItemError(itemId);
  const named = addendum.kind === 'look-up' ? addendum.picture : undefined;
  if (named && (!picture || picture.size !== named.size || (await digestBlob(picture)).sm3 !== named.sm3)) return;
  const [{ addenda: here, logs }, digest] = await Promise.all([checkStoredAddenda(item), createSha256()]);
  const sha256 = digest(addendumBytes(addendum));
  if (here.some((each) => each.sha256 === sha256 && each.belongs)) return;
  const plain = addendumNumber(addendum.number);
  const cited = [...logs.cited].some(([of, number]) => of !== sha256 && number === addendum.number);
  const stem = cited || here.some(({ row }) => stemOf(row) === plain) ? besideStem(addendum.number, sha256) : plain;
  const number = Math.max(0, ...here.map(({ row }) => row.number)) + 1;
  const row = await storedAddendum(
    { id: itemId, number, bundleKey: key },
    { stem, addendum, sha256, ...(picture ? { picture } : {}) },
  );
  const line = await transact(['items', 'addenda', 'lock', 'custody'], async (transaction) => {
    const kept = keptPicture(row);
    await requireLockOf(transaction, kept ? [kept] : []);
    if (!(await transaction.objectStore('items').count(itemId))) throw new UnknownItemError(itemId);
    if ((await transaction.objectStore('addenda').count(under(itemId))) !== here.length) throw new StalePlanError();
    await transaction.objectStore('addenda').add(row);
    const detail = addendumDetail(addendum, sha256, from);
    const entry = { act: 'supplemented', itemId, person, detail, itemSha256: item.digest.sha256 } as const;
    return appendWithin(transaction.objectStore('custody'), entry, digest);
  });
  notify({ kind: 'item', key: itemId });
  notify({ kind: 'log', key: String(line.sequence) });
}
