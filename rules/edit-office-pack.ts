import type { OfficePack } from './office-overlay.ts';
import type { Category, Rule } from './rule.ts';

/** What the office may add to a built-in rule. */
export type Addition = 'phrases' | 'allow';

const withEntry = (
  map: Readonly<Record<string, readonly string[]>>,
  ruleId: string,
  words: readonly string[],
): Readonly<Record<string, readonly string[]>> => {
  const { [ruleId]: _before, ...rest } = map;
  return words.length > 0 ? { ...rest, [ruleId]: words } : rest;
};

/** What the office has added to a rule. */
export const additionsTo = (office: OfficePack, kind: Addition, ruleId: string): readonly string[] =>
  Object.hasOwn(office[kind], ruleId) ? office[kind][ruleId]! : [];

/** The pack with a word added to a rule; the same pack when the word is empty or already there. */
export function addWord(office: OfficePack, kind: Addition, ruleId: string, word: string): OfficePack {
  const wanted = word.trim();
  const before = additionsTo(office, kind, ruleId);
  if (wanted === '' || before.includes(wanted)) return office;
  return { ...office, [kind]: withEntry(office[kind], ruleId, [...before, wanted]) };
}

/** The pack with a word taken away from a rule. */
export function removeWord(office: OfficePack, kind: Addition, ruleId: string, word: string): OfficePack {
  const after = additionsTo(office, kind, ruleId).filter((each) => each !== word);
  return { ...office, [kind]: withEntry(office[kind], ruleId, after) };
}

/** The pack with a rule switched off or on. */
export function switchRule(office: OfficePack, ruleId: string, on: boolean): OfficePack {
  const off = office.off.filter((each) => each !== ruleId);
  return { ...office, off: on ? off : [...off, ruleId] };
}

/** The pack as it is saved: its version counts the changes, so that records tell them apart. */
export function nextVersion(office: OfficePack): OfficePack {
  const [major = '1', minor = '0', patch = '0'] = office.version.split('.');
  return { ...office, version: `${major}.${minor}.${Number(patch) + 1}` };
}

/** An id in the family that no rule of the office has. */
function freeId(office: OfficePack, category: Category): string {
  const taken = new Set(office.rules.map(({ id }) => id));
  for (let number = 1; ; number += 1) {
    const id = `${category}/office-${number}`;
    if (!taken.has(id)) return id;
  }
}

/** The pack with an empty rule at its end, and that rule's id. */
export function startRule(office: OfficePack): { office: OfficePack; id: string } {
  const id = freeId(office, 'false-promise');
  const rule: Rule = {
    id,
    category: 'false-promise',
    level: 'weak',
    name: '',
    message: '',
    exceptions: '',
    advice: '',
    legalBasis: [],
    source: office.name,
    examples: { hit: [], miss: [] },
  };
  return { office: { ...office, rules: [...office.rules, rule] }, id };
}

/** The pack with a rule of its own changed; a rule that goes to another family gets an id there. */
export function changeRule(office: OfficePack, rule: Rule): { office: OfficePack; id: string } {
  const id = rule.id.startsWith(`${rule.category}/`) ? rule.id : freeId(office, rule.category);
  const rules = office.rules.map((each) => (each.id === rule.id ? { ...rule, id } : each));
  const off = office.off.map((each) => (each === rule.id ? id : each));
  return { office: { ...office, rules, off }, id };
}

/** The pack without a rule of its own, and without what was said of it. */
export function removeRule(office: OfficePack, id: string): OfficePack {
  return {
    ...office,
    rules: office.rules.filter((rule) => rule.id !== id),
    phrases: withEntry(office.phrases, id, []),
    allow: withEntry(office.allow, id, []),
    off: office.off.filter((each) => each !== id),
  };
}
