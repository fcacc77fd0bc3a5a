import type { Strictness } from '../../rules/judging.ts';
import type { Thresholds } from './weights.ts';

const logit = (share: number) => Math.log(share / (1 - share));
const logistic = (score: number) => 1 / (1 + Math.exp(-score));
/** Half-way between two shares by the logarithm of their odds: shares near one lie close together. */
const between = (low: number, high: number) => logistic((logit(low) + logit(high)) / 2);
/** How much less likely than what is usually listed a page of the wide setting lists. */
const WIDER = 2;

/** The thresholds of a setting, from those that were learnt. */
export function thresholdsOf(learnt: Thresholds, strictness: Strictness): Thresholds {
  const { strong, claim, possible } = learnt;
  if (strictness === 'wide') return { strong, claim: possible, possible: possible / WIDER };
  if (strictness === 'strict') return { strong, claim: between(claim, strong), possible: claim };
  return learnt;
}
