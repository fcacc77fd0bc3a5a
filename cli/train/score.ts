import { type Firmness, judgement, shareOf } from '../../utils/judge/judge.ts';
import { dot } from '../../utils/judge/vector.ts';
import type { Thresholds } from '../../utils/judge/weights.ts';
import type { PageExample } from './examples.ts';
import { FOLDS, fitted, foldsOf, type LearntPage, leaningsOf } from './fit.ts';

/** A cluster of a page that was not learnt from, with what was made of it. */
export interface Judged {
  page: PageExample;
  claim: PageExample['claims'][number];
  leaning: number;
  promising: number;
  own: number;
  firm: Firmness | undefined;
}

type Weights = Record<'page' | 'promise' | 'runs' | 'claim', ArrayLike<number>>;

/** What weights make of pages. */
export function judged(pages: readonly PageExample[], weights: Weights): Judged[] {
  return pages.flatMap((page) => {
    const leanings = leaningsOf(weights, page);
    return page.claims.map((claim) => ({
      page,
      claim,
      ...leanings,
      own: dot(weights.claim, claim.own),
      firm: claim.firm,
    }));
  });
}

/** Each real page judged by what was learnt of the other groups. */
export function crossJudged(pages: readonly LearntPage[]): { fold: number; judged: Judged[] }[] {
  const folds = foldsOf(pages);
  return Array.from({ length: FOLDS }, (_, fold) => ({
    fold,
    judged: judged(
      pages.filter(({ group, own, firm }) => !own && firm !== undefined && folds.get(group) === fold),
      fitted(pages.filter(({ group }) => folds.get(group) !== fold)),
    ),
  }));
}

export interface Score {
  expected: number;
  found: number;
  right: number;
  wrong: number;
  borderline: number;
  guilty: number;
  guiltyFound: number;
  others: number;
  othersFlagged: number;
  strongRight: number;
  strongWrong: number;
}

/** Recall and precision of claims, and of pages. */
export function scoreOf(pages: readonly PageExample[], all: readonly Judged[], thresholds: Thresholds): Score {
  const told = all
    .map((one) => ({
      ...one,
      decision: judgement({ ...one, exact: one.claim.exact, cue: one.claim.cue }, one, 'strong', thresholds),
    }))
    .filter(({ decision }) => decision.disposition === 'claim');
  const flagged = new Set(told.map(({ page }) => page));
  const labelled = pages.filter(({ firm }) => firm !== undefined);
  const found = new Set(told.flatMap(({ page, claim }) => claim.answers.map((answer) => `${page.id} ${answer}`)));
  const count = (label: string, strong?: boolean) =>
    told.filter(
      ({ claim, decision }) =>
        claim.label === label && (strong === undefined || (decision.level === 'strong') === strong),
    ).length;
  return {
    expected: labelled.reduce((sum, { firm }) => sum + firm!, 0),
    found: found.size,
    right: count('firm'),
    wrong: count('none'),
    borderline: count('borderline'),
    guilty: labelled.filter(({ flag }) => flag).length,
    guiltyFound: labelled.filter((page) => page.flag && flagged.has(page)).length,
    others: labelled.filter(({ flag }) => !flag).length,
    othersFlagged: labelled.filter((page) => !page.flag && flagged.has(page)).length,
    strongRight: count('firm', true),
    strongWrong: count('none', true),
  };
}

/**
 * The lowest share from which claims are right as often as wanted, on pages that were not learnt from. A page counts less, the
 * more of its group there are: one site with many pages does not set the bar for all.
 */
export function shareFor(all: readonly Judged[], wanted: number): number {
  const sizes = new Map<string, Set<PageExample>>();
  for (const { page } of all) sizes.set(page.group, (sizes.get(page.group) ?? new Set()).add(page));
  const shares = all
    .filter(({ claim }) => !claim.exact && claim.cue === 'claim' && claim.label !== 'borderline')
    .map((one) => ({
      share: shareOf(one, one),
      weight: 1 / Math.sqrt(sizes.get(one.page.group)!.size),
      right: one.claim.label === 'firm',
    }))
    .sort((a, b) => b.share - a.share);
  let right = 0;
  let told = 0;
  let lowest = 1;
  for (const [index, one] of shares.entries()) {
    told += one.weight;
    if (one.right) right += one.weight;
    if (right / told >= wanted && index >= 9) lowest = one.share;
  }
  return Math.floor(lowest * 1_000) / 1_000;
}
