import { packStamp } from './pack-stamp.ts';
import type { RulePackStamp } from './rule.ts';

/** How much is counted as a claim of what signals find: more with more errors, as learnt, or less with fewer. */
export const STRICTNESSES = ['wide', 'standard', 'strict'] as const;

export type Strictness = (typeof STRICTNESSES)[number];

/** What an office sets of the judge. Listed wordings are claims whatever is set. */
export interface Judging {
  strictness: Strictness;
  /** Whether papers of persons and construction qualifications are counted. */
  personalPapers: boolean;
}

export const USUAL_JUDGING: Judging = { strictness: 'standard', personalPapers: true };

export const JUDGING_ID = 'judging';

/** What names the office's choice in reports and records, beside the packs; null for the usual one. */
export async function judgingStamp({ strictness, personalPapers }: Judging): Promise<RulePackStamp | null> {
  if (strictness === USUAL_JUDGING.strictness && personalPapers === USUAL_JUDGING.personalPapers) return null;
  const version = personalPapers ? strictness : `${strictness}-without-personal-papers`;
  return packStamp({ id: JUDGING_ID, version, strictness, personalPapers });
}
