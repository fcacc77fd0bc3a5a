import { CLAIM_BITS } from '../../utils/judge/claim-vector.ts';
import { leaningBy, promisingBy } from '../../utils/judge/judge.ts';
import { PAGE_BITS, RUNS_BITS } from '../../utils/judge/page-reading.ts';
import type { Example } from '../../utils/judge/train-logistic.ts';
import { trainLogistic } from '../../utils/judge/train-logistic.ts';
import { dot, type Vector } from '../../utils/judge/vector.ts';
import type { PageExample } from './examples.ts';

/** Parts of the pages, by group: each is judged by what was learnt of the others. */
export const FOLDS = 8;
const PASSES = 40;
/** How much an error costs beside the penalty. */
const PAGE_COST = 9;
const RUNS_COST = 40;
const CLAIM_COST = 20;
/** Pages that this project wrote itself count so much beside a real one: they keep old knowledge, and do not teach it over the real. */
const OWN_WEIGHT = 0.08;

/** A page to learn from: a real one, one of this project's own making, or one that an office marked words on. */
export interface LearntPage extends PageExample {
  own?: boolean;
  marked?: boolean;
}

/** What was learnt, before it is rounded. */
export interface Fitted {
  page: Float64Array;
  promise: Float64Array;
  runs: Float64Array;
  claim: Float64Array;
}

/** The fold of each group: the largest first, each into the emptiest. */
export function foldsOf(pages: readonly PageExample[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { group, claims } of pages) sizes.set(group, (sizes.get(group) ?? 0) + 1 + claims.length / 8);
  const load = Array<number>(FOLDS).fill(0);
  const ordered = [...sizes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return new Map(
    ordered.map(([group, size]) => {
      const fold = load.indexOf(Math.min(...load));
      load[fold]! += size;
      return [group, fold] as const;
    }),
  );
}

/** A page counts less, the more of its group there are. */
function weightsOf(pages: readonly LearntPage[]): (page: LearntPage) => number {
  const sizes = new Map<string, number>();
  for (const { group } of pages) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return ({ group, own }) => (own ? OWN_WEIGHT : 1 / Math.sqrt(sizes.get(group)!));
}

/** A mark of an office counts more than a page that we read: it is to change what the office sees on its own pages. */
const MARK_WEIGHT = 3;

/** A claim counts less, the more words of its page are weighed; what an officer marked counts the same on every page. */
const claimWeight = ({ claims, own, marked }: LearntPage) =>
  marked ? MARK_WEIGHT : (own ? OWN_WEIGHT : 1) / Math.sqrt(3 * Math.max(1, claims.length));

/** Learns pages and claims, each for itself; how much a page counts for its claims is set (see judge.ts). */
export function fitted(pages: readonly LearntPage[]): Fitted {
  const weightOf = weightsOf(pages);
  const learn = (
    vectorOf: (page: LearntPage) => Vector,
    isSo: (page: LearntPage) => boolean,
    how: { bits: number; cost: number },
    from = pages,
  ) => {
    const examples = from.map((one): Example => ({ ...vectorOf(one), positive: isSo(one), weight: weightOf(one) }));
    return trainLogistic(examples, { size: 2 ** how.bits, cost: how.cost, passes: PASSES });
  };
  const examples = pages.flatMap((page) =>
    page.claims
      .filter(({ label, cue }) => label !== 'borderline' && cue === 'claim')
      .map((claim): Example => ({ ...claim.own, positive: claim.label === 'firm', weight: claimWeight(page) })),
  );
  return {
    page: learn(
      ({ page }) => page,
      ({ sells }) => sells,
      { bits: PAGE_BITS, cost: PAGE_COST },
      pages.filter(({ marked }) => !marked),
    ),
    promise: learn(
      ({ page }) => page,
      ({ flag }) => flag,
      { bits: PAGE_BITS, cost: PAGE_COST },
    ),
    runs: learn(
      ({ runs }) => runs,
      ({ flag }) => flag,
      { bits: RUNS_BITS, cost: RUNS_COST },
    ),
    claim: trainLogistic(examples, { size: 2 ** CLAIM_BITS, cost: CLAIM_COST, passes: PASSES }),
  };
}

/** The leanings of a page by these weights. */
export const leaningsOf = (weights: Record<'page' | 'promise' | 'runs', ArrayLike<number>>, page: PageExample) => ({
  leaning: leaningBy(dot(weights.page, page.page)),
  promising: promisingBy(dot(weights.promise, page.page), dot(weights.runs, page.runs), page.crowd ?? 0),
});
