import type { VisitOutcome } from '../patrol/outcome.ts';
import { NO_COUNTS, type Patrol, type PatrolEntry, type Review } from '../patrol/patrol.ts';
import { openDatabase, transact, under } from './database.ts';
import { ensureRoomFor } from './disk-reserve.ts';
import { notify } from './notices.ts';

/** Addresses written in one transaction. */
const BATCH = 2_000;

/** All patrols, newest first. */
export async function listPatrols(): Promise<Patrol[]> {
  const patrols = await (await openDatabase()).getAll('patrols');
  return patrols.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}

export async function readPatrol(id: string): Promise<Patrol | undefined> {
  return (await openDatabase()).get('patrols', id);
}

/** The addresses of a patrol in the order of its list. */
export async function listEntries(patrolId: string): Promise<PatrolEntry[]> {
  return (await openDatabase()).getAll('patrolEntries', under(patrolId));
}

/** Those that wait for their visit. */
export async function waitingEntries(patrolId: string): Promise<PatrolEntry[]> {
  return (await openDatabase()).getAllFromIndex('patrolEntries', 'state', [patrolId, 'waiting']);
}

const isProbe = ({ expected }: PatrolEntry) => expected !== undefined;

/** The counts of a patrol after one of its addresses went from one state to another. */
function recount(patrol: Patrol, from: PatrolEntry, to: PatrolEntry): Patrol {
  if (isProbe(to)) return patrol;
  const counts = { ...patrol.counts };
  if (from.state !== 'waiting') counts[from.state] -= 1;
  if (to.state !== 'waiting') counts[to.state] += 1;
  const flagged = patrol.flagged + Number(to.outcome?.flagged ?? false) - Number(from.outcome?.flagged ?? false);
  return { ...patrol, counts, flagged };
}

/**
 * Keeps a new patrol with its addresses. It runs only once all of them are there.
 * @param entries in the order of the list; those that are no address have ended already
 */
export async function addPatrol(
  patrol: Omit<Patrol, 'total' | 'counts' | 'flagged' | 'visits'>,
  entries: readonly Omit<PatrolEntry, 'patrolId' | 'number' | 'attempts'>[],
): Promise<Patrol> {
  await ensureRoomFor(entries.length * 1_000);
  const numbered = entries.map((entry, index) => ({ ...entry, patrolId: patrol.id, number: index + 1, attempts: 0 }));
  for (let first = 0; first < numbered.length; first += BATCH) {
    await transact(['patrolEntries'], async (transaction) => {
      const store = transaction.objectStore('patrolEntries');
      for (const entry of numbered.slice(first, first + BATCH)) await store.put(entry);
    });
  }
  const listed = numbered.filter((entry) => !isProbe(entry));
  const counts = { ...NO_COUNTS };
  for (const { state } of listed) if (state !== 'waiting') counts[state] += 1;
  const whole: Patrol = {
    ...patrol,
    total: listed.length,
    counts,
    flagged: listed.filter(({ outcome }) => outcome?.flagged).length,
    visits: { count: 0, milliseconds: 0 },
  };
  await transact(['patrols'], (transaction) => transaction.objectStore('patrols').put(whole));
  notify({ kind: 'patrol', key: patrol.id });
  return whole;
}

/** Changes some of a patrol, read and written in one transaction. */
export async function changePatrol(id: string, change: Partial<Patrol>): Promise<void> {
  await transact(['patrols'], async (transaction) => {
    const patrols = transaction.objectStore('patrols');
    const before = await patrols.get(id);
    if (before) await patrols.put({ ...before, ...change });
  });
  notify({ kind: 'patrol', key: id });
}

/** Changes an address and, in the same transaction, the counts of its patrol. */
async function changeEntry(
  { patrolId, number }: Pick<PatrolEntry, 'patrolId' | 'number'>,
  change: Partial<PatrolEntry>,
  milliseconds?: number,
): Promise<void> {
  await transact(['patrols', 'patrolEntries'], async (transaction) => {
    const entries = transaction.objectStore('patrolEntries');
    const patrols = transaction.objectStore('patrols');
    const [before, patrol] = await Promise.all([entries.get([patrolId, number]), patrols.get(patrolId)]);
    if (!before || !patrol) return;
    const after = { ...before, ...change };
    await entries.put(after);
    const { visits } = patrol;
    const counted = recount(patrol, before, after);
    await patrols.put(
      milliseconds === undefined
        ? counted
        : { ...counted, visits: { count: visits.count + 1, milliseconds: visits.milliseconds + milliseconds } },
    );
  });
  notify({ kind: 'patrol', key: patrolId });
}

