import * as v from 'valibot';
import { expandWords } from './expand-words.ts';
import { checkPack, inForm, parsePackFile } from './load-pack.ts';
import type { OfficePack } from './office-overlay.ts';
import { RulePackError } from './pack-error.ts';
import { many, phraseText, word } from './pack-schema.ts';
import type { Rule, RulePack } from './rule.ts';

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

/** The file's text of the office's pack, readable by a person. */
export function exportOfficePack(office: OfficePack): string {
  return `${JSON.stringify(office, null, 2)}\n`;
}

/**
 * What a pack may cost before every page would feel it: a phrase is looked for with each character replaced, so its cost grows
 * with the square of its length. Both bounds are far above what the built-in rules cost together.
 */
const MOST_PHRASE_COST = 100_000;
const MOST_FAMILY_WORDS = 100_000;

/** Refuses a pack, words written out, that would hold up every page. */
function boundCost(rules: readonly Rule[], additions: OfficePack['phrases']): void {
  const added = Object.values(additions).flat();
  const phrases = [...rules.flatMap((rule) => (rule.phrases ?? []).map(({ text }) => text)), ...added];
  if (phrases.reduce((sum, { length }) => sum + length * length, 0) > MOST_PHRASE_COST)
    throw new RulePackError('rulePackTooManyPhrases', String(phrases.length));
  const places = rules.flatMap(({ families = [] }) =>
    families.flatMap(({ slots, requires }) => [...slots, ...(requires ? [requires] : [])]),
  );
  const words = places.reduce((sum, { anyOf = [] }) => sum + anyOf.length, 0);
  if (words > MOST_FAMILY_WORDS) throw new RulePackError('rulePackTooManyWords', String(MOST_FAMILY_WORDS));
}

/**
 * The office's pack of a value, checked like any pack and against those it overlays: none of their rules defined again, nothing
 * added to a rule that does not exist. Throws {@link RulePackError}; examples are tested by who has the scanner.
 */
export function checkOfficePack(value: unknown, packs: readonly RulePack[]): OfficePack {
  const added = inForm(additions, value);
  const { phrases: _phrases, allow: _allow, off: _off, ...own } = value as Record<string, unknown>;
  const office: OfficePack = { ...checkPack(own), id: 'office', ...added };

  const known = new Set(packs.flatMap((pack) => pack.rules.map((rule) => rule.id)));
  const again = office.rules.find((rule) => known.has(rule.id));
  if (again) throw new RulePackError('rulePackDuplicate', again.id);
  for (const { id } of office.rules) known.add(id);
  const lost = [...Object.keys(office.phrases), ...Object.keys(office.allow)].find((id) => !known.has(id));
  if (lost !== undefined) throw new RulePackError('rulePackUnknownRule', lost);
  boundCost(expandWords(office).rules, office.phrases);
  return office;
}

/** The office's pack from a file's text, through {@link checkOfficePack}. Throws {@link RulePackError}. */
export function importOfficePack(text: string, packs: readonly RulePack[]): OfficePack {
  return checkOfficePack(parsePackFile(text), packs);
}
