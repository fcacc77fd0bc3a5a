import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { VisitOutcome } from '../../utils/patrol/outcome.ts';
import { reasonWord } from '../../utils/patrol/reason.ts';
import { key } from './redis.ts';

/** What the fleet keeps of one address beside its place in the queue. */
export interface FleetResult {
  outcome: VisitOutcome;
  round: number;
  worker: string;
  /** How a second worker's visit differed, when there was one. */
  witness?: { worker: string; differs: readonly string[] };
  /** Known content of a probe. */
  expected?: boolean;
}

/** One address as it is queued. */
export interface FleetAddress {
  id: string;
  url: string;
  address: string;
  host: string;
  round: number;
  /** Another worker visits it as well, and the two are compared. */
  witness?: boolean;
  /** Number of a bundled probe page, that each worker serves to itself. */
  probe?: number;
  expected?: boolean;
}

export const idOf = (addressKey: string) => createHash('sha256').update(addressKey).digest('hex').slice(0, 32);

/** What every worker reads and writes beside the queue. Each write can be repeated: the same result of the same round counts once. */
export class Board {
  private readonly redis: Redis;

  constructor(redis: Redis) {
    this.redis = redis;
  }

  async result(id: string): Promise<FleetResult | null> {
    const text = await this.redis.hget(key('results'), id);
    return text === null ? null : (JSON.parse(text) as FleetResult);
  }

  /** Which of these are ended in a round. */
  async endedRounds(ids: readonly string[]): Promise<(number | null)[]> {
    if (ids.length === 0) return [];
    const texts = await this.redis.hmget(key('results'), ...ids);
    return texts.map((text) => (text === null ? null : (JSON.parse(text) as FleetResult).round));
  }

  /** Writes a result and its counts at once, unless the round has one. @returns whether it was new */
  async end(id: string, result: FleetResult): Promise<boolean> {
    const { outcome } = result;
    const field = outcome.reason ? `reason ${reasonWord(outcome.reason)}` : `state ${outcome.state}`;
    const minute = String(Math.floor(Date.now() / 60_000));
    const written = await this.redis.eval(
      `local before = redis.call('HGET', KEYS[1], ARGV[1])
       if before and cjson.decode(before).round >= tonumber(ARGV[3]) then return 0 end
       redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
       if ARGV[6] == '0' then
         redis.call('HINCRBY', KEYS[2], ARGV[4], 1)
         redis.call('HINCRBY', KEYS[2], 'pages', 1)
         if ARGV[5] == '1' then redis.call('HINCRBY', KEYS[2], 'flagged', 1) end
       end
       redis.call('INCR', KEYS[3])
       redis.call('EXPIRE', KEYS[3], 7200)
       redis.call('HDEL', KEYS[4], ARGV[1])
       redis.call('HDEL', KEYS[5], ARGV[1])
       return 1`,
      5,
      key('results'),
      key('counts'),
      key('minute', minute),
      key('begun'),
      key('crashes'),
      id,
      JSON.stringify(result),
      result.round,
      field,
      outcome.flagged ? 1 : 0,
      result.expected === undefined ? 0 : 1,
    );
    return written === 1;
  }

  /** Adds what a second worker saw. */
  async addWitness(id: string, result: FleetResult): Promise<void> {
    await this.redis.hset(key('results'), id, JSON.stringify(result));
  }

  /** A visit begins; how many of this address were begun and did not end. */
  begin(id: string): Promise<number> {
    return this.redis.hincrby(key('begun'), id, 1);
  }

  /** A browser died of an address; how many did. */
  crash(id: string): Promise<number> {
    return this.redis.hincrby(key('crashes'), id, 1);
  }

  /** What was already stored of this round: a worker may die between storing and saying so. */
  async evidence(id: string, round: number): Promise<string | null> {
    return this.redis.hget(key('evidence'), `${id} ${round}`);
  }

  async keepEvidence(id: string, round: number, path: string): Promise<void> {
    await this.redis.hset(key('evidence'), `${id} ${round}`, path);
  }

  async counts(): Promise<Record<string, number>> {
    const counts = await this.redis.hgetall(key('counts'));
    return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, Number(count)]));
  }

  /** Pages that ended within the last so many whole minutes. */
  async pagesWithin(minutes: number): Promise<number> {
    const now = Math.floor(Date.now() / 60_000);
    const keys = Array.from({ length: minutes }, (_, back) => key('minute', String(now - back)));
    return (await this.redis.mget(...keys)).reduce((sum, count) => sum + Number(count ?? 0), 0);
  }

  /** Every result, each once. */
  async *results(): AsyncGenerator<FleetResult> {
    const seen = new Set<string>();
    for await (const fields of this.redis.hscanStream(key('results'), { count: 500 })) {
      for (let index = 0; index < fields.length; index += 2) {
        if (seen.has(fields[index])) continue;
        seen.add(fields[index]);
        yield JSON.parse(fields[index + 1]) as FleetResult;
      }
    }
  }

  /** The rule packs that the queue was filled for; the first who asks decides. */
  async packs(own: string): Promise<string> {
    await this.redis.setnx(key('packs'), own);
    return (await this.redis.get(key('packs'))) ?? own;
  }
}
