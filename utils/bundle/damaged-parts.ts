import type { BagFile } from './bag-file.ts';
import { type BagInfo, parseBagInfo } from './bag-info.ts';
import * as layout from './layout.ts';

/**
 * A part of an item that did not hold when the bundle was made. The bundle has it as it lay there, or lacks it, and names it in
 * bag-info.txt and in the report: the manifests hold, the record does not, and no verifier can overlook it.
 */
export interface DamagedPart {
  itemId: string;
  /** Below the item's folder. */
  name: string;
  /** SHA-256 of what lay there, hex; absent when nothing could be read. */
  sha256?: string;
}

const LABEL = 'Damaged-File';

export const damagedInfo = (parts: readonly DamagedPart[]): BagInfo =>
  parts.map(({ itemId, name, sha256 }) => [LABEL, `${itemId}/${name} ${sha256 ?? 'missing'}`]);

/** Paths of the damaged parts that a bag names itself. */
export async function declaredDamage(bag: BagFile): Promise<ReadonlySet<string>> {
  const { info } = parseBagInfo((await bag.text(layout.BAG_INFO)) ?? '');
  const named = info.filter(([label]) => label.toLowerCase() === LABEL.toLowerCase());
  return new Set(named.map(([, value]) => layout.PAYLOAD + value.replace(/ [^ ]*$/, '')));
}
