import { walkExtract } from '../bundle/custody-extract.ts';
import { lineDigest } from '../evidence/custody-log.ts';
import { createSha256 } from '../evidence/digest.ts';
import type { CustodyLine } from '../evidence/record.ts';
import { openDatabase, under } from './database.ts';

/** A custody log that came with an imported item. */
export interface EarlierLog {
  /** Its lines about the item, each with its own digest, oldest first. */
  lines: readonly { line: CustodyLine; sha256: string }[];
  /** The whole log chains, lines about other items included. */
  intact: boolean;
}

/** The logs that came with an item, the oldest library first; none for an item captured here. */
export async function readEarlierLogs(itemId: string): Promise<EarlierLog[]> {
  const database = await openDatabase();
  const [item, rows, sha256] = await Promise.all([
    database.get('items', itemId),
    database.getAll('provenance', under(itemId)),
    createSha256(),
  ]);
  const concerns = ({ itemId: id }: CustodyLine) =>
    id !== undefined && item !== undefined && id.startsWith(item.record.id);
  return Promise.all(
    rows.map(async ({ log }) => {
      const walk = walkExtract(await log.text(), sha256);
      const lines = walk.lines.filter(concerns).map((line) => ({ line, sha256: lineDigest(line, sha256) }));
      return { lines, intact: walk.brokenAt === undefined };
    }),
  );
}
