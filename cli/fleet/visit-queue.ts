import { Queue, type RedisOptions } from 'bullmq';
import stamps from '../../rules/packs/stamps.json' with { type: 'json' };
import { PREFIX } from './redis.ts';

export const QUEUE = 'visits';
export const ROUNDS = 'rounds';

/** The rule packs of this installation, in one word. */
export const OWN_PACKS = stamps.map(({ id, version, sha256 }) => `${id}@${version}:${sha256.slice(0, 12)}`).join(' ');

/** How BullMQ reaches Redis. */
export function connectionOf(url: string): RedisOptions {
  const { hostname, port, username, password, pathname, protocol } = new URL(url);
  return {
    host: hostname,
    port: Number(port || 6379),
    ...(username ? { username: decodeURIComponent(username) } : {}),
    ...(password ? { password: decodeURIComponent(password) } : {}),
    ...(pathname.length > 1 ? { db: Number(pathname.slice(1)) } : {}),
    ...(protocol === 'rediss:' ? { tls: {} } : {}),
    maxRetriesPerRequest: null,
  };
}

export const openQueue = (url: string, name: string = QUEUE): Queue => {
  const queue = new Queue(name, { connection: connectionOf(url), prefix: PREFIX });
  queue.on('error', () => undefined);
  return queue;
};

/** Kept of jobs: nothing; what an address came to stands on the board. */
export const JOB_OPTIONS = {
  removeOnComplete: true,
  removeOnFail: true,
  attempts: 5,
  backoff: { type: 'exponential', delay: 2_000 },
} as const;
