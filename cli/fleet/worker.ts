import { mkdtempSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { VisitOutcome } from '../../utils/patrol/outcome.ts';
import type { PoolStore } from '../../utils/pool/pool-store.ts';
import { proveStore } from '../../utils/pool/prove-store.ts';
import { publishBundle } from '../../utils/pool/publish-bundle.ts';
import { BrowserPool } from '../browser-pool.ts';
import { openFileBlob } from '../file-blob.ts';
import { serveProbes } from '../serve-probes.ts';
import { visitOutcome } from '../visit-outcome.ts';
import { queueRound } from './add.ts';
import { Board, type FleetAddress } from './board.ts';
import { PREFIX } from './redis.ts';
import { BrowserDiedError, startVisitJobs } from './visit-jobs.ts';
import { connectionOf, OWN_PACKS, ROUNDS } from './visit-queue.ts';

/** Bundled probe pages that a worker can serve to itself. */
const MOST_PROBES = 10_000;

/** The queue was filled for other rule packs than this machine has. */
export class OtherPacksError extends Error {
  override name = 'OtherPacksError';
}

export interface WorkerOptions {
  url: string;
  /** For what is asked beside the queue. */
  redis: Redis;
  store: PoolStore | null;
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

/** Starts a worker of this machine. @throws OtherPacksError when its rule packs are not the queue's */
export async function startWorker(options: WorkerOptions): Promise<FleetWorker> {
  const { url, redis, store } = options;
  const name = `${hostname()}-${process.pid}`;
  const board = new Board(redis);
  const packs = await board.packs(OWN_PACKS);
  if (packs !== OWN_PACKS)
    throw new OtherPacksError(`本机的规则包与队列的不同，不参加巡查。队列：${packs}；本机：${OWN_PACKS}`);
  if (store) await proveStore(store);
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
      if (!taken.isAlive()) throw new BrowserDiedError();
      if (known !== null) return { ...outcome, evidence: known };
      if (!store || outcome.evidence === undefined || outcome.state === 'unchanged') return outcome;
      const { place } = await publishBundle(store, await openFileBlob(outcome.evidence));
      await board.keepEvidence(address.id, address.round, place);
      rmSync(outcome.evidence, { force: true });
      return { ...outcome, evidence: place };
    } catch (error) {
      throw taken.isAlive() ? error : new BrowserDiedError('', { cause: error });
    } finally {
      taken.release();
    }
  }

  const jobs = startVisitJobs({ ...options, name, visit });
  const rounds = new Worker(ROUNDS, async () => void (await queueRound(url, redis)), {
    connection: connectionOf(url),
    prefix: PREFIX,
  });
  rounds.on('error', () => undefined);
  return {
    name,
    async close() {
      await Promise.all([jobs.close(), rounds.close()]);
      await browsers.close();
      await probes.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
