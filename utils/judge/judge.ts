import { CERTIFICATION_PAPERS, PERSONAL_PAPERS } from '../../rules/context/personal-papers.ts';
import { wordListTitle } from '../../rules/context/word-lists.ts';
import { WORTH_SIGNALS } from '../../rules/context/worth-signals.ts';
import { type Judging, USUAL_JUDGING } from '../../rules/judging.ts';
import { isOfficialHost } from '../../rules/official-hosts.ts';
import type { Category, Level } from '../../rules/rule.ts';
import type { Disposition, FindingSign } from '../scan/finding.ts';
import type { PageTelling } from '../scan/page-telling.ts';
import { claimSigns, ruleSigns } from './claim-signs.ts';
import { claimFeatures, type Place, piecesOf } from './claim-vector.ts';
import type { Cluster } from './cluster.ts';
import { type PageWords, pageVector, pageWords, runsVector } from './page-reading.ts';
import { thresholdsOf } from './strictness.ts';
import { dot, logistic } from './vector.ts';
import { type JudgeWeights, type Thresholds, unpackWeights } from './weights.ts';

/** A firm signal promises what the seller does, or says what the paper is worth. */
export type Firmness = 'promise' | 'worth';

/** How a claim is weighed by itself. */
export interface Weighing {
  /** What was learnt of its features. */
  own: number;
  /** What a firm signal among its words is firm about; undefined without one. */
  firm?: Firmness | undefined;
  /** A listed wording: the page asserts it unless a cue says otherwise, or the page is nothing that would. */
  exact: boolean;
  /** What the readable cues say: they decide alone where they speak. */
  cue: Disposition;
  /** Its own words speak of papers of persons or construction qualifications, or of certification; undefined where of neither. */
  personal?: boolean | undefined;
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
export const promisingBy = (words: number, runs: number, crowd: number): number =>
  clamp(words, MOST_LEANING) + clamp(runs, MOST_OF_RUNS) - crowd;

/** How crowded a page is with the words of rules: the more there are, the less each says. Found by folds over groups. */
export const crowdOf = (hits: ReadonlyMap<string, number>): number =>
  Math.log1p([...hits.values()].reduce((sum, count) => sum + count, 0));

/**
 * What a firm signal is believed beside what was learnt, and how much more a promise is where the page sells papers at all: rare
 * wordings teach little each, and 不过退款 is a promise wherever somebody sells. By folds, too.
 */
const FIRM_SHARE: Record<Firmness, number> = { promise: 1.5, worth: 1 };
const SELLING_SHARE = 0.4;

/** What the firm signals among the words of a cluster are firm about. */
export function firmnessOf({ hits }: Pick<Cluster, 'hits'>): Firmness | undefined {
  const firm = hits.filter(({ rule }) => rule.force === 'firm');
  if (firm.length === 0) return undefined;
  return firm.every(({ rule }) => WORTH_SIGNALS.includes(rule.id)) ? 'worth' : 'promise';
}

const firmShare = (firm: Firmness | undefined, leaning: number): number =>
  firm === undefined ? 0 : FIRM_SHARE[firm] + (firm === 'promise' ? SELLING_SHARE * leaning : 0);

/** How likely words are a claim, 0 to 1, on a page of a leaning. */
export const shareOf = ({ own, firm }: Pick<Weighing, 'own' | 'firm'>, { leaning, promising }: PageLeaning): number =>
  logistic(own + PAGE_SHARE * promising + firmShare(firm, leaning));
/**
 * A listed wording on a page that leans so far away from selling papers is only possible where it is no likelier a claim than
 * EXACT_SHARE: 当天出报告 in medicine, 权威认证 of cars.
 */
const EXACT_FLOOR = -3;
const EXACT_SHARE = 0.25;

/** Weighs clusters and pages by what was learnt. */
export class Judge {
  readonly #page: Float32Array;
  readonly #promise: Float32Array;
  readonly #runs: Float32Array;
  readonly #claim: Float32Array;
  readonly #thresholds: Thresholds;
  readonly #personalPapers: boolean;

  constructor(weights: JudgeWeights, { strictness, personalPapers }: Judging = USUAL_JUDGING) {
    this.#page = unpackWeights(weights.page);
    this.#promise = unpackWeights(weights.promise);
    this.#runs = unpackWeights(weights.runs);
    this.#claim = unpackWeights(weights.claim);
    this.#thresholds = thresholdsOf(weights.thresholds, strictness);
    this.#personalPapers = personalPapers;
  }

