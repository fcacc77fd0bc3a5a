import { plainForm } from '../../../utils/scan/fold.ts';
import type { Fragment } from './corpus.ts';

/** What an engine says of one fragment. */
export interface Reading {
  /** Matched page text of every claim. */
  claims: readonly string[];
  /** Matched page text of everything cited or negated. */
  grey: readonly string[];
  /** Characters of visible text. */
  characters: number;
}

export interface Tally {
  fragments: number;
  expected: number;
  found: number;
  /** Claims that answer to an expected one, and claims that do not. */
  right: number;
  wrong: number;
  /** Fragments without an expected claim, and how many of them got one. */
  innocent: number;
  flagged: number;
  innocentCharacters: number;
  innocentWrong: number;
  greyExpected: number;
  greyListed: number;
}

const NOTHING: Tally = {
  fragments: 0,
  expected: 0,
  found: 0,
  right: 0,
  wrong: 0,
  innocent: 0,
  flagged: 0,
  innocentCharacters: 0,
  innocentWrong: 0,
  greyExpected: 0,
  greyListed: 0,
};

/** Letters and figures only, in one shape: separators, invisible characters and widths do not count for sameness. */
export const skeleton = (text: string) =>
  [...text]
    .map(plainForm)
    .join('')
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}%]/gu, '')
    .toLowerCase();

/** Length of the longest run of characters that both hold. */
function longestCommon(a: string, b: string): number {
  let best = 0;
  for (let from = 0; from < a.length; from++) {
    while (from + best < a.length && b.includes(a.slice(from, from + best + 1))) best++;
  }
  return best;
}

/** Whether a match answers to a label: two thirds of the shorter stand in both, in one run. */
export function answers(match: string, label: string): boolean {
  const [a, b] = [skeleton(match), skeleton(label)];
  const shorter = Math.min(a.length, b.length);
  return shorter > 0 && longestCommon(a, b) >= Math.ceil((shorter * 2) / 3);
}

export function tally(fragment: Fragment, reading: Reading): Tally {
  const right = reading.claims.filter((claim) => fragment.claims.some((label) => answers(claim, label))).length;
  const innocent = fragment.claims.length === 0;
  const listed = [...reading.grey, ...reading.claims];
  return {
    fragments: 1,
    expected: fragment.claims.length,
    found: fragment.claims.filter((label) => reading.claims.some((claim) => answers(claim, label))).length,
    right,
    wrong: reading.claims.length - right,
    innocent: innocent ? 1 : 0,
    flagged: innocent && reading.claims.length > 0 ? 1 : 0,
    innocentCharacters: innocent ? reading.characters : 0,
    innocentWrong: innocent ? reading.claims.length : 0,
    greyExpected: fragment.grey.length,
    greyListed: fragment.grey.filter((label) => listed.some((match) => answers(match, label))).length,
  };
}

export function sum(tallies: readonly Tally[]): Tally {
  const total = { ...NOTHING };
  for (const one of tallies) for (const key of Object.keys(total) as (keyof Tally)[]) total[key] += one[key];
  return total;
}

/** Wilson score interval at 95 %, as shares. */
export function wilson(successes: number, trials: number): [number, number] {
  if (trials === 0) return [0, 1];
  const z = 1.959964;
  const share = successes / trials;
  const centre = share + (z * z) / (2 * trials);
  const spread = z * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  const scale = 1 + (z * z) / trials;
  return [Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale)];
}

export const recallOf = ({ found, expected }: Tally) => (expected === 0 ? Number.NaN : found / expected);
export const precisionOf = ({ right, wrong }: Tally) => (right + wrong === 0 ? Number.NaN : right / (right + wrong));

/** The harmonic mean of precision and recall. */
export function f1Of(total: Tally): number {
  const [recall, precision] = [recallOf(total), precisionOf(total)];
  return recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision);
}
