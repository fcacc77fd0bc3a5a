import Fuse from 'fuse.js';
import { areInitials, pinyinInitials } from '../../utils/base/pinyin-initials.ts';

/** The texts of one thing that is looked for, in plain form. */
export interface Searched {
  /** Names in groups of one weight: found exactly, by their pinyin initials, and when they come near. */
  names: readonly (readonly string[])[];
  /** Numbers, addresses, notes: found only character by character, for a number that is nearly the same is another. */
  others: readonly string[];
}

/** Finds things by what an officer types. */
export interface TextSearch<T> {
  /** What holds the words exactly, in its own order, then by initials; what comes near where neither is there. All for an empty query. */
  find(query: string): T[];
}

/** Full-width letters and digits become plain, letters lower case. */
export const plain = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

const joined = new WeakMap<Searched, string>();
const initialled = new WeakMap<Searched, string>();

const once = (kept: WeakMap<Searched, string>, of: Searched, make: () => string): string => {
  const before = kept.get(of);
  if (before !== undefined) return before;
  const made = make();
  kept.set(of, made);
  return made;
};

const wholeOf = (each: Searched) => once(joined, each, () => [...each.names.flat(), ...each.others].join('\n'));
const initialsOf = (each: Searched) =>
  once(initialled, each, () => each.names.flat().flatMap(pinyinInitials).join('\n'));

/** A name and what bears it: many things bear the same few. */
interface Named<T> {
  name: string;
  of: { thing: T; weight: number }[];
}

function namesOf<T>(
  things: readonly T[],
  searched: (thing: T) => Searched,
  weights: readonly number[],
): readonly Named<T>[] {
  const named = new Map<string, Named<T>>();
  for (const thing of things)
    for (const [group, names] of searched(thing).names.entries())
      for (const name of names) {
        const known = named.get(name) ?? { name, of: [] };
        named.set(name, known);
        known.of.push({ thing, weight: weights[group] ?? 1 });
      }
  return [...named.values()];
}

/** Each thing once, the nearest first; of those that come equally near the one whose group weighs more. */
function inOrder<T>(hits: readonly { item: Named<T>; score?: number }[]): T[] {
  const best = new Map<T, number>();
  for (const { item, score = 1 } of hits)
    for (const { thing, weight } of item.of) best.set(thing, Math.min(best.get(thing) ?? 1, score ** weight));
  return [...best].sort(([, a], [, b]) => a - b).map(([thing]) => thing);
}

/**
 * @param searched its texts; the same object for the same thing, so that what was worked out of it is kept
 * @param weights of the groups of names, for what comes near
 */
export function createTextSearch<T>(
  things: readonly T[],
  searched: (thing: T) => Searched,
  weights: readonly number[],
): TextSearch<T> {
  let fuse: Fuse<Named<T>> | undefined;
  const near = (words: string) => {
    fuse ??= new Fuse(namesOf(things, searched, weights), {
      keys: ['name'],
      ignoreLocation: true,
      threshold: 0.3,
      minMatchCharLength: 2,
      includeScore: true,
    });
    return inOrder(fuse.search(words));
  };
  return {
    find(query) {
      const words = plain(query);
      if (words === '') return [...things];
      const parts = words.split(/\s+/);
      const holds = (test: (thing: Searched, part: string) => boolean) =>
        things.filter((thing) => parts.every((part) => test(searched(thing), part)));
      const exact = holds((each, part) => wholeOf(each).includes(part));
      const initials = parts.every(areInitials) ? holds((each, part) => initialsOf(each).includes(part)) : [];
      const found = new Set([...exact, ...initials]);
      // What comes near is for words that were mistyped: where they stand as they were typed, it would bury them, and take its time.
      if (found.size > 0 || words.length < 2 || /\d/.test(words)) return [...found];
      return near(words);
    },
  };
}
