import { DelayedError, type Job, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { VisitOutcome } from '../../utils/patrol/outcome.ts';
import { isOverburdened, type Reason } from '../../utils/patrol/reason.ts';
import { Board, type FleetAddress, type FleetResult } from './board.ts';
import { HostGate } from './host-gate.ts';
import { PREFIX } from './redis.ts';
import { connectionOf, JOB_OPTIONS, openQueue, QUEUE } from './visit-queue.ts';

/** Visits of an address that may be begun and never end before it is set aside. */
const MOST_BEGUN = 10;
/** Browsers that may die of an address before it is set aside. */
const MOST_CRASHES = 3;
/** A host that is free within this time is waited for on the spot. */
const SHORT_WAIT_MS = 250;
/** Visits that an address gets while its server says that it is overburdened. */
const MOST_REFUSALS = 3;
/** How often, and how long each time, a worker leaves the second visit of an address to another. */
const MOST_DECLINED = 40;
const DECLINED_MS = 1_000;
/** An idle worker looks this often for what became due, in seconds: one that sleeps longer leaves a visit that waits for it to whom declined it. */
const IDLE_LOOK_S = 1;

/** An address in the queue, and what was learnt of it there. */
type QueuedAddress = FleetAddress & { refusals?: number; second?: boolean; declined?: number };

/** The browser died while it visited. */
export class BrowserDiedError extends Error {
  override name = 'BrowserDiedError';
}

export interface VisitJobs {
  url: string;
  /** For what is asked beside the queue. */
  redis: Redis;
  name: string;
  /** Addresses visited at a time. */
  pages: number;
  paceMs: number;
  /** @throws BrowserDiedError */
  visit: (address: FleetAddress) => Promise<VisitOutcome>;
  say: (line: string) => void;
}

/** An address that came to nothing. */
export const failedVisit = (url: string, reason: Reason): VisitOutcome => ({
  url,
  state: 'failed',
  flagged: false,
  reason,
  visitedAt: new Date().toISOString(),
});

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** In what two visits to one address differ. */
function differences(one: VisitOutcome, other: VisitOutcome): string[] {
  const phrases = ({ phrases = [] }: VisitOutcome) => [...phrases].sort().join('、');
  return [
    ...(one.state === other.state ? [] : ['state']),
    ...(one.flagged === other.flagged ? [] : ['flagged']),
    ...(one.textSha256 === other.textSha256 ? [] : ['text']),
    ...(phrases(one) === phrases(other) ? [] : ['findings']),
  ];
}

const wantsWitness = ({ witness }: QueuedAddress, ended: FleetResult) =>
  witness === true && ended.outcome.state === 'done' && !ended.witness;

/** Takes addresses from the queue, one at a time on a host over all workers, and writes down what each came to. */
export function startVisitJobs({ url, redis, name, pages, paceMs, visit, say }: VisitJobs): { close(): Promise<void> } {
  const board = new Board(redis);
  const gate = new HostGate(redis, paceMs);
  const queue = openQueue(url);

  /** The visit; a browser that dies of an address is no reason to kill many. */
  async function visitOrSetAside(address: FleetAddress): Promise<VisitOutcome> {
    const begun = await board.begin(address.id);
    if (begun > MOST_BEGUN) return failedVisit(address.url, { id: 'crashed' });
    try {
      return await visit(address);
    } catch (error) {
      if (!(error instanceof BrowserDiedError) || (await board.crash(address.id)) < MOST_CRASHES) throw error;
      return failedVisit(address.url, { id: 'crashed' });
    }
  }

  /** Asks for a second visit, once however often it is asked for. */
  const askWitness = (address: QueuedAddress) =>
    queue.add('visit', { ...address, second: true }, { ...JOB_OPTIONS, jobId: `${address.id}-${address.round}-2` });

  async function run(job: Job<QueuedAddress>, token?: string): Promise<void> {
    const address = job.data;
    const ended = await board.result(address.id);
    const isWitness = ended?.round === address.round && address.second === true;
    if (!isWitness && (address.second || (ended && ended.round >= address.round))) {
      // Taken over from a worker that ended between its result and asking for a witness.
      if (ended?.round === address.round && !address.second && wantsWitness(address, ended)) await askWitness(address);
      return;
    }
    if (isWitness && ended.worker === name) {
      // Another worker is wanted; where there is none for a while, the address has one witness.
      const declined = (address.declined ?? 0) + 1;
      if (declined > MOST_DECLINED) return;
      await job.updateData({ ...address, declined });
      await job.moveToDelayed(Date.now() + DECLINED_MS, token);
      throw new DelayedError();
    }
    let held = await gate.take(address.host);
    if ('waitMs' in held && held.waitMs <= SHORT_WAIT_MS) {
      await pause(held.waitMs);
      held = await gate.take(address.host);
    }
    if ('waitMs' in held) {
      await job.moveToDelayed(Date.now() + held.waitMs + Math.random() * 200, token);
      throw new DelayedError();
    }
    let outcome: VisitOutcome;
    try {
      outcome = await visitOrSetAside(address);
    } catch (error) {
      await held.leave();
      throw error;
    }
    const refusals = (address.refusals ?? 0) + 1;
    const overburdened = isOverburdened(outcome.reason);
    await held.leave(overburdened);
    if (overburdened && refusals < MOST_REFUSALS) {
      await job.updateData({ ...address, refusals });
      await job.moveToDelayed(Date.now() + 1_000 * refusals, token);
      throw new DelayedError();
    }
    if (isWitness) {
      await board.addWitness(address.id, {
        ...ended,
        witness: { worker: name, differs: differences(ended.outcome, outcome) },
      });
      return;
    }
    const result: FleetResult = {
      outcome,
      round: address.round,
      worker: name,
      ...(address.expected === undefined ? {} : { expected: address.expected }),
    };
    await board.end(address.id, result);
    if (wantsWitness(address, result)) await askWitness(address);
  }

  const worker = new Worker<QueuedAddress>(QUEUE, run, {
    connection: connectionOf(url),
    prefix: PREFIX,
    concurrency: pages,
    drainDelay: IDLE_LOOK_S,
    // A dead worker's visits are taken over within this time; how often is counted on the board, not here.
    lockDuration: 8_000,
    stalledInterval: 2_000,
    maxStalledCount: 1_000_000,
  });
  worker.on('error', (error) => say(error.message));
  worker.on('failed', (job, error) => {
    if (!job || job.attemptsMade < (job.opts.attempts ?? 1)) return;
    const { id, url: written, round } = job.data;
    const reason: Reason = { id: 'not-sealed', value: error.message.slice(0, 300) };
    void board
      .end(id, { outcome: failedVisit(written, reason), round, worker: name })
      .catch((lost) => say(String(lost)));
  });
  return {
    async close() {
      await worker.close();
      await queue.close();
    },
  };
}
