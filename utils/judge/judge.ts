import { PAGE_WORDS } from '../../rules/context/word-groups.ts';
import { isOfficialHost } from '../../rules/official-hosts.ts';
import type { Level } from '../../rules/rule.ts';
import type { Disposition } from '../scan/finding.ts';
import type { PageTelling } from '../scan/page-telling.ts';
import { claimVector, type Place } from './claim-vector.ts';
import type { Cluster } from './cluster.ts';
import { pageVector, runsVector } from './page-reading.ts';
import { dot, logistic } from './vector.ts';
import { type JudgeWeights, type Thresholds, unpackWeights } from './weights.ts';

/** How a claim is weighed by itself. */
export interface Weighing {
  own: number;
  /** A listed wording: the page asserts it unless a cue says otherwise, or the page is nothing that would. */
  exact: boolean;
  /** What the readable cues say: they decide alone where they speak. */
  cue: Disposition;
}

/** What of a page counts for the claims on it. */
export type PageLeaning = Pick<PageTelling, 'leaning' | 'promising'>;

/** What is made of what was weighed, on a page of a leaning. */
export interface Decision {
  disposition: Disposition;
  level: Level;
  /** Worth telling an officer of. */
  listed: boolean;
}

/** A page's leaning is not believed further than this. */
export const MOST_LEANING = 4;
/** The runs of characters know less than the named words, and are believed less far. */
const MOST_OF_RUNS = 3;
/** How much a page counts for a claim on it: found by folds over groups, where learning it for each signal did worse. */
const PAGE_SHARE = 0.4;
const clamp = (score: number, most: number) => Math.max(-most, Math.min(most, score));

/** A page's leaning by one score, and both scores of its promises as one. */
export const leaningBy = (score: number): number => clamp(score, MOST_LEANING);
export const promisingBy = (words: number, runs: number): number =>
  clamp(words, MOST_LEANING) + clamp(runs, MOST_OF_RUNS);

/** How likely words are a claim, 0 to 1, on a page as promising. */
export const shareOf = (own: number, promising: number): number => logistic(own + PAGE_SHARE * promising);
/** A listed wording on a page that leans as far away from selling papers is only possible: 当天出报告 in medicine, 权威认证 of cars. */
const EXACT_FLOOR = -3;

/** Weighs clusters and pages by what was learnt. */
export class Judge {
  readonly #page: Float32Array;
  readonly #promise: Float32Array;
  readonly #runs: Float32Array;
  readonly #claim: Float32Array;
  readonly #thresholds: Thresholds;

  constructor(weights: JudgeWeights) {
    this.#page = unpackWeights(weights.page);
    this.#promise = unpackWeights(weights.promise);
    this.#runs = unpackWeights(weights.runs);
    this.#claim = unpackWeights(weights.claim);
    this.#thresholds = weights.thresholds;
  }

  /**
   * What a page is, by its title and the beginning of its text; an official host asserts nothing for sale.
   * @param hits how often words of each rule stand in the beginning
   */
  tell(page: { host: string; title: string; text: string }, hits: ReadonlyMap<string, number>): PageTelling {
    const { host, title, text } = page;
    const vector = pageVector(title, text, hits);
    const official = isOfficialHost(host);
    const leaning = official ? -MOST_LEANING : leaningBy(dot(this.#page, vector));
    const promising = official
      ? promisingBy(-MOST_LEANING, -MOST_OF_RUNS)
      : promisingBy(dot(this.#promise, vector), dot(this.#runs, runsVector(title, text)));
    return { leaning, promising, ...wordsOf(leaning, title, text) };
  }

  weigh(cluster: Cluster, place: Place): Weighing {
    return {
      own: dot(this.#claim, claimVector(cluster, place)),
      exact: cluster.exact !== null,
      cue: place.cue,
    };
  }

  decide(weighing: Weighing, page: PageLeaning, level: Level): Decision {
    return judgement(weighing, page, level, this.#thresholds);
  }
}

/** What is made of words on a page of a leaning: readable cues decide alone, a listed wording is a claim where anybody sells. */
export function judgement(
  { own, exact, cue }: Weighing,
  { leaning, promising }: PageLeaning,
  level: Level,
  { strong, claim, possible }: Thresholds,
): Decision {
  if (exact) {
    if (cue !== 'claim') return { disposition: cue, level, listed: true };
    return { disposition: leaning < EXACT_FLOOR ? 'possible' : 'claim', level, listed: true };
  }
  const share = shareOf(own, promising);
  if (cue !== 'claim') return { disposition: cue, level: 'weak', listed: share >= possible };
  if (share < claim) return { disposition: 'possible', level: 'weak', listed: share >= possible };
  return { disposition: 'claim', level: share >= strong ? level : 'weak', listed: true };
}

/** Signs of a page that are told, at most. */
const MOST_SIGNS = 5;

/** The kind of page, and its words by group: those that the page has most of first. */
function wordsOf(leaning: number, title: string, text: string): Pick<PageTelling, 'kind' | 'signs'> {
  const groups = PAGE_WORDS.map((group) => {
    group.pattern.lastIndex = 0;
    const words = `${title.slice(0, 200)}\n${text}`.match(group.pattern) ?? [];
    return { ...group, words, share: words.length };
  }).filter(({ share }) => share > 0);
  const of = (kind: string) => groups.filter((group) => group.kind === kind).reduce((sum, { share }) => sum + share, 0);
  const ordered = groups.sort((a, b) => b.share - a.share);
  const kind =
    leaning > 0
      ? of('paper-seller') > of('certification-seller')
        ? 'paper-seller'
        : 'certification-seller'
      : (ordered.find((group) => !group.kind.endsWith('seller'))?.kind ?? 'other');
  const own = ordered.filter((group) => leaning > 0 === group.kind.endsWith('seller'));
  const signs = own
    .slice(0, MOST_SIGNS)
    .map(({ id, name, words }) => ({ id, name, words: [...new Set(words)].slice(0, 3).join('、').slice(0, 60) }));
  return { kind, signs };
}
