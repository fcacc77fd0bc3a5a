import type { VisitOutcome } from './outcome.ts';
import type { VisitState } from './reason.ts';

/** What of a patrol is captured: every page with a claim, only those with a claim of a rule that weighs heavily, or none. */
export const PATROL_CAPTURES = ['claims', 'strong', 'none'] as const;
export type PatrolCapture = (typeof PATROL_CAPTURES)[number];

/** A list that an officer gave, or the sealed pages that are due for their re-check. */
export const PATROL_KINDS = ['list', 're-check'] as const;
export type PatrolKind = (typeof PATROL_KINDS)[number];

/** A list of addresses that is visited one after the other, perhaps again every so many days. */
export interface Patrol {
  id: string;
  name: string;
  kind: PatrolKind;
  /** UTC, ISO 8601. */
  createdAt: string;
  state: 'running' | 'paused' | 'ended';
  capture: PatrolCapture;
  /** Seconds between two visits to one host. */
  paceSeconds: number;
  /** Days between the beginnings of two rounds; absent for a patrol that is made once. */
  everyDays?: number;
  /** When the next round begins, UTC, ISO 8601. */
  nextAt?: string;
  /** 1, 2, 3 … */
  round: number;
  total: number;
  counts: Record<VisitState, number>;
  flagged: number;
  /** Beginning and end of this round. */
  beganAt: string;
  endedAt?: string;
  /** Milliseconds that its visits took, and how many: what the remaining time is reckoned from. */
  visits: { count: number; milliseconds: number };
}

/** What became of a claim that was sealed. */
export const RECHECK_VERDICTS = ['gone', 'changed', 'there'] as const;
export type RecheckVerdict = (typeof RECHECK_VERDICTS)[number];

/** What an officer says of a page in review. */
export const REVIEWS = ['suspect', 'cleared', 'later'] as const;
export type Review = (typeof REVIEWS)[number];

/** One address of a patrol. */
export interface PatrolEntry {
  patrolId: string;
  /** Place in the list, from 1. */
  number: number;
  key: string;
  /** As it is written in the list. */
  url: string;
  /** What is opened; empty for what is no address. */
  address: string;
  host: string;
  state: 'waiting' | VisitState;
  outcome?: VisitOutcome;
  /** What the round before said. */
  before?: VisitOutcome;
  /** Visits of this round that were begun: the browser may die of a page. */
  attempts: number;
  /** The capture that was begun of it, so that it is not captured again after a restart. */
  jobId?: string;
  /**
   * The sealed item that is checked again, the words of its claims, and where its page was loaded from when that is not the
   * address that it showed.
   */
  sealed?: { itemId: string; phrases: readonly string[]; loadedFrom?: string };
  verdict?: RecheckVerdict;
  /** A probe, and what a scan that works says of it. */
  expected?: boolean;
  review?: Review;
}

export const NO_COUNTS: Patrol['counts'] = { done: 0, unchanged: 0, 'needs-officer': 0, failed: 0 };

/** Seconds until a patrol ends, by the pace of its visits so far; null before there is one. */
export function remainingSeconds({ total, counts, visits }: Patrol): number | null {
  if (visits.count === 0) return null;
  const left = total - Object.values(counts).reduce((sum, count) => sum + count, 0);
  return Math.round((left * visits.milliseconds) / visits.count / 1000);
}

/** How much what was found weighs: claims of heavy rules first, then claims, then certificates. */
export const weightOf = ({ outcome }: PatrolEntry): number =>
  (outcome?.strongClaims ?? 0) * 1e6 + (outcome?.claims ?? 0) * 1e3 + Math.min(999, outcome?.certificates ?? 0);

/** Entries by weight, heaviest first, then in the order of the list. */
export const byWeight = (one: PatrolEntry, other: PatrolEntry): number =>
  weightOf(other) - weightOf(one) || one.number - other.number;

/** Whether a page is captured that a visit read. */
export function isCaptured(capture: PatrolCapture, { flagged, strongClaims = 0 }: VisitOutcome): boolean {
  if (capture === 'none') return false;
  return capture === 'strong' ? strongClaims > 0 : flagged;
}
