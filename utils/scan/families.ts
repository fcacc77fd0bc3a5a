import type { Family } from '../../rules/rule.ts';
import type { Units } from './units.ts';

/** A slot's or a condition's word met in a text: units first … last, both inclusive. */
export interface Word {
  first: number;
  last: number;
  characters: string;
}

/** The words met for one family: by slot, and those of its condition. */
export interface FamilyWords {
  slots: readonly (readonly Word[])[];
  objects: readonly Word[];
}

const COMMA = /[，,；;]/;
const SENTENCE_END = /[。！？!?…|｜\n\u2029\ufffc]/;

/** Clauses of one sentence, more than any has: numbers of different sentences never meet. */
const SENTENCE = 1_000;
/** The number of the clause in which each unit stands: a comma counts one on, a sentence begins at a multiple of {@link SENTENCE}. */
export function clausesOf(units: Units): number[] {
  let clause = 0;
  return units.at.map((at, index) => {
    if (index > 0 && units.gaps[index] !== 0) {
      const between = units.text.slice(units.to[index - 1], at);
      if (SENTENCE_END.test(between)) clause = (Math.floor(clause / SENTENCE) + 1) * SENTENCE;
      else if (COMMA.test(between)) clause++;
    }
    return clause;
  });
}

/** How many clauses on a family's next word may stand. */
const reachOf = (family: Family) => (family.acrossComma ? 1 : 0);

/** Whether an object in its clause serves words in theirs: in the same clause, or in the same sentence across commas. */
const holds = (family: Family, words: number, object: number) =>
  family.acrossComma || family.objectInSentence
    ? Math.floor(words / SENTENCE) === Math.floor(object / SENTENCE)
    : words === object;

/** The chain of words that fills the slots from `slot` on, nearest first; null when a slot stays empty. */
function fill(
  family: Family,
  words: readonly (readonly Word[])[],
  clauses: readonly number[],
  chain: readonly Word[],
  slot: number,
): readonly Word[] | null {
  if (slot === family.slots.length) return chain.length > 0 ? chain : null;
  const before = chain.at(-1);
  for (const word of words[slot] ?? []) {
    if (before) {
      if (word.first <= before.last || clauses[word.first]! - clauses[before.last]! > reachOf(family)) continue;
      if (word.first - before.last - 1 > family.maxGap) continue;
    }
    if (clauses[word.first] !== clauses[word.last]) continue;
    const filled = fill(family, words, clauses, [...chain, word], slot + 1);
    if (filled) return filled;
  }
  return family.slots[slot]!.optional ? fill(family, words, clauses, chain, slot + 1) : null;
}

/** Every place where the words met fill a family's slots in one clause that also holds its object; places do not overlap. */
export function familyChains(family: Family, met: FamilyWords, clauses: readonly number[]): Word[][] {
  const chains: Word[][] = [];
  const slots = met.slots.map((words) => [...words].sort((a, b) => a.first - b.first || b.last - a.last));
  const leads = slots.findIndex((_, index) => !family.slots[index]!.optional);
  const starts = slots
    .slice(0, leads + 1)
    .flat()
    .sort((a, b) => a.first - b.first || b.last - a.last);
  let from = -1;
  for (const start of starts) {
    if (start.first <= from) continue;
    const slot = slots.findIndex((words) => words.includes(start));
    const chain = fill(family, slots, clauses, [start], slot + 1);
    if (!chain) continue;
    if (family.requires && !met.objects.some((object) => holds(family, clauses[start.first]!, clauses[object.first]!)))
      continue;
    chains.push([...chain]);
    from = chain.at(-1)!.last;
  }
  return chains;
}
