import type { BagFile } from '../bundle/bag-file.ts';
import * as layout from '../bundle/layout.ts';
import { createSha256 } from '../evidence/digest.ts';
import type { EvidenceItem } from '../evidence/record.ts';
import { totalSize } from '../evidence/total-size.ts';
import { appendWithin } from '../store/custody-store.ts';
import { transact } from '../store/database.ts';
import { ensureRoomFor } from '../store/disk-reserve.ts';
import type { KeptArtefact } from '../store/evidence-database.ts';
import { readItem, UnknownItemError } from '../store/evidence-store.ts';
import { damagedParts, RECORD_PART, recordHealth } from '../store/health.ts';
import { placeInItem } from '../store/kept-place.ts';
import { notify } from '../store/notices.ts';
import { keptBlob, requireLockOf } from '../store/store-key.ts';
import { BundleRejectedError } from './bundle-rejected.ts';
import { SealReadBackError } from './seal-item.ts';

/** Damaged parts of an item that every bundle of it has: record and files of the capture. */
export function damagedFiles({ health, record }: Pick<EvidenceItem, 'health' | 'record'>): string[] {
  const names = new Set([RECORD_PART, ...record.artefacts.map(({ name }) => name)]);
  return health.damaged.filter((name) => names.has(name));
}

/**
 * Puts the damaged files of an item back from a bundle of the same record that passed every check, in one transaction with
 * its line in the log, and reads everything back. What stands beside the seal (state, case, notes) stays as it is.
 * @param sealed the item as the bundle has it
 * @throws BundleRejectedError when the bundle lacks a file, StorageFullError, SealReadBackError when the item still does not
 * hold
 */
export async function restoreItem(bag: BagFile, folder: string, sealed: EvidenceItem, person: string): Promise<void> {
  const stored = await readItem(sealed.id);
  if (!stored) throw new UnknownItemError(sealed.id);
  const mended = damagedFiles({ record: sealed.record, health: stored.health });
  const rows: KeptArtefact[] = [];
  for (const { name, mediaType } of sealed.record.artefacts) {
    if (!mended.includes(name)) continue;
    const blob = await bag.blob(layout.itemFolder(folder) + name, mediaType);
    if (!blob) throw new BundleRejectedError([name]);
    rows.push({ itemId: sealed.id, name, ...(await keptBlob(blob, placeInItem(sealed.id, name))) });
  }
  await ensureRoomFor(totalSize(rows.map(({ blob }) => blob)));
  const sha256 = await createSha256();
  const line = await transact(['items', 'artefacts', 'lock', 'custody'], async (transaction) => {
    await requireLockOf(transaction, rows);
    const items = transaction.objectStore('items');
    const now = await items.get(sealed.id);
    if (!now) throw new UnknownItemError(sealed.id);
    const { record, digest, signature } = sealed;
    await items.put({ ...now, record, digest, ...(signature ? { signature } : {}) });
    for (const row of rows) await transaction.objectStore('artefacts').put(row);
    const detail = `以 ${bag.name} 中校验一致的副本恢复：${mended.join('、')}`;
    const entry = { act: 'imported', itemId: sealed.id, person, detail, itemSha256: digest.sha256 } as const;
    return appendWithin(transaction.objectStore('custody'), entry, sha256);
  });
  notify({ kind: 'log', key: String(line.sequence) });
  const damaged = await damagedParts(sealed);
  await recordHealth(sealed.id, damaged);
  const still = damaged.filter((name) => mended.includes(name));
  if (still.length) throw new SealReadBackError(still);
}
