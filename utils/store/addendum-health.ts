import { addendumFiles } from '../bundle/layout.ts';
import { addendumBytes, addendumNumber, isStemOf } from '../evidence/addendum.ts';
import { verifyAddendum } from '../evidence/addendum-origin.ts';
import { createSha256 } from '../evidence/digest.ts';
import type { EvidenceItem } from '../evidence/record.ts';
import { type ItemLogs, itemLogs } from './cited-addenda.ts';
import { openDatabase, under } from './database.ts';
import { type StoredAddendum, stemOf } from './evidence-database.ts';
import { intactBytes } from './intact-blob.ts';
import { pictureInPlace } from './kept-place.ts';

/** An addendum of the store after its check. */
export interface CheckedAddendum {
  row: StoredAddendum;
  /** Digest of the addendum as it lies here, hex. */
  sha256: string;
  /** It belongs to the record and stands under its number. */
  belongs: boolean;
  /** That, and a log cites it. */
  vouched: boolean;
  /** It has the picture that it names, or neither. */
  pictured: boolean;
  /** Its signature holds, or it never had one. */
  signed: boolean;
}

type Sealed = Pick<EvidenceItem, 'id' | 'digest'>;

/** Re-hashes the addenda of an item and compares them with what the logs cite. */
export async function checkStoredAddenda(
  item: Sealed,
  signal?: AbortSignal,
): Promise<{ addenda: CheckedAddendum[]; logs: ItemLogs }> {
  const database = await openDatabase();
  const [rows, logs, sha256] = await Promise.all([
    database.getAll('addenda', under(item.id)),
    itemLogs(item, signal),
    createSha256(),
  ]);
  const addenda: CheckedAddendum[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    signal?.throwIfAborted();
    const digest = sha256(addendumBytes(row.addendum));
    const belongs = row.addendum.recordSha256 === item.digest.sha256 && isStemOf(stemOf(row), row.addendum, digest);
    const vouched = belongs && logs.cited.has(digest) && !seen.has(digest);
    seen.add(digest);
    const pictured = await hasItsPicture(row, signal);
    const signed = row.signature === undefined || (await verifyAddendum(row.addendum, row.signature));
    addenda.push({ row, sha256: digest, belongs, vouched, pictured, signed });
  }
  return { addenda, logs };
}

/**
 * What does not hold of what was added to an item after its seal: addenda that are not the ones that the log cites, signatures
 * that are not theirs, pictures that are not the ones that they name, addenda that are cited and gone, logs that came with the item and are lost.
 * @returns names, as a bundle has them below the item's folder
 */
export async function damagedBeside(item: Sealed, signal?: AbortSignal): Promise<string[]> {
  const { addenda, logs } = await checkStoredAddenda(item, signal);
  const damaged = new Set<string>();
  for (const { row, vouched, pictured, signed } of addenda) {
    const names = addendumFiles(stemOf(row));
    if (!vouched) damaged.add(names.json);
    else if (!signed) damaged.add(names.signature);
    if (!pictured) damaged.add(names.picture);
  }
  const here = new Set(addenda.flatMap(({ vouched, sha256 }) => (vouched ? [sha256] : [])));
  for (const [sha256, number] of logs.cited)
    if (!here.has(sha256)) damaged.add(addendumFiles(addendumNumber(number)).json);
  return [...damaged, ...logs.damaged.map(({ name }) => name)];
}

async function hasItsPicture(row: StoredAddendum, signal?: AbortSignal): Promise<boolean> {
  const named = row.addendum.kind === 'look-up' ? row.addendum.picture : undefined;
  if (!named) return row.picture === undefined;
  return (await intactBytes(async () => pictureInPlace(row), named, signal)) !== undefined;
}
