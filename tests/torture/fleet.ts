import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addLists } from '../../cli/fleet/add.ts';
import { Board } from '../../cli/fleet/board.ts';
import { connect } from '../../cli/fleet/redis.ts';
import { isIdle, readStatus } from '../../cli/fleet/status.ts';
import { startRedis } from '../fleet/redis-server.ts';
import { type Outcome, randomFrom } from './outcome.ts';

const SIMULATED = fileURLToPath(new URL('simulated-worker.ts', import.meta.url));

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** A stand-in for the sites: it counts who is on which host, and how often each address was seen. */
async function serveHosts() {
  const on = new Map<string, number>();
  const seen = new Map<string, number>();
  let together = 0;
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url!, 'http://h');
    const host = searchParams.get('host')!;
    const url = searchParams.get('url')!;
    seen.set(url, (seen.get(url) ?? 0) + 1);
    on.set(host, (on.get(host) ?? 0) + 1);
    if (on.get(host)! > 1) together += 1;
    const leave = () => void on.set(host, on.get(host)! - 1);
    setTimeout(() => {
      leave();
      response.end('ok');
    }, 5);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    seen,
    together: () => together,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/**
 * The real queue, gate, board and take-over with simulated pages: workers are processes of their own, killed at random, and so is Redis (its
 * append-only file stays). Nothing may be lost, nothing end twice, no host be visited by two at once.
 */
export async function tortureFleet(addresses: number, kills: number, seed: number): Promise<Outcome> {
  const failures: string[] = [];
  const server = await startRedis();
  const hosts = await serveHosts();
  const folder = mkdtempSync(join(tmpdir(), 'torture-fleet-'));
  const random = randomFrom(seed);
  const list = join(folder, 'list.txt');
  writeFileSync(
    list,
    Array.from({ length: addresses }, (_, index) => `https://h${index % 500}.example/${index}`).join('\n'),
  );
  const redis = await connect(server.url, true);
  await addLists(server.url, redis, { lists: [list], priority: 0, witness: false, probes: 0 }, () => undefined);
  const spawnWorker = (): ChildProcess =>
    spawn(process.execPath, [SIMULATED, server.url, hosts.url], { stdio: ['ignore', 'ignore', 'inherit'] });
  const workers = Array.from({ length: 4 }, spawnWorker);
  let restarts = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    await pause(100 + random() * 400);
    if (random() < 0.04) {
      await server.kill();
      await server.start();
      restarts += 1;
      continue;
    }
    const index = Math.floor(random() * workers.length);
    workers[index]!.kill('SIGKILL');
    workers[index] = spawnWorker();
  }
  const deadline = Date.now() + 60_000 + addresses * 20;
  while (!isIdle(await readStatus(server.url, redis)) && Date.now() < deadline) await pause(500);
  for (const worker of workers) worker.kill('SIGKILL');
  const ended = new Map<string, number>();
  for await (const { outcome } of new Board(redis).results()) ended.set(outcome.url, (ended.get(outcome.url) ?? 0) + 1);
  for (let index = 0; index < addresses; index += 1) {
    const url = `https://h${index % 500}.example/${index}`;
    if (!ended.has(url)) failures.push(`lost: ${url}`);
    else if (ended.get(url)! > 1) failures.push(`ended twice: ${url}`);
  }
  if (hosts.together() > 0) failures.push(`two at once on a host: ${hosts.together()} times`);
  const again = [...hosts.seen.values()].filter((count) => count > 1).length;
  redis.disconnect();
  hosts.close();
  await server.close();
  rmSync(folder, { recursive: true });
  return {
    name: 'fleet',
    tried: kills,
    failures,
    notes: [
      `${addresses} addresses`,
      `${restarts} of the kills were of Redis`,
      `${again} addresses were begun again after a kill`,
    ],
  };
}
