import { BUILT_IN_PACKS } from '../../rules/index.ts';
import type { Rule } from '../../rules/rule.ts';

const RULES = new Map(BUILT_IN_PACKS.flatMap(({ rules }) => rules.map((rule) => [rule.id, rule] as const)));

/** The rule of an id in the loaded packs; absent when it came from a pack that is gone. */
export const ruleOf = (ruleId: string): Rule | undefined => RULES.get(ruleId);
