import { inTurn } from '../base/in-turn.ts';
import { type BagFile, openBag } from '../bundle/bag-file.ts';
import * as layout from '../bundle/layout.ts';
import { type VerifyOptions, verifyBundle } from '../bundle/verify-bundle.ts';
import { canonicalBytes } from '../evidence/canonical-json.ts';
import { createSha256 } from '../evidence/digest.ts';
import { refusePractice } from '../evidence/practice.ts';
import type { EvidenceItem } from '../evidence/record.ts';
import { totalSize } from '../evidence/total-size.ts';
import { appendWithin } from '../store/custody-store.ts';
import { transact } from '../store/database.ts';
import { ensureRoomFor } from '../store/disk-reserve.ts';
import { type KeptArtefact, keptPicture, type StoredStamp } from '../store/evidence-database.ts';
import { deleteItem, readItem, UnknownItemError } from '../store/evidence-store.ts';
import { damagedParts, recordHealth } from '../store/health.ts';
import { placeInItem } from '../store/kept-place.ts';
import { notify } from '../store/notices.ts';
import { indexNumbers } from '../store/number-index.ts';
import { keptBlob, requireLockOf } from '../store/store-key.ts';
import { BundleRejectedError } from './bundle-rejected.ts';
import { addendumKeys, bundledAddenda, bundledLogs, storedAddendum } from './bundled-addenda.ts';
import { type BundledItem, bundledItems } from './bundled-items.ts';
import { type AddendaPlan, mergeAddenda, planAddenda, StalePlanError } from './merge-addenda.ts';
import { damagedFiles, restoreItem } from './restore-item.ts';
import { SealReadBackError } from './seal-item.ts';

export interface ImportOptions extends VerifyOptions {
  person: string;
  /** How the key that sealed an item was checked, for the log. */
  describeKey?(keyFingerprint: string): string;
  /** Whether a key is this office's own or on its list: addenda under another are not taken into items that are here. */
  isKnownKey?(keyFingerprint: string): boolean;
  /** Called after each item; what was taken in until then stays when the import is cancelled. */
  onItem?(itemId: string, done: number, total: number): void;
}

/** Ids as they stand in this library; an item with damaged parts may be restored and supplemented both. */
export interface ImportOutcome {
  imported: readonly string[];
  /** Here before, intact and left alone. */
  present: readonly string[];
  /** Here before with damaged parts, which the bundle replaced. */
  restored: readonly string[];
  /** Here before without these addenda; `doubled` are those of them whose number another addendum has here. */
  supplemented: readonly { itemId: string; addenda: readonly string[]; doubled: readonly string[] }[];
  /** Addenda that were not taken in, since nobody here knows the key that signed the bundle. */
  refused: readonly { itemId: string; addenda: readonly string[] }[];
}

type Outcome = { [name in keyof ImportOutcome]: ImportOutcome[name][number][] };

/**
 * Takes the items of a bundle into this library, each whole or not at all. The bundle must pass every check. The log that
 * it brings is kept with the item and cited by its head in this library's own log, which goes on from there; items that are
 * here already are left alone, but that damaged parts of theirs are put back from the bundle, and addenda that they did not
 * have are added to them.
 * @throws BundleRejectedError, SealReadBackError, StorageFullError
 */
export function importBundle(zip: Blob, options: ImportOptions): Promise<ImportOutcome> {
  // What is here already is asked once: another window must not take the same items in meanwhile.
  return inTurn('import', () => importInTurn(zip, options), options.signal);
}

async function importInTurn(zip: Blob, options: ImportOptions): Promise<ImportOutcome> {
  const verdict = await verifyBundle(zip, options);
  const failed = verdict.checks.filter((check) => check.state === 'failed');
  if (failed.length) throw new BundleRejectedError(failed.map((check) => check.sentence));
  const bag = await openBag(zip, options.signal);
  const items = await bundledItems(bag, options.signal);
  const clash = items.find(({ standing }) => standing === 'clash');
  if (clash) throw new BundleRejectedError([`${clash.item.id} 与库中同号证据的封存记录不同。`]);
  // Practice goes into no bundle: one that holds it was not made by this software.
  refusePractice(items.map(({ item }) => item));
  const outcome: Outcome = { imported: [], present: [], restored: [], supplemented: [], refused: [] };
  const signer = verdict.keyFingerprint ?? '';
  const isKnown = options.isKnownKey?.(signer) ?? true;
  const keyWords: KeyWords = (use, key) => keyInWords(use, key, options);
  for (const [index, each] of items.entries()) {
    options.signal?.throwIfAborted();
    if (each.standing === 'new') {
      await takeIn(bag, each.folder, each.item, {
        person: options.person,
        bundleKey: signer,
        sealer: sealer(each),
        keyWords,
        signal: options.signal,
      });
      outcome.imported.push(each.item.id);
    } else await update(bag, each, { person: options.person, bundleKey: signer, keyWords, isKnown }, outcome);
    options.onItem?.(each.item.id, index + 1, items.length);
  }
  return outcome;
}

const sealer = ({ item }: BundledItem) => item.signature?.keyFingerprint ?? '';

const keyInWords = (use: string, fingerprint: string, { describeKey }: ImportOptions) =>
  `${use}公钥指纹 ${fingerprint}${describeKey ? `（${describeKey(fingerprint)}）` : ''}`;

