import * as v from 'valibot';
import { expandWords } from './expand-words.ts';
import { checkPack, inForm, parsePackFile } from './load-pack.ts';
import { RulePackError } from './pack-error.ts';
import { many, phraseText, word } from './pack-schema.ts';
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

export const EMPTY_OFFICE_PACK: OfficePack = {
  id: 'office',
  version: '1.0.0',
  name: '本单位规则',
  rules: [],
  phrases: {},
  allow: {},
  off: [],
};

const ruleId = v.pipe(v.string(), v.maxLength(80));
const additions = v.object({
  phrases: v.optional(v.record(ruleId, many(phraseText, 500)), {}),
  allow: v.optional(v.record(ruleId, many(word, 500)), {}),
  off: v.optional(many(ruleId, 2000), []),
});

/** The rule with the office's phrases and exceptions joined to it, and switched as the office wants it. */
function overlaid(rule: Rule, office: OfficePack): Rule {
  const own = <T>(by: Readonly<Record<string, readonly T[]>>) => (Object.hasOwn(by, rule.id) ? by[rule.id]! : []);
  const phrases = own(office.phrases).map((text) => ({ text, source: office.name }));
  const allow = own(office.allow);
  return {
    ...rule,
    ...(phrases.length > 0 ? { phrases: [...(rule.phrases ?? []), ...phrases] } : {}),
    ...(allow.length > 0 ? { allow: [...(rule.allow ?? []), ...allow] } : {}),
    ...(office.off.includes(rule.id) ? { disabled: true } : {}),
  };
}

/**
 * The packs in force: every built-in pack (words written out) overlaid by the office's, then the office's own rules as a pack of
 * their own. The given packs stay as they are; what the office says of rules that no longer exist has no effect.
 */
export function withOfficePack(packs: readonly RulePack[], office: OfficePack): RulePack[] {
  const { phrases: _phrases, allow: _allow, off: _off, ...own } = office;
  return [...packs, expandWords(own)].map((pack) => ({
    ...pack,
    rules: pack.rules.map((rule) => overlaid(rule, office)),
  }));
}

/** The file's text of the office's pack, readable by a person. */
export function exportOfficePack(office: OfficePack): string {
  return `${JSON.stringify(office, null, 2)}\n`;
}

/**
 * The office's pack from a file's text, checked like any pack and against those it overlays: none of their rules defined again,
 * nothing added to a rule that does not exist. Throws {@link RulePackError}; examples are tested by who has the scanner.
 */
export function importOfficePack(text: string, packs: readonly RulePack[]): OfficePack {
  const value = parsePackFile(text);
  const added = inForm(additions, value);
  const { phrases: _phrases, allow: _allow, off: _off, ...own } = value as Record<string, unknown>;
  const office: OfficePack = { ...checkPack(own), id: 'office', ...added };

  const known = new Set(packs.flatMap((pack) => pack.rules.map((rule) => rule.id)));
  const again = office.rules.find((rule) => known.has(rule.id));
  if (again) throw new RulePackError('rulePackDuplicate', again.id);
  for (const { id } of office.rules) known.add(id);
  const lost = [...Object.keys(office.phrases), ...Object.keys(office.allow)].find((id) => !known.has(id));
  if (lost !== undefined) throw new RulePackError('rulePackUnknownRule', lost);
  return office;
}
