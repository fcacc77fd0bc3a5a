import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildExtension } from '../../cli/browser.ts';
import { benchFleet } from '../bench/fleet.ts';
import { hasRedis, type RedisServer, sayNoRedis, startRedis } from '../fleet/redis-server.ts';
import { ENDINGS, type PatrolServer, servePatrol } from './patrol-server.ts';

const SLOW = { timeout: 400_000, retry: 0 };
const withRedis = hasRedis();
if (!withRedis) sayNoRedis();

function fleet(args: readonly string[]): {
  child: ChildProcess;
  ended: Promise<{ status: number | null; out: string; err: string }>;
} {
  const child = spawn(process.execPath, ['cli/fleet.ts', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout!.on('data', (said) => {
    out += said;
  });
  child.stderr!.on('data', (said) => {
    err += said;
  });
  return {
    child,
    ended: new Promise((resolve) => child.on('close', (status) => resolve({ status, out, err }))),
  };
}

describe.skipIf(!withRedis)('the fleet', () => {
  let redis: RedisServer;
  let server: PatrolServer;
  let folder: string;
  beforeAll(async () => {
    buildExtension();
    [redis, server] = await Promise.all([startRedis(), servePatrol()]);
    folder = mkdtempSync(join(tmpdir(), 'fleet-'));
  });
  afterAll(async () => {
    await redis.close();
    await server.close();
    rmSync(folder, { recursive: true });
  });

  it(
    'visits every address once with two workers, one of them killed, into a store that keeps what it says',
    SLOW,
    async () => {
      const list = join(folder, 'list.txt');
      const urls = Object.keys(ENDINGS).map((path) => server.url(path));
      const more = Array.from({ length: 6 }, (_, index) => server.url(`/plain/${index}`));
      writeFileSync(list, [...urls, ...more, urls[0], 'javascript:alert(1)'].join('\n'));
      const common = ['--redis', redis.url];
      expect(await fleet(['add', list, '--probes', '2', ...common]).ended).toMatchObject({ status: 0 });
      expect((await fleet(['add', list, ...common]).ended).err).toContain('入队');
      const store = join(folder, 'store');
      const worker = () => fleet(['worker', '--store', store, '--pages', '2', '--until-idle', ...common]);
      const dying = worker();
      const living = worker();
      await expect.poll(async () => existsSync(join(store, 'bundles')), { timeout: 120_000, interval: 300 }).toBe(true);
      dying.child.kill('SIGKILL');
      expect(await living.ended).toMatchObject({ status: 0 });
      const { out } = await fleet(['results', ...common]).ended;
      const lines = out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(lines.map(({ url }) => url).sort()).toEqual([...urls, ...more, 'javascript:alert(1)'].sort());
      for (const [path, ending] of Object.entries(ENDINGS))
        expect(lines.find(({ url }) => url === server.url(path))).toMatchObject(ending);
      const evidence = lines.flatMap((line) => line.evidence ?? []) as string[];
      expect(evidence).toHaveLength(2);
      for (const place of evidence)
        expect(place).toContain(
          createHash('sha256')
            .update(readFileSync(join(store, place)))
            .digest('hex'),
        );
      const kept = readdirSync(join(store, 'bundles'), { recursive: true }).filter((name) =>
        String(name).endsWith('.zip'),
      );
      expect(kept).toHaveLength(2);
      const status = (await fleet(['status', ...common]).ended).out;
      expect(status).toContain('2 个，查错 0 个，可靠');
    },
  );

  it('is measured beside bare Playwright', { timeout: 180_000 }, async () => {
    const rates = await benchFleet(4, [1], 2);
    expect(rates.map(({ pages }) => pages)).toEqual([4, 4]);
  });

  it('says in one sentence what is wrong', { timeout: 90_000 }, async () => {
    const guarded = await startRedis({ password: 'right' });
    const first = async (args: readonly string[]) => {
      const { status, err } = await fleet(args).ended;
      return [status, err.split('\n')[0]];
    };
    const garbage = join(folder, 'garbage.txt');
    writeFileSync(garbage, Buffer.from([0, 1, 2, 3]));
    const full = existsSync('/dev/full') ? '/dev/full' : folder;
    expect([
      await first([]),
      await first(['status', '--redis', 'redis://127.0.0.1:1']),
      await first(['status', '--redis', guarded.url.replace('right', 'wrong')]),
      await first(['add', garbage, '--redis', redis.url]),
      await first(['worker', '--store', join(full, 'x'), '--redis', redis.url]),
      await first(['add', garbage, '--every', '7w', '--redis', redis.url]),
    ]).toEqual([
      [2, '没有给出命令。'],
      [1, '连不上 Redis redis://127.0.0.1:1，请检查地址和服务是否启动。'],
      [1, expect.stringMatching(/密码不对。$/)],
      [1, expect.stringMatching(/。$/)],
      [1, expect.stringContaining('读写证据池')],
      [2, '--every 应为天数或小时数，如 7d、12h。'],
    ]);
    await guarded.close();
  });
});
