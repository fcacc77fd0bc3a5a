import type { Family, ScanRule } from '../../rules/rule.ts';

/** A claim family of a rule, numbered over all packs. */
export interface CompiledFamily {
  rule: ScanRule;
  family: Family;
  /** Number of the first slot: slots are numbered over all families. */
  firstSlot: number;
}
