import { expandWords } from './expand-words.ts';
import type { RulePack } from './rule.ts';
import { WRITTEN_PACKS } from './written-packs.ts';

/** The packs that come with the product, every word written out, ready for the scanner. */
export const BUILT_IN_PACKS: readonly RulePack[] = WRITTEN_PACKS.map(expandWords);
