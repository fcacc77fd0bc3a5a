import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addLists } from '../../cli/fleet/add.ts';
import { Board, type FleetAddress, type FleetResult } from '../../cli/fleet/board.ts';
import { connect, key } from '../../cli/fleet/redis.ts';
import { isIdle, readStatus } from '../../cli/fleet/status.ts';
import { BrowserDiedError, startVisitJobs } from '../../cli/fleet/visit-jobs.ts';
import { openQueue } from '../../cli/fleet/visit-queue.ts';
import { OtherPacksError, startWorker } from '../../cli/fleet/worker.ts';
import type { VisitOutcome } from '../../utils/patrol/outcome.ts';
import { hasRedis, type RedisServer, sayNoRedis, startRedis } from './redis-server.ts';

const withRedis = hasRedis();
if (!withRedis) sayNoRedis();

const SLOW = { timeout: 60_000 };
const POLL = { timeout: 50_000, interval: 50 };

const done = (url: string, more: Partial<VisitOutcome> = {}): VisitOutcome => ({
  url,
  state: 'done',
  flagged: false,
  visitedAt: '2026-11-30T00:00:00Z',
  ...more,
});

describe.skipIf(!withRedis)('a worker of the fleet', () => {
  let server: RedisServer;
  let redis: Awaited<ReturnType<typeof connect>>;
  let folder: string;
  const running: { close(): Promise<void> }[] = [];
  beforeAll(async () => {
    server = await startRedis();
    redis = await connect(server.url, true);
    folder = mkdtempSync(join(tmpdir(), 'jobs-'));
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((jobs) => jobs.close()));
    await redis.flushall();
  });
  afterAll(async () => {
    redis.disconnect();
    await server.close();
    rmSync(folder, { recursive: true });
  });

  const add = async (urls: readonly string[], witness = false) => {
    const list = join(folder, 'list.txt');
    writeFileSync(list, urls.join('\n'));
    await addLists(server.url, redis, { lists: [list], priority: 0, witness, probes: 0 }, () => undefined);
  };
  const start = (name: string, visit: (address: FleetAddress) => Promise<VisitOutcome>) => {
    const options = { url: server.url, redis, name, pages: 2, paceMs: 0, say: () => undefined, visit };
    running.push(startVisitJobs(options));
  };
  const results = async () => {
    const all: FleetResult[] = [];
    for await (const result of new Board(redis).results()) all.push(result);
    return all;
  };
  const idle = () => expect.poll(async () => isIdle(await readStatus(server.url, redis)), POLL).toBe(true);

  it('sets an address aside of which three browsers died, and goes on', SLOW, async () => {
    await add(['https://poison.example/', 'https://plain.example/']);
    let deaths = 0;
    start('one', async ({ url }) => {
      if (!url.includes('poison')) return done(url);
      deaths += 1;
      throw new BrowserDiedError();
    });
    await idle();
    expect(deaths).toBe(3);
    const ended = (await results()).map(({ outcome }) => [outcome.state, outcome.reason?.id]).sort();
    expect(ended).toEqual([
      ['done', undefined],
      ['failed', 'crashed'],
    ]);
  });

  it('asks for the witness of an address whose worker ended right behind its result', SLOW, async () => {
    await add(['https://a.example/'], true);
    const { id, data } = (await openQueue(server.url).getJobs(['waiting', 'prioritized']))[0]!;
    await new Board(redis).end(data.id ?? id, { outcome: done('https://a.example/'), round: 1, worker: 'killed' });
    start('one', async ({ url }) => done(url, { flagged: true }));
    await idle();
    const [{ worker, witness }] = (await results()) as [FleetResult];
    expect([worker, witness]).toEqual(['killed', { worker: 'one', differs: ['flagged'] }]);
  });

  it('has another worker visit again what wants a witness, and names what differs', SLOW, async () => {
    await add(['https://a.example/'], true);
    for (const name of ['one', 'other'])
      start(name, async ({ url }) =>
        done(url, { flagged: name === 'one', textSha256: 'aa', phrases: name === 'one' ? ['包过'] : [] }),
      );
    await idle();
    const [{ worker, witness }] = (await results()) as [FleetResult];
    expect(witness).toEqual({ worker: worker === 'one' ? 'other' : 'one', differs: ['flagged', 'findings'] });
  });

  it('visits nothing while the queue is paused, and nothing of what was drained', SLOW, async () => {
    const queue = openQueue(server.url);
    await queue.pause();
    await add(['https://a.example/', 'https://b.example/']);
    const visited: string[] = [];
    start('one', async ({ url }) => {
      visited.push(url);
      return done(url);
    });
    expect(await readStatus(server.url, redis)).toMatchObject({ paused: true, pages: 0 });
    await queue.drain(true);
    await queue.resume();
    await add(['https://c.example/']);
    await idle();
    expect(visited).toEqual(['https://c.example/']);
    await queue.close();
  });

  it('refuses to work for a queue that was filled for other rule packs', async () => {
    await redis.set(key('packs'), 'notice@0:other');
    const options = { url: server.url, redis, store: null, pages: 1, paceMs: 0, pictures: false, say: () => undefined };
    await expect(startWorker(options)).rejects.toThrow(OtherPacksError);
  });
});
