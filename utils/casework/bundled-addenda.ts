import type { BagFile } from '../bundle/bag-file.ts';
import { addendaOf, readAddendum } from '../bundle/check-addenda.ts';
import * as layout from '../bundle/layout.ts';
import { type Addendum, addendumBytes } from '../evidence/addendum.ts';
import { createSha256, digestBlob } from '../evidence/digest.ts';
import { asPicture, type StoredAddendum, type StoredLog } from '../store/evidence-database.ts';
import { placeOfPicture } from '../store/kept-place.ts';
import { keptBlob } from '../store/store-key.ts';
import { BundleRejectedError } from './bundle-rejected.ts';

/** An addendum of a bundle. */
export interface BroughtAddendum {
  /** Its file's name without folder and ending. */
  stem: string;
  addendum: Addendum;
  /** Digest of the addendum, hex. */
  sha256: string;
  picture?: Blob;
}

/** The addenda of an item's folder in a bag that passed every check, in the order of their names. */
export async function bundledAddenda(bag: BagFile, folder: string): Promise<BroughtAddendum[]> {
  const path = layout.itemFolder(folder);
  const sha256 = await createSha256();
  const addenda: BroughtAddendum[] = [];
  for (const file of addendaOf(bag, path)) {
    const addendum = await readAddendum(bag, file);
    if (!addendum) throw new BundleRejectedError([file]);
    const stem = layout.stemOfFile(file);
    const named = addendum.kind === 'look-up' ? addendum.picture : undefined;
    const picture = named && (await bag.blob(path + layout.addendumFiles(stem).picture, named.mediaType));
    addenda.push({ stem, addendum, sha256: sha256(addendumBytes(addendum)), ...(picture ? { picture } : {}) });
  }
  return addenda;
}

/** An addendum of a bundle as it is to lie in the store. @throws StoreLockedError */
export async function storedAddendum(
  itemId: string,
  number: number,
  { stem, addendum, picture }: BroughtAddendum,
): Promise<StoredAddendum> {
  const named = addendum.kind === 'look-up' ? addendum.picture : undefined;
  const kept = picture && named && (await keptBlob(picture, placeOfPicture(itemId, named.sha256)));
  return { itemId, number, stem, addendum, ...(kept ? asPicture(kept) : {}) };
}

/** The custody logs that a bundle has of an item: those that came with it, then that of the library which made the bundle. */
export async function bundledLogs(
  bag: BagFile,
  folder: string,
): Promise<Required<Pick<StoredLog, 'log' | 'sha256'>>[]> {
  const earlier = layout.itemFolder(folder) + layout.EARLIER_LOGS;
  const files = [...bag.files.keys()].filter((file) => file.startsWith(earlier)).sort();
  const logs: Required<Pick<StoredLog, 'log' | 'sha256'>>[] = [];
  for (const file of [...files, layout.CUSTODY_LOG]) {
    const log = await bag.blob(file, 'application/x-ndjson');
    if (log) logs.push({ log, sha256: (await digestBlob(log)).sha256 });
  }
  return logs;
}
