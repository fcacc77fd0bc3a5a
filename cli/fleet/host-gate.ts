import type { Redis } from 'ioredis';
import { key } from './redis.ts';

/** A worker that dies keeps a host closed for no longer than this, in milliseconds; a living one prolongs its lease. */
const LEASE_MS = 9_000;
const PROLONG_MS = 2_500;
const LONGEST_PAUSE_MS = 10 * 60_000;

/**
 * One at a time on a host, over all workers, by a lease in Redis; the time is Redis's own, whatever the machines' clocks say.
 * KEYS: lease, next. ARGV: token, lease ms. Gives 0 when the host is taken, else how long to wait, ms.
 */
const TAKE = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local left = redis.call('PTTL', KEYS[1])
if left > 0 then return math.min(left, 1000) end
local next = tonumber(redis.call('GET', KEYS[2]) or '0')
if next > now then return next - now end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 0`;

/** KEYS: lease, next, pause. ARGV: token, pace ms, overburdened 0/1, longest pause ms. */
const LEAVE = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local wait = tonumber(ARGV[2])
if ARGV[3] == '1' then
  local pause = math.min(tonumber(ARGV[4]), math.max(wait * 8, 2 * tonumber(redis.call('GET', KEYS[3]) or '0')))
  redis.call('SET', KEYS[3], pause, 'PX', 3600000)
  wait = math.max(wait, pause)
else
  redis.call('DEL', KEYS[3])
end
if wait > 0 then redis.call('SET', KEYS[2], now + wait, 'PX', wait) end
redis.call('DEL', KEYS[1])
return 1`;

const PROLONG = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return 0`;

/** A host that is held. */
export interface HeldHost {
  /** Lets go. @param overburdened the host said that it is asked too much: it is left alone, longer every time */
  leave(overburdened?: boolean): Promise<void>;
}

/** The gate before every host. */
export class HostGate {
  private readonly redis: Redis;
  private readonly paceMs: number;

  constructor(redis: Redis, paceMs: number) {
    this.redis = redis;
    this.paceMs = paceMs;
  }

  /** Takes a host, or says how long to wait before asking again, ms. */
  async take(host: string): Promise<HeldHost | { waitMs: number }> {
    const token = crypto.randomUUID();
    const lease = key('gate', host);
    const waitMs = Number(await this.redis.eval(TAKE, 2, lease, key('next', host), token, LEASE_MS));
    if (waitMs > 0) return { waitMs };
    const prolonging = setInterval(
      () => void this.redis.eval(PROLONG, 1, lease, token, LEASE_MS).catch(() => undefined),
      PROLONG_MS,
    );
    const isLoopback = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/.test(host);
    return {
      leave: async (overburdened = false) => {
        clearInterval(prolonging);
        const keys = [lease, key('next', host), key('pause', host)];
        const pace = isLoopback ? 0 : this.paceMs;
        await this.redis.eval(LEAVE, 3, ...keys, token, pace, overburdened ? 1 : 0, LONGEST_PAUSE_MS);
      },
    };
  }

  /** Hosts that somebody is on now. */
  async held(): Promise<string[]> {
    const found: string[] = [];
    const prefix = key('gate', '');
    for await (const keys of this.redis.scanStream({ match: `${prefix}*`, count: 500 }))
      for (const each of keys as string[]) found.push(each.slice(prefix.length));
    return found;
  }
}
