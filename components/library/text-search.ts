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
  /** What holds the words exactly, in its own order, then by initials, then what comes near. All for an empty query. */
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

/**
 * @param searched its texts; the same object for the same thing, so that what was worked out of it is kept
 * @param weights of the groups of names, for what comes near
 */
export function createTextSearch<T>(
  things: readonly T[],
  searched: (thing: T) => Searched,
  weights: readonly number[],
): TextSearch<T> {
  let fuse: Fuse<T> | undefined;
  const near = (words: string) => {
    fuse ??= new Fuse(things, {
      keys: weights.map((weight, index) => ({
        name: String(index),
        weight,
        getFn: (thing) => (searched(thing).names[index] ?? []) as string[],
      })),
      ignoreLocation: true,
      threshold: 0.3,
      minMatchCharLength: 2,
    });
    return fuse.search(words).map(({ item }) => item);
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
      const close = words.length < 2 || /\d/.test(words) ? [] : near(words);
      return [...new Set([...exact, ...initials, ...close])];
    },
  };
}
