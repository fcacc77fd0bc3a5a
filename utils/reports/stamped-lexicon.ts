import type { Judging } from '../../rules/judging.ts';
import type { RulePackStamp } from '../../rules/rule.ts';

/** What a frame needs to scan, and to say afterwards by which rules it did. */
export interface StampedLexicon {
  /** The compiled rules, packed. */
  packed: string;
  stamps: readonly RulePackStamp[];
  judging: Judging;
}
