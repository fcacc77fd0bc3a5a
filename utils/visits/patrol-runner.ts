import { stayAwake } from '../background/keep-awake.ts';
import { asExpectedFailure } from '../base/expected-failure.ts';
import type { CaptureJob } from '../evidence/capture-job.ts';
import { HostTurns } from '../patrol/host-turns.ts';
import { asUnchanged, type VisitOutcome } from '../patrol/outcome.ts';
import { isCaptured, type Patrol, type PatrolEntry } from '../patrol/patrol.ts';
import { furtherVisits, isOverburdened, type Reason, stateOf } from '../patrol/reason.ts';
import { placeOfLoad, recheckVerdict } from '../patrol/recheck.ts';
import type { TabReport } from '../reports/tab-report.ts';
import { readJob } from '../store/capture-store.ts';
import { readItem } from '../store/evidence-store.ts';
import {
  beginCapture,
  beginVisit,
  changePatrol,
  endVisit,
  listPatrols,
  readPatrol,
  waitingEntries,
} from '../store/patrol-store.ts';
import { keepOpen } from '../store/store-key.ts';
import { WindowClosedError } from './navigation.ts';
import { outcomeOfSealed } from './outcome-of-sealed.ts';
import { isEvidence } from './outcome-of-visit.ts';
import { closePatrolWindow, openPatrolWindow } from './patrol-window.ts';
import { visitAddress } from './visit-address.ts';

const LOCK = 'zhengjian-patrol';
/** Visits that are begun of one address. */
const MOST_ATTEMPTS = 3;
const CAPTURE_MS = 300_000;
const POLL_MS = 250;
/** A browser that closes is gone after this. */
const CLOSING_MS = 3_000;
/** A pause or a stop is heard within so long, also while a host's pace is waited for. */
const LONGEST_WAIT_MS = 2_000;

