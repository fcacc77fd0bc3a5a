import { ExpectedFailure } from '../base/expected-failure.ts';
import type { Artefact, EvidenceItem } from '../evidence/record.ts';
import { verifySeal } from '../evidence/seal.ts';
import { damagedBeside } from './addendum-health.ts';
import { openDatabase, transact } from './database.ts';
import { intactBytes } from './intact-blob.ts';
import { inPlace, isOfItem } from './kept-place.ts';
import { notify } from './notices.ts';

/** Name under which a damaged record stands among the damaged artefacts of an item. */
export const RECORD_PART = 'record.json';

/** Stored bytes are missing or no longer what was sealed. The item is quarantined, not dropped. */
export class DamagedArtefactError extends ExpectedFailure {
  override name = 'DamagedArtefactError';
  constructor(itemId: string, artefact: string) {
    super('error_artefactDamaged', [itemId, artefact]);
  }
}

/** Finds a file of an item as it is kept. */
export const artefactOf =
  (itemId: string, { name }: Artefact) =>
  async () => {
    const kept = await (await openDatabase()).get('artefacts', [itemId, name]);
    return kept && inPlace(kept, isOfItem(itemId, name));
  };

/**
 * Reads back and re-hashes everything of an item: record and seal, files, addenda with their pictures, logs that came with it.
 * @returns names of what does not hold, as a bundle has them below the item's folder, the record first
 */
export async function damagedParts(
  item: EvidenceItem,
  options: { signal?: AbortSignal; onProgress?: (done: number, total: number) => void } = {},
): Promise<string[]> {
  const { artefacts } = item.record;
  const seal = await verifySeal((await (await openDatabase()).get('items', item.id)) ?? item);
  const damaged = seal.record && seal.signature !== false ? [] : [RECORD_PART];
  for (const [index, artefact] of artefacts.entries()) {
    if (!(await intactBytes(artefactOf(item.id, artefact), artefact, options.signal))) damaged.push(artefact.name);
    options.onProgress?.(index + 1, artefacts.length);
  }
  return [...damaged, ...(await damagedBeside(item, options.signal))];
}

/** Writes down what a check found; a damaged item stays where it is and carries the names. */
export async function recordHealth(itemId: string, damaged: readonly string[]): Promise<EvidenceItem | undefined> {
  const item = await transact(['items'], async (transaction) => {
    const items = transaction.objectStore('items');
    const stored = await items.get(itemId);
    if (!stored) return undefined;
    const checked = { ...stored, health: { checkedAt: new Date().toISOString(), damaged } };
    await items.put(checked);
    return checked;
  });
  notify({ kind: 'item', key: itemId });
  return item;
}
