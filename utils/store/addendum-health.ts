import { walkExtract } from '../bundle/custody-extract.ts';
import { addendumFiles, earlierLog } from '../bundle/layout.ts';
import { addendumBytes, citedAddenda } from '../evidence/addendum.ts';
import { createSha256, digestBlob } from '../evidence/digest.ts';
import type { EvidenceItem } from '../evidence/record.ts';
import { openDatabase, type StoredAddendum, under } from './database.ts';
import { intactBlob, unlessLost } from './intact-blob.ts';

type Sealed = Pick<EvidenceItem, 'id' | 'digest'>;

/**
 * Re-hashes what was added to an item after its seal: each addendum is the one that the log cites, belongs to the record and
 * has the picture that it names, none that is cited is missing, and the logs that came with the item can be read.
 * @returns names of what does not hold, as a bundle has them below the item's folder
 */
export async function damagedBeside(item: Sealed, signal?: AbortSignal): Promise<string[]> {
  const database = await openDatabase();
  const [rows, sha256] = await Promise.all([database.getAll('addenda', under(item.id)), createSha256()]);
  const { cited, damaged: logs } = await citedFor(item, signal);
  const damaged = new Set<string>();
  for (const row of rows) {
    signal?.throwIfAborted();
    const names = addendumFiles(row.number);
    const { addendum } = row;
    const belongs = addendum.number === row.number && addendum.recordSha256 === item.digest.sha256;
    if (!cited.delete(sha256(addendumBytes(addendum))) || !belongs) damaged.add(names.json);
    if (!(await hasItsPicture(row, signal))) damaged.add(names.picture);
  }
  for (const number of cited.values()) damaged.add(addendumFiles(number).json);
  return [...damaged, ...logs];
}

async function hasItsPicture({ addendum, picture }: StoredAddendum, signal?: AbortSignal): Promise<boolean> {
  const named = addendum.kind === 'look-up' ? addendum.picture : undefined;
  if (!named) return picture === undefined;
  return (await intactBlob(async () => picture && { blob: picture }, named, signal)) !== undefined;
}

/** Numbers of the addenda that this library's log and those that came with the item cite, by digest; names of logs that are lost. */
async function citedFor(
  { id, digest }: Sealed,
  signal?: AbortSignal,
): Promise<{ cited: Map<string, number>; damaged: string[] }> {
  const database = await openDatabase();
  const [own, logs, sha256] = await Promise.all([
    database.getAllFromIndex('custody', 'item', id),
    database.getAll('provenance', under(id)),
    createSha256(),
  ]);
  const cited = citedAddenda(own, digest.sha256);
  const damaged: string[] = [];
  for (const [index, kept] of logs.entries()) {
    const text = await unlessLost(async () => {
      const isIntact = kept.sha256 === undefined || (await digestBlob(kept.log, signal)).sha256 === kept.sha256;
      return isIntact ? kept.log.text() : undefined;
    }, signal);
    if (text === undefined) damaged.push(earlierLog(index + 1));
    else for (const [of, number] of citedAddenda(walkExtract(text, sha256).lines, digest.sha256)) cited.set(of, number);
  }
  return { cited, damaged };
}