export interface PatrolActs {
  readReport: (tabId: number) => Promise<TabReport>;
  /** Begins a capture of a tab; the id of its job. */
  capture: (tabId: number) => Promise<string>;
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const failure = (entry: PatrolEntry, reason: Reason): VisitOutcome => ({
  url: entry.url,
  state: stateOf(reason),
  flagged: false,
  reason,
  visitedAt: new Date().toISOString(),
});

async function ended(jobId: string): Promise<CaptureJob | undefined> {
  const deadline = Date.now() + CAPTURE_MS;
  for (;;) {
    const job = await readJob(jobId);
    if (!job || (job.state !== 'running' && job.state !== 'paused')) return job;
    if (Date.now() > deadline) return job;
    await pause(POLL_MS);
  }
}

/** Captures the page that is open, and waits until it is sealed. */
async function captured(entry: PatrolEntry, tabId: number, outcome: VisitOutcome, acts: PatrolActs) {
  const notSealed = (reason: Reason): VisitOutcome => ({ ...outcome, state: stateOf(reason), reason });
  try {
    const jobId = await acts.capture(tabId);
    await beginCapture(entry, jobId);
    const job = await ended(jobId);
    if (job?.itemId !== undefined) return { ...outcome, evidence: job.itemId };
    return notSealed({ id: 'not-sealed', ...(job?.failure ? { value: job.failure.key } : {}) });
  } catch (error) {
    const expected = asExpectedFailure(error);
    if (!expected) throw error;
    return notSealed(
      expected.key === 'error_nobodyAtDesk' ? { id: 'nobody-at-desk' } : { id: 'not-sealed', value: expected.key },
    );
  }
}

/** What is kept of the text before: a capture of an earlier round, or nothing. */
const isKept = (outcome: VisitOutcome) => outcome.state === 'unchanged' && outcome.evidence !== undefined;

async function visit(patrol: Patrol, entry: PatrolEntry, windowId: number, acts: PatrolActs): Promise<VisitOutcome> {
  return visitAddress({
    url: entry.url,
    address: entry.address,
    windowId,
    readReport: acts.readReport,
    keep: async (tabId, read) => {
      const outcome = asUnchanged(read, entry.before);
      // Of a re-check the pair is wanted, also when nothing stands there any more.
      const wanted = patrol.kind === 're-check' || isCaptured(patrol.capture, outcome);
      if (entry.expected !== undefined || !wanted || !isEvidence(outcome) || isKept(outcome)) return outcome;
      return captured(entry, tabId, outcome, acts);
    },
  });
}

/** What is known of an entry without a visit: the browser died of it too often, or its capture was sealed before the worker was stopped. */
async function settled(entry: PatrolEntry): Promise<VisitOutcome | null> {
  if (entry.attempts >= MOST_ATTEMPTS) return failure(entry, { id: 'crashed' });
  const job = entry.jobId === undefined ? undefined : await readJob(entry.jobId);
  const item = job?.itemId && (await readItem(job.itemId));
  return item ? outcomeOfSealed(entry.url, item) : null;
}

async function runOne(patrol: Patrol, acts: PatrolActs): Promise<void> {
  const turns = new HostTurns<PatrolEntry>(patrol.paceSeconds * 1000);
  for (const entry of await waitingEntries(patrol.id)) turns.add(entry);
  const isRunning = async () => (await readPatrol(patrol.id))?.state === 'running';
  const tries = new Map<number, number>();
  while (await isRunning()) {
    // A patrol that an officer had run is use: a library that locked itself in the middle would seal nothing of the rest.
    await keepOpen();
    const turn = turns.take(Date.now());
    if (!turn) {
      await changePatrol(patrol.id, { state: 'ended', endedAt: new Date().toISOString() });
      return;
    }
    if ('waitMs' in turn) {
      await pause(Math.min(turn.waitMs, LONGEST_WAIT_MS));
      continue;
    }
    const { entry } = turn;
    const began = Date.now();
    let outcome = await settled(entry);
    if (!outcome) {
      await beginVisit(entry);
      try {
        outcome = await visit(patrol, entry, await openPatrolWindow(), acts);
      } catch (error) {
        if (!(error instanceof WindowClosedError)) {
          // A defect, or the browser under way: loud, and tried again; the list goes on.
          reportError(error);
          turns.leave(entry.host, Date.now());
          turns.add({ ...entry, attempts: entry.attempts + 1 });
          continue;
        }
        // A browser that is being closed closes its windows as well: it is gone before this, and goes on when it is back.
        await pause(CLOSING_MS);
        await changePatrol(patrol.id, { state: 'paused' });
        return;
      }
    }
    const overburdened = isOverburdened(outcome.reason);
    turns.leave(entry.host, Date.now(), overburdened);
    if ((tries.get(entry.number) ?? 0) < furtherVisits(outcome.reason)) {
      tries.set(entry.number, (tries.get(entry.number) ?? 0) + 1);
      turns.add(entry);
      continue;
    }
    const verdict = entry.sealed && recheckVerdict(entry.sealed.phrases, outcome);
    const elsewhere = verdict === 'gone' ? placeOfLoad(entry) : undefined;
    if (elsewhere) {
      turns.add(elsewhere);
      continue;
    }
    await endVisit(entry, outcome, verdict ? { verdict } : {}, Date.now() - began);
  }
}

/**
 * Visits the addresses of every patrol that runs, until none does. One run at a time, whoever asks: a second call finds the lock taken and ends.
 * @returns whether it ran
 */
export function runPatrols(acts: PatrolActs): Promise<boolean> {
  return navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (!lock) return false;
    const rest = stayAwake();
    try {
      for (;;) {
        const running = (await listPatrols()).filter(({ state }) => state === 'running').reverse();
        const [patrol] = running;
        if (!patrol) break;
        await runOne(patrol, acts);
      }
      return true;
    } finally {
      await closePatrolWindow();
      rest();
    }
  });
}
