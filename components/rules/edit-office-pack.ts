import type { OfficePack } from '../../rules/office-overlay.ts';

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