/** A visit begins: written down first, so that a page of which the browser dies is not opened for ever. */
export const beginVisit = (entry: PatrolEntry): Promise<void> => changeEntry(entry, { attempts: entry.attempts + 1 });

/** A capture of the page begins. */
export const beginCapture = (entry: PatrolEntry, jobId: string): Promise<void> => changeEntry(entry, { jobId });

/** A visit ended. @param milliseconds that it took, the pace included; absent for what was not visited */
export const endVisit = (
  entry: PatrolEntry,
  outcome: VisitOutcome,
  more: Pick<PatrolEntry, 'verdict'>,
  milliseconds?: number,
): Promise<void> => changeEntry(entry, { state: outcome.state, outcome, ...more }, milliseconds);

/** What an officer says of a page in review. */
export const reviewEntry = (entry: PatrolEntry, review: Review): Promise<void> => changeEntry(entry, { review });

/** An officer looked at an address by hand: it is done, flagged or not as they say. */
export const settleByHand = (entry: PatrolEntry, flagged: boolean): Promise<void> =>
  changeEntry(entry, {
    state: 'done',
    review: flagged ? 'suspect' : 'cleared',
    ...(entry.outcome ? { outcome: { ...entry.outcome, flagged } } : {}),
  });

/** Addresses that failed or were left to the officer wait for another visit. */
export async function retryEntries(patrolId: string, states: readonly ('failed' | 'needs-officer')[]): Promise<void> {
  for (const entry of await listEntries(patrolId)) {
    if (entry.address === '' || !states.some((state) => state === entry.state)) continue;
    const { outcome: _outcome, verdict: _verdict, jobId: _job, ...rest } = entry;
    await transact(['patrols', 'patrolEntries'], async (transaction) => {
      const again: PatrolEntry = { ...rest, state: 'waiting', attempts: 0 };
      await transaction.objectStore('patrolEntries').put(again);
      const patrol = await transaction.objectStore('patrols').get(patrolId);
      if (patrol) await transaction.objectStore('patrols').put(recount(patrol, entry, again));
    });
  }
  notify({ kind: 'patrol', key: patrolId });
}

/** Begins the next round of a patrol: every address waits again, and what was read stays beside it to be compared. */
export async function nextRound(patrol: Patrol, beganAt: string, nextAt: string | undefined): Promise<void> {
  const entries = await listEntries(patrol.id);
  const counts = { ...NO_COUNTS };
  for (let first = 0; first < entries.length; first += BATCH) {
    await transact(['patrolEntries'], async (transaction) => {
      const store = transaction.objectStore('patrolEntries');
      for (const { outcome, verdict: _verdict, jobId: _job, review: _review, ...entry } of entries.slice(
        first,
        first + BATCH,
      )) {
        if (entry.address === '') {
          if (entry.state !== 'waiting') counts[entry.state] += 1;
          continue;
        }
        const before = outcome?.textSha256 === undefined ? entry.before : outcome;
        await store.put({ ...entry, state: 'waiting', attempts: 0, ...(before ? { before } : {}) });
      }
    });
  }
  const { endedAt: _ended, nextAt: _next, ...rest } = patrol;
  await transact(['patrols'], (transaction) =>
    transaction.objectStore('patrols').put({
      ...rest,
      state: 'running',
      round: patrol.round + 1,
      beganAt,
      counts,
      flagged: 0,
      visits: { count: 0, milliseconds: 0 },
      ...(nextAt === undefined ? {} : { nextAt }),
    }),
  );
  notify({ kind: 'patrol', key: patrol.id });
}

/** Removes a patrol and its addresses; what was captured stays. */
export async function deletePatrol(id: string): Promise<void> {
  await transact(['patrols', 'patrolEntries'], async (transaction) => {
    await transaction.objectStore('patrols').delete(id);
    await transaction.objectStore('patrolEntries').delete(under(id));
  });
  notify({ kind: 'patrol', key: id });
}
