import { walkExtract } from '../bundle/custody-extract.ts';
import { earlierLog } from '../bundle/layout.ts';
import { citedAddenda } from '../evidence/addendum.ts';
import { lineDigest } from '../evidence/custody-log.ts';
import { createSha256, digestBlob } from '../evidence/digest.ts';
import type { EvidenceItem } from '../evidence/record.ts';
import { openDatabase, under } from './database.ts';
import type { StoredLog } from './evidence-database.ts';
import { unlessLost } from './intact-blob.ts';

/** What the logs about an item say: this library's own, and those that came with it in bundles. */
export interface ItemLogs {
  /** Numbers of the addenda that they vouch for, by digest. */
  cited: Map<string, number>;
  /** Digests of all lines. */
  lines: Set<string>;
  /** Logs that came with it and are lost or changed. */
  damaged: DamagedLog[];
}

/** By its name in bundles, its place in the store, and the digest that it should have, where that was kept. */
export type DamagedLog = { name: string } & Pick<StoredLog, 'number' | 'sha256'>;

export async function itemLogs(
  { id, digest }: Pick<EvidenceItem, 'id' | 'digest'>,
  signal?: AbortSignal,
): Promise<ItemLogs> {
  const database = await openDatabase();
  const [own, logs, sha256] = await Promise.all([
    database.getAllFromIndex('custody', 'item', id),
    database.getAll('provenance', under(id)),
    createSha256(),
  ]);
  const cited = citedAddenda(own, digest.sha256);
  const lines = new Set(own.map((line) => lineDigest(line, sha256)));
  const damaged: DamagedLog[] = [];
  for (const [index, kept] of logs.entries()) {
    const text = await unlessLost(() => textOf(kept, signal), signal);
    if (text === undefined) {
      const { number, sha256: wanted } = kept;
      damaged.push({ name: earlierLog(index + 1), number, ...(wanted ? { sha256: wanted } : {}) });
      continue;
    }
    const walk = walkExtract(text, sha256);
    for (const line of walk.lines) lines.add(lineDigest(line, sha256));
    for (const [of, number] of citedAddenda(walk.lines, digest.sha256)) cited.set(of, number);
  }
  return { cited, lines, damaged };
}

async function textOf({ log, sha256 }: StoredLog, signal?: AbortSignal): Promise<string | undefined> {
  const isIntact = sha256 === undefined || (await digestBlob(log, signal)).sha256 === sha256;
  return isIntact ? log.text() : undefined;
}
