import type { BagFile } from '../bundle/bag-file.ts';
import { addendaOf, readAddendum, readAddendumSignature } from '../bundle/check-addenda.ts';
import * as layout from '../bundle/layout.ts';
import { type Addendum, addendumBytes } from '../evidence/addendum.ts';
import type { AddendumSignature } from '../evidence/addendum-origin.ts';
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
  signature?: AddendumSignature;
  /** Key of the bundle that brought it here before, unsigned. */
  broughtBy?: string;
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
    const signature = await readAddendumSignature(bag, path, stem);
    addenda.push({
      stem,
      addendum,
      sha256: sha256(addendumBytes(addendum)),
      ...(signature ? { signature } : {}),
      ...(picture ? { picture } : {}),
    });
  }
  return addenda;
}

/**
 * An addendum of a bundle as it is to lie in the store.
 * @param bundleKey fingerprint of the key that signed the bundle: all that speaks for an addendum which is not signed itself
 * @throws StoreLockedError
 */
export async function storedAddendum(
  { id: itemId, number, bundleKey }: { id: string; number: number; bundleKey: string },
  { stem, addendum, signature, broughtBy = bundleKey, picture }: BroughtAddendum,
): Promise<StoredAddendum> {
  const named = addendum.kind === 'look-up' ? addendum.picture : undefined;
  const kept = picture && named && (await keptBlob(picture, placeOfPicture(itemId, named.sha256)));
  const source = signature ? { signature } : { broughtBy };
  return { itemId, number, stem, addendum, ...source, ...(kept ? asPicture(kept) : {}) };
}

/** The keys that signed some addenda, each once. */
export const addendumKeys = (addenda: readonly BroughtAddendum[]): string[] => [
  ...new Set(addenda.flatMap(({ signature }) => signature?.keyFingerprint ?? [])),
];

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
