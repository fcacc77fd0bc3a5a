import { type Reason, reasonWord, type VisitState } from './reason.ts';

/** An outcome names no more words of claims; a page with more names the first of them. */
export const MOST_PHRASES = 20;

/** What a visit to one address ended in. */
export interface VisitOutcome {
  /** As it is written in the list. */
  url: string;
  state: VisitState;
  /** A claim stands on what was seen of the page. */
  flagged: boolean;
  reason?: Reason;
  title?: string;
  /** Where redirects led, when that is another address. */
  finalUrl?: string;
  /** Claims, and of them those of rules that weigh heavily. */
  claims?: number;
  strongClaims?: number;
  certificates?: number;
  /** Words of its claims, each once. */
  phrases?: readonly string[];
  /** UTC, ISO 8601. */
  visitedAt: string;
  /** SHA-256 hex of the text that a reader sees, white space drawn together. */
  textSha256?: string;
  /** Digests of the rule packs that judged it, joined. */
  rulePacks?: string;
  /** When the same text was first seen, for what is unchanged. */
  unchangedSince?: string;
  /** The bundle or the item that keeps it. */
  evidence?: string;
  /** What the page tried beside showing itself. */
  notes?: readonly string[];
}

/** The JSON line of one address: `url`, `flagged`, `state`, when it was not done `error` and the sentence for it, then the rest. */
export function outcomeLine(outcome: VisitOutcome, sentence: (reason: Reason) => string): string {
  const { url, flagged, state, reason, textSha256: _digest, rulePacks: _packs, ...rest } = outcome;
  const error = reason ? { error: reasonWord(reason), reason: sentence(reason) } : {};
  return JSON.stringify({ url, flagged, state, ...error, ...rest });
}

/**
 * The outcome beside that of an earlier visit: unchanged when the same rules read the same text and said the same. What is then
 * already kept is not captured again.
 */
export function asUnchanged(now: VisitOutcome, before: VisitOutcome | undefined): VisitOutcome {
  if (now.state !== 'done' || !before || now.textSha256 === undefined) return now;
  const same =
    before.textSha256 === now.textSha256 && before.rulePacks === now.rulePacks && before.flagged === now.flagged;
  if (!same) return now;
  return {
    ...now,
    state: 'unchanged',
    unchangedSince: before.unchangedSince ?? before.visitedAt,
    ...(before.evidence === undefined ? {} : { evidence: before.evidence }),
  };
}
