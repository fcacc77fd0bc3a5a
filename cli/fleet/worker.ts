import { mkdtempSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DelayedError, type Job, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { VisitOutcome } from '../../utils/patrol/outcome.ts';
import { isOverburdened, type Reason } from '../../utils/patrol/reason.ts';
import { BrowserPool } from '../browser-pool.ts';
import { serveProbes } from '../serve-probes.ts';
import { visitOutcome } from '../visit-outcome.ts';
import { queueRound } from './add.ts';
import { Board, type FleetAddress, type FleetResult } from './board.ts';
import type { EvidenceStore } from './evidence-store.ts';
import { HostGate } from './host-gate.ts';
import { PREFIX } from './redis.ts';
import { connectionOf, JOB_OPTIONS, OWN_PACKS, openQueue, QUEUE, ROUNDS } from './visit-queue.ts';

/** Browsers that may die of an address, and visits of it that may be begun and never end, before it is set aside. */
const MOST_CRASHES = 3;
const MOST_BEGUN = 10;
/** A host that is free within this time is waited for on the spot. */
const SHORT_WAIT_MS = 250;
/** Visits that an address gets while its server says that it is overburdened. */
const MOST_REFUSALS = 3;
/** How often, and how long each time, a worker leaves the second visit of an address to another. */
const MOST_DECLINED = 15;
const DECLINED_MS = 2_000;
/** Bundled probe pages that a worker can serve to itself. */
const MOST_PROBES = 10_000;

/** An address in the queue, and what was learnt of it there. */
type QueuedAddress = FleetAddress & { refusals?: number; second?: boolean; declined?: number };

/** The queue was filled for other rule packs than this machine has. */
export class OtherPacksError extends Error {
  override name = 'OtherPacksError';
}

export interface WorkerOptions {
  url: string;
  /** For what is asked beside the queue. */
  redis: Redis;
  store: EvidenceStore | null;
  /** Pages open at a time. */
  pages: number;
  paceMs: number;
  pictures: boolean;
  now?: string;
  say: (line: string) => void;
}

export interface FleetWorker {
  name: string;
  /** Ends after the visits under way. */
  close(): Promise<void>;
}

const failed = (url: string, reason: Reason): VisitOutcome => ({
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

/** Starts a worker of this machine. @throws OtherPacksError when its rule packs are not the queue's */
export async function startWorker(options: WorkerOptions): Promise<FleetWorker> {
  const { url, redis, store, say } = options;
  const name = `${hostname()}-${process.pid}`;
  const board = new Board(redis);
  const packs = await board.packs(OWN_PACKS);
  if (packs !== OWN_PACKS)
    throw new OtherPacksError(`本机的规则包与队列的不同，不参加巡查。队列：${packs}；本机：${OWN_PACKS}`);
  const gate = new HostGate(redis, options.paceMs);
  const queue = openQueue(url);
  const browsers = new BrowserPool(options.now === undefined ? {} : { referenceDate: options.now });
  const folder = mkdtempSync(join(tmpdir(), 'zhengjian-fleet-'));
  const probes = await serveProbes(MOST_PROBES);

  async function visit(address: FleetAddress): Promise<VisitOutcome> {
    const taken = await browsers.take();
    try {
      const known = await board.evidence(address.id, address.round);
      const before = (await board.result(address.id))?.outcome;
      const outcome = await visitOutcome(
        taken.browser,
        taken.client,
        {
          url: address.url,
          address: address.probe === undefined ? address.address : probes.probes[address.probe]!.url,
        },
        {
          pictures: options.pictures,
          ...(before && address.probe === undefined ? { before } : {}),
          ...(store && known === null && address.probe === undefined
            ? { capture: folder, inTurn: (work) => taken.alone(work) }
            : {}),
        },
      );
      if (!taken.isAlive()) throw new Error('the browser died');
      if (known !== null) return { ...outcome, evidence: known };
      if (!store || outcome.evidence === undefined || outcome.state === 'unchanged') return outcome;
      const place = await store.put(outcome.evidence);
      await board.keepEvidence(address.id, address.round, place);
      rmSync(outcome.evidence, { force: true });
      return { ...outcome, evidence: place };
    } catch (error) {
      if (taken.isAlive()) throw error;
      const crashes = await board.crash(address.id);
      if (crashes < MOST_CRASHES) throw error;
      return failed(address.url, { id: 'crashed' });
    } finally {
      taken.release();
    }
  }

  async function run(job: Job<QueuedAddress>, token?: string): Promise<void> {
    const address = job.data;
    const ended = await board.result(address.id);
    const isWitness = ended?.round === address.round && address.second === true;
    if (!isWitness && (address.second || (ended && ended.round >= address.round))) return;
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
      const begun = await board.begin(address.id);
      outcome = begun > MOST_BEGUN ? failed(address.url, { id: 'crashed' }) : await visit(address);
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
    if (address.witness && outcome.state === 'done')
      await queue.add(
        'visit',
        { ...address, second: true },
        { ...JOB_OPTIONS, jobId: `${address.id}-${address.round}-2` },
      );
  }

  const common = { connection: connectionOf(url), prefix: PREFIX };
  const worker = new Worker<QueuedAddress>(QUEUE, run, {
    ...common,
    concurrency: options.pages,
    // A dead worker's visits are taken over within this time; how often is counted on the board, not here.
    lockDuration: 10_000,
    stalledInterval: 5_000,
    maxStalledCount: 1_000_000,
  });
  worker.on('error', (error) => say(error.message));
  worker.on('failed', (job, error) => {
    if (!job || job.attemptsMade < (job.opts.attempts ?? 1)) return;
    const { id, url: written, round } = job.data;
    const reason: Reason = { id: 'not-sealed', value: error.message.slice(0, 300) };
    void board.end(id, { outcome: failed(written, reason), round, worker: name }).catch((lost) => say(String(lost)));
  });
  const rounds = new Worker(ROUNDS, async () => void (await queueRound(url, redis)), common);
  rounds.on('error', () => undefined);
  return {
    name,
    async close() {
      await Promise.all([worker.close(), rounds.close()]);
      await queue.close();
      await browsers.close();
      await probes.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
