import { CLAIM_BITS } from '../../utils/judge/claim-vector.ts';
import { MOST_LEANING } from '../../utils/judge/judge.ts';
import { PAGE_BITS } from '../../utils/judge/page-reading.ts';
import type { Example } from '../../utils/judge/train-logistic.ts';
import { trainLogistic } from '../../utils/judge/train-logistic.ts';
import { dot, type Vector } from '../../utils/judge/vector.ts';
import type { ClaimExample, PageExample } from './examples.ts';

/** Parts of the pages, by group: each is judged by what was learnt of the others. */
export const FOLDS = 8;
const PASSES = 40;
/** How much an error costs beside the penalty, for pages and for claims. */
const PAGE_COST = 9;
const CLAIM_COST = 3;
/** Pages that this project wrote itself count so much beside a real one: they keep old knowledge, and do not teach it over the real. */
const OWN_WEIGHT = 0.03;

/** A page to learn from: a real one, or one of this project's own making. */
export interface LearntPage extends PageExample {
  own?: boolean;
}

/** What was learnt, before it is rounded. */
export interface Fitted {
  page: Float64Array;
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

function fitPages(pages: readonly LearntPage[], weightOf: (page: LearntPage) => number): Float64Array {
  const examples = pages.map((one): Example => ({ ...one.page, positive: one.sells, weight: weightOf(one) }));
  return trainLogistic(examples, { size: 2 ** PAGE_BITS, cost: PAGE_COST, passes: PASSES });
}

export const leaningOf = (weights: ArrayLike<number>, { page }: PageExample): number =>
  Math.max(-MOST_LEANING, Math.min(MOST_LEANING, dot(weights, page)));

/** The features of a claim on a page of a leaning. */
function together({ own, leaning }: ClaimExample, page: number): Vector {
  return {
    cells: [...own.cells, ...leaning.cells],
    values: [...own.values, ...leaning.values.map((value) => value * page)],
  };
}

/** Learns pages and claims. A claim is learnt with the leaning that its page has to those who never saw it. */
export function fitted(pages: readonly LearntPage[]): Fitted {
  const weightOf = weightsOf(pages);
  const folds = foldsOf(pages);
  const leanings = new Map<PageExample, number>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const [rest, held] = [true, false].map((others) =>
      pages.filter(({ group }) => (folds.get(group) !== fold) === others),
    ) as [LearntPage[], LearntPage[]];
    if (held.length === 0) continue;
    const weights = fitPages(rest, weightOf);
    for (const page of held) leanings.set(page, leaningOf(weights, page));
  }
  const examples = pages.flatMap((page) =>
    page.claims
      .filter(({ label, cue, exact }) => label !== 'borderline' && cue === 'claim' && !exact)
      .map(
        (claim): Example => ({
          ...together(claim, leanings.get(page)!),
          positive: claim.label === 'firm',
          weight: page.own ? OWN_WEIGHT : weightOf(page),
        }),
      ),
  );
  return {
    page: fitPages(pages, weightOf),
    claim: trainLogistic(examples, { size: 2 ** CLAIM_BITS, cost: CLAIM_COST, passes: PASSES }),
  };
}
