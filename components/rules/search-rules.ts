import Fuse from 'fuse.js';
import { citation } from '../../rules/legal-basis.ts';
import { CATEGORIES, type Category, type Rule } from '../../rules/rule.ts';

/** The rules of one family, in the order of their packs. */
export interface RuleGroup {
  category: Category;
  rules: readonly Rule[];
}

export function groupRules(rules: readonly Rule[]): RuleGroup[] {
  return CATEGORIES.map((category) => ({ category, rules: rules.filter((rule) => rule.category === category) })).filter(
    (group) => group.rules.length > 0,
  );
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase().trim();

/** Every word of a rule that an officer may look for. */
function wordsOf(rule: Rule): string[] {
  const slots = (rule.families ?? []).flatMap(({ slots }) => slots.flatMap(({ anyOf }) => anyOf ?? []));
  return [
    rule.name,
    rule.id,
    ...(rule.phrases ?? []).map(({ text }) => text),
    ...slots,
    ...(rule.allow ?? []),
    ...rule.legalBasis.map(citation),
  ].map(plain);
}

/** Rules that hold the words exactly, then those whose name or phrases come near; all of them for an empty query. */
export function searchRules(rules: readonly Rule[], query: string): readonly Rule[] {
  const words = plain(query);
  if (words === '') return rules;
  const exact = rules.filter((rule) => wordsOf(rule).some((text) => text.includes(words)));
  if (words.length < 2) return exact;
  const fuse = new Fuse(rules, {
    keys: ['name', 'phrases.text'],
    ignoreLocation: true,
    threshold: 0.3,
    minMatchCharLength: 2,
  });
  return [...new Set([...exact, ...fuse.search(words).map(({ item }) => item)])];
}
