import { type KeptBlob, keptPicture, type StoredAddendum } from './evidence-database.ts';

/**
 * What an encrypted file is bound to. A file of a capture is encrypted before its item has a number: it stays bound to the capture
 * and to its name, every other one to its item and its name.
 */
export const placeInCapture = (jobId: string, name: string) => `capture/${jobId}/${name}`;
export const placeInItem = (itemId: string, name: string) => `item/${itemId}/${name}`;
export const placeOfPicture = (itemId: string, sha256: string) => `addendum/${itemId}/${sha256}`;

/**
 * The file, if it was encrypted for where it lies; one of 0.1.0 was encrypted for no place.
 * @throws DOMException OperationError, as bytes that were changed under encryption do
 */
export function inPlace<T extends KeptBlob>(kept: T, fits: (place: string) => boolean): T {
  if (kept.place !== undefined && !fits(kept.place))
    throw new DOMException(`kept for ${kept.place}, found elsewhere`, 'OperationError');
  return kept;
}

/** The picture of an addendum as it is kept. @throws DOMException as {@link inPlace} does */
export function pictureInPlace(row: StoredAddendum): KeptBlob | undefined {
  const { itemId, addendum } = row;
  const named = addendum.kind === 'look-up' ? addendum.picture : undefined;
  const kept = keptPicture(row);
  return kept && named && inPlace(kept, (place) => place === placeOfPicture(itemId, named.sha256));
}

/** Whether a place is that of a file of an item, sealed from a capture or written into it. */
export const isOfItem =
  (itemId: string, name: string) =>
  (place: string): boolean =>
    place === placeInItem(itemId, name) || /^capture\/[^/]+\/(.+)$/s.exec(place)?.[1] === name;
