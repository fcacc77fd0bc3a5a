import { CLAUSE_WORDS } from '../../rules/context/word-groups.ts';
import type { Disposition } from '../scan/finding.ts';
import type { Cluster } from './cluster.ts';
import { addGrams, namedCell, seedOf } from './hashed.ts';
import { plainDigits } from './plain-digits.ts';
import { type Vector, VectorBuilder } from './vector.ts';

/** Cells of the table of a claim's features, as a power of two. */
export const CLAIM_BITS = 15;

/** Where a cluster stands. */
export interface Place {
  text: string;
  heading: string;
  /** Name of the block's element; '' where there is none. */
  element: string;
  /** What the readable cues say of it. */
  cue: Disposition;
}

const PAUSE = /[，。；！？!?,;\n\u2029|｜]/;
const CLAUSE = 40;
const AROUND = 30;
/** Values of a named feature and of the runs of characters together: a name weighs as much as a text. */
const NAMED = 0.5;
const GRAMS = 1;

const grams = (name: string, shortest: number, longest: number) => ({
  seed: seedOf(name),
  shortest,
  longest,
  bits: CLAIM_BITS,
});
const MATCH = grams('match', 1, 3);
const BEFORE = grams('before', 1, 2);
const AFTER = grams('after', 1, 2);
const EARLIER = grams('earlier', 2, 2);
const LATER = grams('later', 2, 2);
const HEADING = grams('heading', 2, 2);

/** The clause around [start, end): up to the next pause on either side. */
export function clauseOf(text: string, start: number, end: number): { from: number; to: number } {
  let from = start;
  while (from > 0 && start - from < CLAUSE && !PAUSE.test(text[from - 1]!)) from--;
  let to = end;
  while (to < text.length && to - end < CLAUSE && !PAUSE.test(text[to]!)) to++;
  return { from, to };
}

/** Cells [from, to) of a vector that speak as one: those of a name, or all runs of characters of one place. */
export interface Part {
  kind: string;
  name: string;
  from: number;
  to: number;
}

/** Names of features, each once. */
class Names {
  readonly #cells = new Set<number>();
  readonly parts: Part[] = [];

  /** @param of whose part it is, where that is another name */
  add(kind: string, name: string, of = { kind, name }): void {
    const from = this.#cells.size;
    this.#cells.add(namedCell(kind, name, CLAIM_BITS));
    const to = this.#cells.size;
    if (to > from) this.parts.push({ ...of, from, to });
  }

  giveTo(vector: VectorBuilder): void {
    for (const cell of this.#cells) vector.add(cell, NAMED);
  }
}

function nameHits(names: Names, text: string, { hits, exact }: Cluster): void {
  const signals = [...new Set(hits.filter(({ rule }) => rule.force).map(({ rule }) => rule.id))].sort();
  const forces = new Set(hits.flatMap(({ rule }) => rule.force ?? []));
  for (const id of signals) names.add('signal', id);
  for (const [index, id] of signals.entries())
    for (const other of signals.slice(index + 1)) names.add('signals', `${id}+${other}`);
  for (const force of forces) names.add('force', force);
  names.add('most', forces.has('firm') ? 'firm' : forces.has('fair') ? 'fair' : 'loose');
  const firm = new Set(hits.filter(({ rule }) => rule.force === 'firm').map(({ rule }) => rule.id));
  names.add('firm', String(Math.min(3, firm.size)));
  names.add('count', String(Math.min(4, signals.length)));
  if (exact) names.add('exact', '');
  for (const { rule, words } of hits) {
    if (!rule.force) continue;
    const signal = { kind: 'signal', name: rule.id };
    for (const { start, end } of words) names.add('word', plainDigits(text.slice(start, end)), signal);
    if (words.length < 2) continue;
    const gap = words[1]!.start - words[0]!.end;
    names.add('gap', `${rule.id}${gap === 0 ? 0 : gap < 3 ? 1 : gap < 6 ? 2 : 3}`, signal);
  }
}

/** What stands in and around a cluster: its clause in three pieces, the text on either side, and the heading. */
export function piecesOf({ start, end }: Pick<Cluster, 'start' | 'end'>, { text, heading }: Place) {
  const { from, to } = clauseOf(text, start, end);
  return {
    before: text.slice(from, start),
    match: text.slice(start, end),
    after: text.slice(end, to),
    earlier: text.slice(Math.max(0, from - AROUND), from),
    later: text.slice(to, to + AROUND),
    heading,
  };
}

/** The features of a cluster at its place, with what each of them is of; the page's kind is weighed apart (see judge.ts). */
export function claimFeatures(cluster: Cluster, place: Place): { vector: Vector; parts: readonly Part[] } {
  const { text, heading, element, cue } = place;
  const { start, end } = cluster;
  const names = new Names();
  names.add('bias', 'claim');
  nameHits(names, text, cluster);
  names.add('cue', cue);
  const { from, to } = clauseOf(text, start, end);
  const parts = piecesOf(cluster, place);
  for (const { id, pattern } of CLAUSE_WORDS)
    for (const [part, words] of Object.entries(parts)) if (pattern.test(words)) names.add(part, id);
  names.add('clause', String(Math.min(6, Math.floor((to - from) / 6))));
  names.add('block', String(Math.min(6, Math.floor(Math.log2(text.length + 1)))));
  names.add('ends', text[to] ?? '$');
  names.add('begins', text[from - 1] ?? '^');
  names.add('element', element);
  if (heading === '') names.add('heading', '');
  const runs = new Set<number>();
  const ofRuns: Part[] = [];
  const addRuns = (name: keyof typeof parts, words: string, how: typeof MATCH) => {
    const first = runs.size;
    addGrams(runs, words, how);
    ofRuns.push({ kind: 'runs', name, from: first, to: runs.size });
  };
  addRuns('match', plainDigits(parts.match), MATCH);
  addRuns('before', `^${plainDigits(parts.before)}`, BEFORE);
  addRuns('after', `${plainDigits(parts.after)}$`, AFTER);
  addRuns('earlier', plainDigits(parts.earlier), EARLIER);
  addRuns('later', plainDigits(parts.later), LATER);
  addRuns('heading', plainDigits(heading), HEADING);
  const vector = new VectorBuilder();
  names.giveTo(vector);
  const behind = vector.cells.length;
  vector.addAll(runs, GRAMS);
  const told = ofRuns.map((part) => ({ ...part, from: part.from + behind, to: part.to + behind }));
  return { vector, parts: [...names.parts, ...told] };
}

/** The features alone, as they are learnt from. */
export const claimVector = (cluster: Cluster, place: Place): Vector => claimFeatures(cluster, place).vector;