/** A key as the log names it: what it was used for, its fingerprint, and how it was checked. */
type KeyWords = (use: string, fingerprint: string) => string;

/** Mends and supplements an item that is here, as far as the bundle can. */
async function update(
  bag: BagFile,
  { item: { id, ...sealed }, folder }: BundledItem,
  by: { person: string; bundleKey: string; keyWords: KeyWords; isKnown: boolean },
  outcome: Outcome,
): Promise<void> {
  const known = await readItem(id);
  if (!known) throw new UnknownItemError(id);
  const files = damagedFiles({ record: sealed.record, health: known.health });
  if (files.length) await restoreItem(bag, folder, { id, ...sealed }, by.person);
  if (!by.isKnown) {
    // What an own log vouches for may come back from anybody; what is new may not.
    const { brought } = await planAddenda(bag, folder, known);
    if (brought.length) {
      outcome.refused.push({ itemId: id, addenda: brought });
      if (files.length) outcome.restored.push(id);
      else outcome.present.push(id);
      return;
    }
  }
  const plan = await merged(bag, folder, known, by);
  const isNews = plan.rows.length + plan.logs.length > 0;
  if (isNews) {
    const damaged = await damagedParts({ id, ...sealed });
    await recordHealth(id, damaged);
    const still = damaged.filter((name) => plan.names.includes(name));
    if (still.length) throw new SealReadBackError(still);
  }
  const { brought: addenda, doubled, mended } = plan;
  if (files.length || mended.length) outcome.restored.push(id);
  if (addenda.length) outcome.supplemented.push({ itemId: id, addenda, doubled });
  if (!files.length && !isNews) outcome.present.push(id);
}

/** Plans and does it, anew when something was added to the item in between. */
async function merged(
  bag: BagFile,
  folder: string,
  known: EvidenceItem,
  by: { person: string; bundleKey: string; keyWords: KeyWords },
): Promise<AddendaPlan> {
  for (let tries = 3; ; tries -= 1) {
    const plan = await planAddenda(bag, folder, known);
    try {
      if (plan.rows.length + plan.logs.length > 0) await mergeAddenda(bag, known, plan, by);
      return plan;
    } catch (error) {
      if (!(error instanceof StalePlanError) || tries === 1) throw error;
    }
  }
}

async function takeIn(
  bag: BagFile,
  folder: string,
  item: EvidenceItem,
  {
    person,
    bundleKey,
    sealer,
    keyWords,
    signal,
  }: { person: string; bundleKey: string; sealer: string; keyWords: KeyWords; signal: AbortSignal | undefined },
): Promise<void> {
  const path = layout.itemFolder(folder);
  await ensureRoomFor(totalSize(item.record.artefacts));
  const rows: KeptArtefact[] = [];
  for (const { name, mediaType } of item.record.artefacts) {
    const blob = await bag.blob(path + name, mediaType);
    if (!blob) throw new BundleRejectedError([path + name]);
    rows.push({ itemId: item.id, name, ...(await keptBlob(blob, placeInItem(item.id, name), signal)) });
  }
  const provenance = await bundledLogs(bag, folder);
  const [stamp, head, sha256] = await Promise.all([
    stampOf(bag, path, item),
    bag.text(layout.CUSTODY_HEAD),
    createSha256(),
  ]);
  const brought = await bundledAddenda(bag, folder);
  const addenda = await Promise.all(
    brought.map((each, index) => storedAddendum({ id: item.id, number: index + 1, bundleKey }, each)),
  );
  const signedBy = [keyWords('封存', sealer), ...addendumKeys(brought).map((key) => keyWords('附页签名', key))];
  const stores = ['items', 'artefacts', 'addenda', 'provenance', 'stamps', 'numbers', 'lock', 'custody'] as const;
  const line = await transact(stores, async (transaction) => {
    const pictures = addenda.flatMap((addendum) => keptPicture(addendum) ?? []);
    await requireLockOf(transaction, [...rows, ...pictures]);
    await transaction.objectStore('items').add(stamp ? { ...item, stampedAt: stamp.time } : item);
    await indexNumbers(transaction.objectStore('numbers'), item);
    for (const addendum of addenda) await transaction.objectStore('addenda').add(addendum);
    for (const row of rows) await transaction.objectStore('artefacts').add(row);
    for (const [number, log] of provenance.entries()) {
      await transaction.objectStore('provenance').add({ itemId: item.id, number, ...log });
    }
    if (stamp) await transaction.objectStore('stamps').add(stamp);
    const detail = `${bag.name}，原日志链头 ${head ?? ''}，${signedBy.join('，')}`;
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

async function stampOf(bag: BagFile, path: string, item: EvidenceItem): Promise<StoredStamp | undefined> {
  const [reply, query] = await Promise.all([
    bag.bytes(path + layout.RECORD_STAMP_REPLY),
    bag.bytes(path + layout.RECORD_STAMP_QUERY),
  ]);
  if (!reply || !query) return undefined;
  const { verifyStamp } = await import('../evidence/timestamp.ts');
  return { ...(await verifyStamp(reply, canonicalBytes(item.record), query)), reply, query, itemId: item.id };
}