  /**
   * What a page is, by its title and the beginning of its text; an official host asserts nothing for sale, nor does a list of
   * words to filter or avoid that has nothing for sale.
   * @param hits how often words of each rule stand in the beginning
   */
  tell(page: { host: string; title: string; text: string }, hits: ReadonlyMap<string, number>): PageTelling {
    const { host, title, text } = page;
    const words = pageWords(title, text);
    const vector = pageVector(title, text, hits, words);
    const silent = silentSign(host, title, text);
    const crowd = crowdOf(hits);
    const learnt = leaningBy(dot(this.#page, vector));
    // A title is the page's own to choose: listed wordings stay claims under it, wherever anybody sells.
    const leaning = !silent ? learnt : silent.id === 'official-host' ? -MOST_LEANING : Math.min(0, learnt);
    const promising = silent
      ? promisingBy(-MOST_LEANING, -MOST_OF_RUNS, crowd)
      : promisingBy(dot(this.#promise, vector), dot(this.#runs, runsVector(title, text)), crowd);
    const { kind, signs } = kindOf(leaning, words, this.#page);
    return { leaning, promising, kind, signs: silent ? [silent, ...signs] : signs };
  }

  /** Weighs a cluster, and tells what weighed most in it. */
  weigh(cluster: Cluster, place: Place): { weighing: Weighing; signs: FindingSign[] } {
    const features = claimFeatures(cluster, place);
    const exact = cluster.exact !== null;
    return {
      weighing: {
        own: dot(this.#claim, features.vector),
        firm: firmnessOf(cluster),
        exact,
        cue: place.cue,
        personal: speaksOfPersonal(cluster, place),
      },
      signs: exact ? ruleSigns(cluster, place.text) : claimSigns(cluster, place, features, this.#claim),
    };
  }

  /** What is made of words of a rule: those on papers of persons are of a category of their own, and never strong. */
  decide(
    weighing: Weighing,
    page: PageLeaning & Pick<PageTelling, 'kind'>,
    { level, category }: { level: Level; category: Category },
  ): CategorisedDecision {
    const decision = judgement(weighing, page, level, this.#thresholds);
    if (!(weighing.personal ?? page.kind === 'paper-seller')) return { ...decision, category };
    const personal = { ...decision, category: 'personal-papers', level: 'weak' } as const;
    // A listed wording stays a claim, whoever sells.
    if (this.#personalPapers || weighing.exact) return personal;
    return {
      ...personal,
      disposition: decision.disposition === 'claim' ? 'possible' : decision.disposition,
      listed: false,
    };
  }
}

/** A decision with the category that it is listed under. */
export interface CategorisedDecision extends Decision {
  category: Category;
}

function speaksOfPersonal(cluster: Cluster, place: Place): boolean | undefined {
  const { before, match, after, earlier, later, heading } = piecesOf(cluster, place);
  const clause = before + match + after;
  if (PERSONAL_PAPERS.test(clause)) return true;
  if (CERTIFICATION_PAPERS.test(clause)) return false;
  const around = `${heading}\n${earlier}\n${later}`;
  const personal = PERSONAL_PAPERS.test(around);
  return personal === CERTIFICATION_PAPERS.test(around) ? undefined : personal;
}

/** What is made of words on a page of a leaning: readable cues decide alone, a listed wording is a claim where anybody sells. */
export function judgement(
  { exact, cue, ...weighed }: Weighing,
  { kind, ...page }: PageLeaning & Partial<Pick<PageTelling, 'kind'>>,
  level: Level,
  { strong, claim, possible }: Thresholds,
): Decision {
  const share = shareOf(weighed, page);
  if (exact) {
    if (cue !== 'claim') return { disposition: cue, level, listed: true };
    // A shop that boasts with the notice's words of its goods is what the campaign is about, though it sells no papers.
    const doubtful = kind !== 'shop' && page.leaning < EXACT_FLOOR && share < EXACT_SHARE;
    return { disposition: doubtful ? 'possible' : 'claim', level, listed: true };
  }
  if (cue !== 'claim') return { disposition: cue, level: 'weak', listed: share >= possible };
  if (share < claim) return { disposition: 'possible', level: 'weak', listed: share >= possible };
  return { disposition: 'claim', level: share >= strong ? level : 'weak', listed: true };
}

/** Signs of a page that are told, at most. */
const MOST_SIGNS = 5;

/** What shows by itself that a page offers nothing: its host, or that it lists words. */
function silentSign(host: string, title: string, text: string): FindingSign | undefined {
  if (isOfficialHost(host)) return { id: 'official-host', name: '官方网站', words: host.slice(0, 60) };
  const words = wordListTitle(title, text);
  return words === undefined ? undefined : { id: 'word-list', name: '词表', words: words.slice(0, 60) };
}

/** The kind of page, and the words that tell it: those first that weigh most by what was learnt. */
function kindOf(
  leaning: number,
  words: readonly PageWords[],
  learnt: Float32Array,
): Pick<PageTelling, 'kind' | 'signs'> {
  const sells = leaning > 0;
  const counted = words.map((one) => ({
    ...one,
    count: one.inTitle.length + one.inText.length,
    weight: one.cells.reduce((sum, { cell, value }) => sum + learnt[cell]! * value, 0) * (sells ? 1 : -1),
  }));
  const of = (kind: string) => counted.reduce((sum, { group, count }) => sum + (group.kind === kind ? count : 0), 0);
  const byCount = [...counted].sort((a, b) => b.count - a.count);
  const isSeller = ({ group }: PageWords) => group.kind.endsWith('seller');
  const kind = sells
    ? of('paper-seller') > of('certification-seller')
      ? 'paper-seller'
      : 'certification-seller'
    : (byCount.find((one) => !isSeller(one))?.group.kind ?? 'other');
  const speaking = counted.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  const told = speaking.length > 0 ? speaking : byCount.filter((one) => isSeller(one) === sells);
  const signs = told.slice(0, MOST_SIGNS).map(({ group: { id, name }, inTitle, inText }) => ({
    id,
    name,
    words: [...new Set([...inTitle, ...inText])].slice(0, 3).join('、').slice(0, 60),
  }));
  return { kind, signs };
}
