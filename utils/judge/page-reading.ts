import { PAGE_WORDS, type PageWordGroup } from '../../rules/context/word-groups.ts';
import { addGrams, countGrams, namedCell, seedOf } from './hashed.ts';
import { plainDigits } from './plain-digits.ts';
import { type Vector, VectorBuilder } from './vector.ts';

/** Cells of the table of the page's features, as a power of two. */
export const PAGE_BITS = 15;
/** Characters from which a page is told: its offer stands at its beginning. */
export const PAGE_BEGINNING = 4_000;

const TITLE = { seed: seedOf('page-title'), shortest: 1, longest: 3, bits: PAGE_BITS };
const BODY = { seed: seedOf('page-text'), shortest: 2, longest: 2, bits: PAGE_BITS };
const TITLE_LENGTH = 0.7;
const BODY_LENGTH = 1.5;
const SHORTEST = 50;
const LONGEST_TITLE = 200;

const cells = new Map<string, number>();

function cellOfName(kind: string, name: string): number {
  const key = `${kind}:${name}`;
  let cell = cells.get(key);
  if (cell === undefined) {
    cell = namedCell(kind, name, PAGE_BITS);
    cells.set(key, cell);
  }
  return cell;
}

/** The words of one group that a page has: how often in its title and in its beginning, and what they weigh there. */
export interface PageWords {
  group: PageWordGroup;
  inTitle: readonly string[];
  inText: readonly string[];
  cells: readonly { cell: number; value: number }[];
}

/** The words of a page by group, as its kind is told from them; groups of which it has none are left out. */
export function pageWords(title: string, text: string): PageWords[] {
  const beginning = text.slice(0, PAGE_BEGINNING);
  const head = title.slice(0, LONGEST_TITLE);
  const length = Math.max(SHORTEST, beginning.length);
  return PAGE_WORDS.flatMap((group) => {
    const inText = beginning.match(group.pattern) ?? [];
    const inTitle = head.match(group.pattern) ?? [];
    const cells: { cell: number; value: number }[] = [];
    if (inText.length > 0) {
      const value = Math.min(2, Math.log1p((inText.length / length) * 100) * 1.5);
      cells.push({ cell: cellOfName('words', group.id), value }, { cell: cellOfName('has', group.id), value: 0.5 });
    }
    if (inTitle.length > 0) cells.push({ cell: cellOfName('title', group.id), value: 1 });
    return cells.length > 0 ? [{ group, inTitle, inText, cells }] : [];
  });
}

/**
 * The features of a page: its words by group, the rules whose words it has, and the runs of characters of title and beginning.
 * @param hits how often words of each rule stand in the beginning
 */
export function pageVector(
  title: string,
  text: string,
  hits: ReadonlyMap<string, number>,
  words = pageWords(title, text),
): Vector {
  const vector = new VectorBuilder();
  const beginning = text.slice(0, PAGE_BEGINNING);
  const head = title.slice(0, LONGEST_TITLE);
  const length = Math.max(SHORTEST, beginning.length);
  vector.add(cellOfName('bias', 'page'), 1);
  for (const { cells: own } of words) for (const { cell, value } of own) vector.add(cell, value);
  for (const [rule, count] of hits)
    vector.add(cellOfName('rule', rule), 0.5 + Math.min(1.5, Math.log1p((count / length) * 300)));
  vector.add(cellOfName('length', String(Math.floor(Math.log2(length) / 2))), 0.5);
  const grams = new Set<number>();
  addGrams(grams, plainDigits(head), TITLE);
  vector.addAll(grams, TITLE_LENGTH);
  grams.clear();
  addGrams(grams, plainDigits(beginning), BODY);
  vector.addAll(grams, BODY_LENGTH);
  return vector;
}

/** Cells of the table of the page's runs of characters, as a power of two. */
export const RUNS_BITS = 16;
const RUNS_BEGINNING = 3_000;
const TITLE_RUNS = { seed: seedOf('title-runs'), shortest: 1, longest: 3, bits: RUNS_BITS };
const BODY_RUNS = { seed: seedOf('body-runs'), shortest: 1, longest: 3, bits: RUNS_BITS };

/** The runs of one to three characters of title and beginning, each by the logarithm of how often it stands there. */
export function runsVector(title: string, text: string): Vector {
  const vector = new VectorBuilder();
  vector.add(namedCell('bias', 'runs', RUNS_BITS), 0.5);
  const counts = new Map<number, number>();
  countGrams(counts, plainDigits(text.slice(0, RUNS_BEGINNING)), BODY_RUNS);
  const weights = [...counts.values()].map(Math.log1p);
  const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)) || 1;
  for (const [at, cell] of [...counts.keys()].entries()) vector.add(cell, (weights[at]! / length) * BODY_LENGTH);
  const grams = new Set<number>();
  addGrams(grams, plainDigits(title.slice(0, LONGEST_TITLE)), TITLE_RUNS);
  vector.addAll(grams, TITLE_LENGTH);
  return vector;
}
