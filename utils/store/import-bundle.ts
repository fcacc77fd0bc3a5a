import { type BagFile, openBag } from '../bundle/bag-file.ts';
import { addendaOf, readAddendum } from '../bundle/check-addenda.ts';
import * as layout from '../bundle/layout.ts';
import { type VerifyOptions, verifyBundle } from '../bundle/verify-bundle.ts';
import { canonicalBytes } from '../evidence/canonical-json.ts';
import { createSha256, digestBlob } from '../evidence/digest.ts';
import type { EvidenceItem } from '../evidence/record.ts';
import { type BundledItem, BundleRejectedError, bundledItems } from './bundled-items.ts';
import { appendWithin } from './custody-store.ts';
import { type KeptArtefact, type StoredAddendum, type StoredLog, type StoredStamp, transact } from './database.ts';
import { deleteItem } from './evidence-store.ts';
import { damagedParts } from './health.ts';
import { notify } from './notices.ts';
import { indexNumbers } from './number-index.ts';
import { restoreItem } from './restore-item.ts';
import { SealReadBackError } from './seal-item.ts';
import { keptBlob } from './store-key.ts';

export interface ImportOptions extends VerifyOptions {
  person: string;
  /** How the key that sealed an item was checked, for the log. */
  describeKey?(keyFingerprint: string): string;
  /** Called after each item; what was taken in until then stays when the import is cancelled. */
  onItem?(itemId: string, done: number, total: number): void;
}

/** Ids as they stand in this library. */
export interface ImportOutcome {
  imported: readonly string[];
  /** Here before, intact and left alone. */
  present: readonly string[];
  /** Here before with damaged files, which the bundle replaced. */
  restored: readonly string[];
}

/**
 * Takes the items of a bundle into this library, each whole or not at all. The bundle must pass every check. The log that
 * it brings is kept with the item and cited by its head in this library's own log, which goes on from there; items that are
 * here already are left alone, but for damaged files of theirs, which are put back from the bundle.
 * @throws BundleRejectedError, SealReadBackError
 */
export async function importBundle(zip: Blob, options: ImportOptions): Promise<ImportOutcome> {
  const verdict = await verifyBundle(zip, options);
  const failed = verdict.checks.filter((check) => check.state === 'failed');
  if (failed.length) throw new BundleRejectedError(failed.map((check) => check.sentence));
  const bag = await openBag(zip, options.signal);
  const items = await bundledItems(bag, options.signal);
  const clash = items.find(({ standing }) => standing === 'clash');
  if (clash) throw new BundleRejectedError([`${clash.item.id} 与库中同号证据的封存记录不同。`]);
  const outcome = { imported: [] as string[], present: [] as string[], restored: [] as string[] };
  for (const [index, each] of items.entries()) {
    options.signal?.throwIfAborted();
    outcome[await takeOne(bag, each, options)].push(each.item.id);
    options.onItem?.(each.item.id, index + 1, items.length);
  }
  return outcome;
}

async function takeOne(
  bag: BagFile,
  { item, folder, standing }: BundledItem,
  { person, describeKey }: ImportOptions,
): Promise<keyof ImportOutcome> {
  if (standing === 'present') return 'present';
  if (standing === 'damaged') {
    await restoreItem(bag, folder, item, person);
    return 'restored';
  }
  const fingerprint = item.signature?.keyFingerprint ?? '';
  const key = `封存公钥指纹 ${fingerprint}${describeKey ? `（${describeKey(fingerprint)}）` : ''}`;
  await takeIn(bag, folder, item, { person, key });
  return 'imported';
}

async function takeIn(
  bag: BagFile,
  folder: string,
  item: EvidenceItem,
  { person, key }: { person: string; key: string },
): Promise<void> {
  const path = layout.itemFolder(folder);
  const rows: KeptArtefact[] = [];
  for (const { name, mediaType } of item.record.artefacts) {
    const blob = await bag.blob(path + name, mediaType);
    if (!blob) throw new BundleRejectedError([path + name]);
    rows.push({ itemId: item.id, name, ...(await keptBlob(blob)) });
  }
  const logs = [...bag.files.keys()].filter((file) => file.startsWith(path + layout.EARLIER_LOGS)).sort();
  const provenance: Pick<StoredLog, 'log' | 'sha256'>[] = [];
  for (const file of [...logs, layout.CUSTODY_LOG]) {
    const log = await bag.blob(file, 'application/x-ndjson');
    if (log) provenance.push({ log, sha256: (await digestBlob(log)).sha256 });
  }
  const [stamp, head, sha256] = await Promise.all([
    stampOf(bag, path, item),
    bag.text(layout.CUSTODY_HEAD),
    createSha256(),
  ]);
  const addenda = await addendaIn(bag, path, item.id);
  const stores = ['items', 'artefacts', 'addenda', 'provenance', 'stamps', 'numbers', 'custody'] as const;
  const line = await transact(stores, async (transaction) => {
    await transaction.objectStore('items').add(stamp ? { ...item, stampedAt: stamp.time } : item);
    await indexNumbers(transaction.objectStore('numbers'), item);
    for (const addendum of addenda) await transaction.objectStore('addenda').add(addendum);
    for (const row of rows) await transaction.objectStore('artefacts').add(row);
    for (const [number, log] of provenance.entries()) {
      await transaction.objectStore('provenance').add({ itemId: item.id, number, ...log });
    }
    if (stamp) await transaction.objectStore('stamps').add(stamp);
    const detail = `${bag.name}，原日志链头 ${head ?? ''}，${key}`;
    const { sha256: itemSha256 } = item.digest;
    const entry = { act: 'imported', itemId: item.id, person, detail, itemSha256 } as const;
    return appendWithin(transaction.objectStore('custody'), entry, sha256);
  });
  const damaged = await damagedParts(item);
  if (damaged.length) {
    await deleteItem(item.id, `导入后读回不一致，已撤回：${damaged.join('、')}`, person);
    throw new SealReadBackError(damaged);
  }
  notify({ kind: 'item', key: item.id });
  notify({ kind: 'log', key: String(line.sequence) });
}

async function addendaIn(bag: BagFile, path: string, itemId: string): Promise<StoredAddendum[]> {
  const addenda: StoredAddendum[] = [];
  for (const file of addendaOf(bag, path)) {
    const addendum = await readAddendum(bag, file);
    if (!addendum) throw new BundleRejectedError([file]);
    const named = addendum.kind === 'look-up' ? addendum.picture : undefined;
    const picture = named && (await bag.blob(path + layout.addendumFiles(addendum.number).picture, named.mediaType));
    addenda.push({ itemId, number: addendum.number, addendum, ...(picture ? { picture } : {}) });
  }
  return addenda;
}

async function stampOf(bag: BagFile, path: string, item: EvidenceItem): Promise<StoredStamp | undefined> {
  const [reply, query] = await Promise.all([
    bag.bytes(path + layout.RECORD_STAMP_REPLY),
    bag.bytes(path + layout.RECORD_STAMP_QUERY),
  ]);
  if (!reply || !query) return undefined;
  const { verifyStamp } = await import('../evidence/timestamp.ts');
  return { ...(await verifyStamp(reply, canonicalBytes(item.record), query)), reply, query, itemId: item.id };
}
