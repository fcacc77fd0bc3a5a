import { storage } from '#imports';
import { BUILT_IN_PACKS, BUILT_IN_STAMPS } from '../rules/index.ts';
import { type OfficePack, withOfficePack } from '../rules/office-pack.ts';
import type { RulePack, RulePackStamp } from '../rules/rule.ts';

/** The office's pack as it was saved, with its stamp: a content script on an insecure page has no WebCrypto to make one. */
export interface SavedOfficePack {
  pack: OfficePack;
  stamp: RulePackStamp;
}

/** The one stored office pack; null while the office has none. */
export const officePackItem = storage.defineItem<SavedOfficePack | null>('local:officePack', { fallback: null });

/** What a scan works with, and what its record says of it. */
export interface RulesInForce {
  packs: readonly RulePack[];
  stamps: readonly RulePackStamp[];
}

/** The built-in packs, overlaid by the office's where it has one. */
export async function rulesInForce(): Promise<RulesInForce> {
  const saved = await officePackItem.getValue();
  if (!saved) return { packs: BUILT_IN_PACKS, stamps: BUILT_IN_STAMPS };
  return { packs: withOfficePack(BUILT_IN_PACKS, saved.pack), stamps: [...BUILT_IN_STAMPS, saved.stamp] };
}
