import { storage } from '#imports';
import { expandWords } from '../rules/expand-words.ts';
import { type OfficePack, withOfficePack } from '../rules/office-overlay.ts';
import type { RulePack, RulePackStamp } from '../rules/rule.ts';
import { BUILT_IN_STAMPS, WRITTEN_PACKS } from '../rules/written-packs.ts';

/** The office's pack as it was saved, with its stamp: a content script on an insecure page has no WebCrypto to make one. */
export interface SavedOfficePack {
  pack: OfficePack;
  stamp: RulePackStamp;
}

/** The one stored office pack; null while the office has none. */
export const officePackItem = storage.defineItem<SavedOfficePack | null>('local:officePack', { fallback: null });

/** What a scan works with, and what its record says of it. */
export interface RulesInForce {
  /** Whether the office has rules of its own. */
  office: boolean;
  /** Writes out the words of the packs: done for those who need them. */
  packs: () => readonly RulePack[];
  stamps: readonly RulePackStamp[];
}

/** The built-in packs, overlaid by the office's where it has one. */
export async function rulesInForce(): Promise<RulesInForce> {
  const saved = await officePackItem.getValue();
  return {
    office: saved !== null,
    packs() {
      const builtIn = WRITTEN_PACKS.map(expandWords);
      return saved ? withOfficePack(builtIn, saved.pack) : builtIn;
    },
    stamps: saved ? [...BUILT_IN_STAMPS, saved.stamp] : BUILT_IN_STAMPS,
  };
}
