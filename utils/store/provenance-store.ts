import { walkExtract } from '../bundle/custody-extract.ts';
import { lineDigest } from '../evidence/custody-log.ts';
import { createSha256 } from '../evidence/digest.ts';
import type { CustodyLine } from '../evidence/record.ts';
import { openDatabase, under } from './database.ts';
import { unlessLost } from './intact-blob.ts';

/** A custody log that came with an imported item. */
export interface EarlierLog {
  /** Its lines about the item, each with its own digest, oldest first. */
  lines: readonly { line: CustodyLine; sha256: string }[];
  /** The whole log chains, lines about other items included. */
  intact: boolean;
}

/**
 * The logs that came with an item in bundles, the oldest first; none for an item captured here to which nothing was brought. A
 * line is given once: a later bundle of the same library has the earlier lines too.
 */
export async function readEarlierLogs(itemId: string): Promise<EarlierLog[]> {
  const database = await openDatabase();
  const [item, rows, own, sha256] = await Promise.all([
    database.get('items', itemId),
    database.getAll('provenance', under(itemId)),
    database.getAllFromIndex('custody', 'item', itemId),
    createSha256(),
  ]);
  const shown = new Set(own.map((line) => lineDigest(line, sha256)));
  const isFirst = (digest: string) => !shown.has(digest) && shown.add(digest);
  const concerns = ({ itemId: id }: CustodyLine) =>
    id !== undefined && item !== undefined && id.startsWith(item.record.id);
  const logs: EarlierLog[] = [];
  for (const { log } of rows) {
    const text = await unlessLost(() => log.text());
    const walk = walkExtract(text ?? '', sha256);
    const lines = walk.lines.filter(concerns).map((line) => ({ line, sha256: lineDigest(line, sha256) }));
    logs.push({
      lines: lines.filter((each) => isFirst(each.sha256)),
      intact: text !== undefined && walk.brokenAt === undefined,
    });
  }
  return logs;
}
