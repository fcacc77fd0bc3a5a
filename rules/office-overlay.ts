import { expandWords } from './expand-words.ts';
import type { Rule, RulePack } from './rule.ts';

/**
 * What the office adds to the built-in packs without touching them: its own rules, further phrases and exceptions of built-in
 * rules, and rules switched off. Kept, exported and imported as one JSON file; its digest stands in every record.
 */
export interface OfficePack extends RulePack {
  id: 'office';
  /** Further phrases, by the id of the rule they join. */
  phrases: Readonly<Record<string, readonly string[]>>;
  /** Innocent wordings that cover a hit, by rule id. */
  allow: Readonly<Record<string, readonly string[]>>;
  /** Ids of rules switched off. */
  off: readonly string[];
}

/** The rule with the office's phrases and exceptions joined to it, and switched as the office wants it. */
function overlaid(rule: Rule, office: OfficePack): Rule {
  const own = <T>(by: Readonly<Record<string, readonly T[]>>) => (Object.hasOwn(by, rule.id) ? by[rule.id]! : []);
  const phrases = own(office.phrases).map((text) => ({ text, source: office.name }));
  const allow = own(office.allow);
  const off = office.off.includes(rule.id);
  if (phrases.length + allow.length === 0 && !off) return rule;
  return {
    ...rule,
    ...(phrases.length > 0 ? { phrases: [...(rule.phrases ?? []), ...phrases] } : {}),
    ...(allow.length > 0 ? { allow: [...(rule.allow ?? []), ...allow] } : {}),
    ...(off ? { disabled: true } : {}),
  };
}

/**
 * The packs in force: every built-in pack (words written out) overlaid by the office's, then the office's own rules as a pack of
 * their own. The given packs stay as they are, and a pack that the
 * office leaves alone is the given one; what the office says of rules that no longer exist has no effect.
 */
export function withOfficePack(packs: readonly RulePack[], office: OfficePack): RulePack[] {
  const { phrases: _phrases, allow: _allow, off: _off, ...own } = office;
  return [...packs, expandWords(own)].map((pack) => {
    const rules = pack.rules.map((rule) => overlaid(rule, office));
    return rules.every((rule, index) => rule === pack.rules[index]) ? pack : { ...pack, rules };
  });
}
