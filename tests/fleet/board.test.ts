import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addLists, queueRound } from '../../cli/fleet/add.ts';
import { Board, idOf } from '../../cli/fleet/board.ts';
import { HostGate } from '../../cli/fleet/host-gate.ts';
import { connect } from '../../cli/fleet/redis.ts';
import { readStatus, statusMetrics } from '../../cli/fleet/status.ts';
import { openQueue } from '../../cli/fleet/visit-queue.ts';
import { hasRedis, type RedisServer, sayNoRedis, startRedis } from './redis-server.ts';

const withRedis = hasRedis();
if (!withRedis) sayNoRedis();

describe.skipIf(!withRedis)('what the fleet keeps in Redis', () => {
  let server: RedisServer;
  let redis: Awaited<ReturnType<typeof connect>>;
  let folder: string;
  beforeAll(async () => {
    server = await startRedis();
    redis = await connect(server.url);
    folder = mkdtempSync(join(tmpdir(), 'board-'));
  });
  afterAll(async () => {
    redis.disconnect();
    await server.close();
    rmSync(folder, { recursive: true });
  });

  it('lets one worker on a host at a time, at its pace, whoever asks', async () => {
    const [one, other] = [new HostGate(redis, 60_000), new HostGate(redis, 60_000)];
    const asked = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 ? one : other).take('a.example')),
    );
    const held = asked.filter((answer) => 'leave' in answer);
    expect(held).toHaveLength(1);
    expect(await one.held()).toEqual(['a.example']);
    expect(await other.take('b.example')).toHaveProperty('leave');
    if ('leave' in held[0]!) await held[0].leave();
    expect(await other.take('a.example')).toMatchObject({ waitMs: expect.any(Number) });
    const local = await one.take('127.0.0.1:80');
    if ('leave' in local) await local.leave();
    expect(await other.take('127.0.0.1:80')).toHaveProperty('leave');
  });

  it('leaves a host alone that is overburdened, longer every time', async () => {
    const gate = new HostGate(redis, 1);
    const waits: number[] = [];
    for (let count = 0; count < 2; count += 1) {
      const held = await gate.take('c.example');
      if (!('leave' in held)) throw new Error('held');
      await held.leave(true);
      const next = await gate.take('c.example');
      waits.push('waitMs' in next ? next.waitMs : 0);
      await redis.del('zhengjian:next:c.example');
    }
    expect(waits[1]).toBeGreaterThan(waits[0]!);
  });

  it('queues each address once, counts each ending once, and queues the next round of what ended', async () => {
    const list = join(folder, 'list.csv');
    writeFileSync(list, '网址\nhttps://a.example/1\nhttps://a.example/1#x\nhttps://a.example/2\njavascript:x\n');
    const options = { lists: [list], priority: 0, witness: false, probes: 1 };
    const say = () => undefined;
    expect(await addLists(server.url, redis, options, say)).toEqual({ queued: 3, known: 0, faults: 1 });
    await addLists(server.url, redis, options, say);
    const queue = openQueue(server.url);
    expect(await queue.getJobCounts('waiting')).toEqual({ waiting: 3 });
    const board = new Board(redis);
    const id = idOf('https://a.example/1');
    const outcome = {
      url: 'https://a.example/1',
      state: 'done',
      flagged: true,
      visitedAt: '2026-11-30T00:00:00Z',
    } as const;
    expect(await board.end(id, { outcome, round: 1, worker: 'a' })).toBe(true);
    expect(await board.end(id, { outcome, round: 1, worker: 'b' })).toBe(false);
    expect(await board.counts()).toMatchObject({ pages: 2, flagged: 1 });
    await queue.drain();
    expect(await queueRound(server.url, redis)).toBe(1);
    expect((await queue.getJobs(['waiting'])).map((job) => job.data)).toMatchObject([{ id, round: 2 }]);
    const urls: string[] = [];
    for await (const result of board.results()) urls.push(result.outcome.url);
    expect(urls.sort()).toEqual(['https://a.example/1', 'javascript:x']);
    expect(statusMetrics(await readStatus(server.url, redis))).toContain('zhengjian_flagged_total 1');
    await queue.close();
  });

  it('keeps every one of twenty thousand addresses when Redis is killed while they are queued', {
    timeout: 120_000,
  }, async () => {
    const list = join(folder, 'many.txt');
    const count = 20_000;
    writeFileSync(
      list,
      Array.from({ length: count }, (_, index) => `https://h${index % 997}.example/${index}`).join('\n'),
    );
    const options = { lists: [list], priority: 0, witness: false, probes: 0 };
    let killed = false;
    const adding = addLists(server.url, redis, options, ({ queued }) => {
      if (killed || queued < 5_000) return;
      killed = true;
      void server.kill().then(() => server.start());
    }).catch(() => null);
    await adding;
    expect(killed).toBe(true);
    await addLists(server.url, redis, options, () => undefined);
    const queue = openQueue(server.url);
    const { waiting } = (await queue.getJobCounts('waiting')) as { waiting: number };
    expect(waiting).toBe(count + 1);
    await queue.close();
  });
});
