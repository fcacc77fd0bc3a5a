import { basename } from 'node:path';
import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { addressesOfFile } from '../../utils/patrol/address-list.ts';
import { faultReason, stateOf } from '../../utils/patrol/reason.ts';
import { openFileBlob } from '../file-blob.ts';
import { probePage } from '../probe-pages.ts';
import { Board, type FleetAddress, idOf } from './board.ts';
import { key } from './redis.ts';
import { JOB_OPTIONS, openQueue, ROUNDS } from './visit-queue.ts';

/** Addresses queued in one go. */
const BATCH = 1_000;

export interface AddOptions {
  lists: readonly string[];
  /** Milliseconds between the beginnings of two rounds. */
  everyMs?: number;
  /** 1 is first; 0 is none of its own. */
  priority: number;
  witness: boolean;
  probes: number;
}

export interface Added {
  queued: number;
  known: number;
  faults: number;
}

/** Puts addresses into the queue, those that have ended in this round or wait already left out. Can be repeated. */
export async function queueAddresses(
  queue: Queue,
  board: Board,
  addresses: readonly FleetAddress[],
  priority = 0,
): Promise<number> {
  const rounds = await board.endedRounds(addresses.map(({ id }) => id));
  const open = addresses.filter(({ round }, index) => !((rounds[index] ?? 0) >= round));
  await queue.addBulk(
    open.map((address) => ({
      name: 'visit',
      data: address,
      opts: { ...JOB_OPTIONS, jobId: `${address.id}-${address.round}`, ...(priority > 0 ? { priority } : {}) },
    })),
  );
  return open.length;
}

/** Reads lists into the queue, each address once; what is no address ends at once with its reason. @param say hears how far it is */
export async function addLists(
  url: string,
  redis: Redis,
  options: AddOptions,
  say: (added: Added) => void,
): Promise<Added> {
  const queue = openQueue(url);
  const board = new Board(redis);
  const added: Added = { queued: 0, known: 0, faults: 0 };
  const seen = new Set<string>();
  let batch: FleetAddress[] = [];
  const send = async () => {
    if (batch.length === 0) return;
    await redis.hset(key('addresses'), ...batch.flatMap((address) => [address.id, JSON.stringify(address)]));
    const queued = await queueAddresses(queue, board, batch, options.priority);
    added.queued += queued;
    added.known += batch.length - queued;
    batch = [];
    say(added);
  };
  try {
    for (const list of options.lists) {
      for await (const some of addressesOfFile(await openFileBlob(list), basename(list))) {
        for (const { written, address, fault } of some) {
          const id = idOf(address?.key ?? `? ${written}`);
          if (seen.has(id)) continue;
          seen.add(id);
          if (address) {
            const witness = options.witness ? { witness: true } : {};
            batch.push({ id, url: written, address: address.url, host: address.host, round: 1, ...witness });
            if (batch.length >= BATCH) await send();
            continue;
          }
          added.faults += 1;
          const reason = faultReason(fault);
          const outcome = {
            url: written,
            state: stateOf(reason),
            flagged: false,
            reason,
            visitedAt: new Date().toISOString(),
          };
          await board.end(id, { outcome, round: 1, worker: '' });
        }
      }
    }
    for (let number = 0; number < options.probes; number += 1) {
      const url = `probe:${number}`;
      const expected = probePage(number).flagged;
      batch.push({ id: idOf(url), url, address: url, host: url, round: 1, probe: number, expected });
    }
    await send();
    if (options.everyMs !== undefined) {
      const rounds = openQueue(url, ROUNDS);
      await rounds.upsertJobScheduler('round', { every: options.everyMs, startDate: Date.now() + options.everyMs });
      await rounds.close();
    }
    return added;
  } finally {
    await queue.close();
  }
}

/** Queues every known address for its next round. */
export async function queueRound(url: string, redis: Redis): Promise<number> {
  const queue = openQueue(url);
  const board = new Board(redis);
  let queued = 0;
  try {
    for await (const fields of redis.hscanStream(key('addresses'), { count: 500 })) {
      const some = (fields as string[])
        .filter((_, index) => index % 2 === 1)
        .map((text) => JSON.parse(text) as FleetAddress);
      const ended = await board.endedRounds(some.map(({ id }) => id));
      const next = some.flatMap((address, index) => (ended[index] ? [{ ...address, round: ended[index] + 1 }] : []));
      queued += await queueAddresses(queue, board, next);
    }
    return queued;
  } finally {
    await queue.close();
  }
}
