/** What it means that a pattern of the automaton ended. */
export const Use = {
  /** It belongs to another word: what it covers is no finding. Target 1 where a pause stands in its own words. */
  allow: 0,
  /** A pair of halves or a piece of pinyin: the place is worth a careful reading. */
  hint: 1,
  /** A word of a family's slot; slots are numbered over all families. */
  slot: 2,
  /** A word of a family's condition. */
  object: 3,
  /** A listed wording. */
  phrase: 4,
  /** A listed wording by the first letters of its syllables. */
  initials: 5,
} as const;

export type Use = (typeof Use)[keyof typeof Use];

/**
 * What the patterns of a lexicon are used for, in sets, for many words stand in the same slots. In numbers: the detector asks at
 * every word of a page, and a compiled lexicon brings thousands of uses into each.
 */
export interface Uses {
  /** Pattern → its set. */
  setOf: Int32Array;
  /** Set → where its codes begin; one cell more than there are sets. */
  from: Int32Array;
  /** Each use with what it points at: see {@link useOf} and {@link targetOf}. */
  codes: Int32Array;
}

const BITS = 3;

export const codeOf = (use: Use, target = 0): number => (target << BITS) | use;
export const useOf = (code: number): Use => (code & ((1 << BITS) - 1)) as Use;
/** The slot, family or wording that a use points at; 0 where it points at none. */
export const targetOf = (code: number): number => code >> BITS;

/** The table of the uses of each pattern. */
export function usesTable(codesOf: readonly (readonly number[])[]): Uses {
  const sets = new Map<string, number>();
  const from = [0];
  const codes: number[] = [];
  const setOf = Int32Array.from(codesOf, (own) => {
    const key = own.join();
    let set = sets.get(key);
    if (set === undefined) {
      set = sets.size;
      sets.set(key, set);
      codes.push(...own);
      from.push(codes.length);
    }
    return set;
  });
  return { setOf, from: Int32Array.from(from), codes: Int32Array.from(codes) };
}
