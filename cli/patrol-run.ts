import { HostTurns } from '../utils/patrol/host-turns.ts';
import type { VisitOutcome } from '../utils/patrol/outcome.ts';
import { furtherVisits, isOverburdened } from '../utils/patrol/reason.ts';

/** An address that waits for its visit. */
export interface PatrolEntry {
  key: string;
  /** As it is written in the list. */
  url: string;
  address: string;
  host: string;
  probe?: boolean;
}

/** Further visits that an address gets when the browser dies of it. */
const AFTER_CRASH = 2;

export interface PatrolRun {
  entries: Iterable<PatrolEntry>;
  paceMs: number;
  /** Visits one address. @throws when the browser died of it */
  visit: (entry: PatrolEntry) => Promise<VisitOutcome>;
  /** An address ended. */
  ended: (entry: PatrolEntry, outcome: VisitOutcome) => void;
  signal: AbortSignal;
}

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** Visits one address after the other, hosts in turn and no faster than the pace, until all ended or the signal aborts. */
export async function runPatrol({ entries, paceMs, visit, ended, signal }: PatrolRun): Promise<void> {
  const turns = new HostTurns<PatrolEntry>(paceMs);
  const attempts = new Map<string, number>();
  for (const entry of entries) turns.add(entry);
  for (;;) {
    if (signal.aborted) return;
    const turn = turns.take(Date.now());
    if (!turn) return;
    if ('waitMs' in turn) {
      await pause(turn.waitMs, signal);
      continue;
    }
    const { entry } = turn;
    const attempt = (attempts.get(entry.key) ?? 0) + 1;
    attempts.set(entry.key, attempt);
    let outcome: VisitOutcome;
    try {
      outcome = await visit(entry);
    } catch (error) {
      if (signal.aborted) return;
      outcome = {
        url: entry.url,
        state: 'failed',
        flagged: false,
        reason: { id: 'crashed', value: (error as Error).message.split('\n')[0]!.slice(0, 300) },
        visitedAt: new Date().toISOString(),
      };
    }
    if (signal.aborted) return;
    const overburdened = isOverburdened(outcome.reason);
    const again = attempt <= (outcome.reason?.id === 'crashed' ? AFTER_CRASH : furtherVisits(outcome.reason));
    if (again) turns.add(entry);
    turns.leave(entry.host, Date.now(), overburdened);
    if (again) continue;
    attempts.delete(entry.key);
    ended(entry, outcome);
  }
}
