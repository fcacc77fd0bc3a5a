import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureBrowser } from '../../cli/browser.ts';
import { addLists } from '../../cli/fleet/add.ts';
import { connect } from '../../cli/fleet/redis.ts';
import { forgetResults, isIdle, readStatus } from '../../cli/fleet/status.ts';
import { startWorker } from '../../cli/fleet/worker.ts';
import { startRedis } from '../fleet/redis-server.ts';

/** What one arrangement did. */
export interface FleetRate {
  name: string;
  pages: number;
  seconds: number;
  /** Resident memory of every browser process at the end, MB; null where it cannot be read. */
  browserMb: number | null;
}

/** Local pages on so many hosts of their own, so that the gate holds none of them up. */
async function serveMany(): Promise<{ url(index: number): string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const text = `第 ${request.url} 页。本店出售保温杯，容量 500 毫升，支持七天无理由退货。`.repeat(20);
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(`<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>页面</title><p>${text}</p></html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (index) => `http://127.0.${1 + ((index >> 8) % 200)}.${1 + (index % 250)}:${port}/${index}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Memory of the browsers that this process started, MB. */
function browserMemory(): number | null {
  try {
    const children = (pid: number): number[] =>
      readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
        .trim()
        .split(' ')
        .filter(Boolean)
        .map(Number)
        .flatMap((child) => [child, ...children(child)]);
    const resident = (pid: number) =>
      Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    return Math.round(children(process.pid).reduce((sum, pid) => sum + resident(pid), 0) / 1024);
  } catch {
    return null;
  }
}

/** The waits of a visit as the fleet makes it, without the product: quiet for 900 ms after the load. */
const QUIET_MS = 900;

/** Bare Playwright opens the same pages with the same waits, so many at a time. */
async function bare(urls: readonly string[], pages: number): Promise<FleetRate> {
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
  const context = await browser.newContext();
  const began = performance.now();
  let next = 0;
  const visit = async () => {
    for (let url = urls[next++]; url !== undefined; url = urls[next++]) {
      const page = await context.newPage();
      await page.goto(url, { waitUntil: 'load' });
      await page.waitForTimeout(QUIET_MS);
      await page.close();
    }
  };
  await Promise.all(Array.from({ length: pages }, visit));
  const seconds = (performance.now() - began) / 1000;
  const browserMb = browserMemory();
  await browser.close();
  return { name: `bare Playwright, ${pages} pages at a time`, pages: urls.length, seconds, browserMb };
}

async function fleetOf(urls: readonly string[], workers: number, pages: number): Promise<FleetRate> {
  const server = await startRedis();
  const redis = await connect(server.url, true);
  const folder = mkdtempSync(join(tmpdir(), 'bench-fleet-'));
  const list = join(folder, 'list.txt');
  writeFileSync(list, urls.join('\n'));
  await addLists(server.url, redis, { lists: [list], priority: 0, witness: false, probes: 0 }, () => undefined);
  const options = { url: server.url, redis, store: null, pages, paceMs: 0, pictures: false, say: () => undefined };
  const began = performance.now();
  const running = await Promise.all(Array.from({ length: workers }, () => startWorker(options)));
  while (!isIdle(await readStatus(server.url, redis))) await new Promise((resolve) => setTimeout(resolve, 250));
  const seconds = (performance.now() - began) / 1000;
  const { pages: ended } = await readStatus(server.url, redis);
  const browserMb = browserMemory();
  await Promise.all(running.map((worker) => worker.close()));
  await forgetResults(redis);
  redis.disconnect();
  await server.close();
  rmSync(folder, { recursive: true });
  if (ended !== urls.length) throw new Error(`${ended} of ${urls.length} pages ended`);
  return { name: `fleet, ${workers} browsers, ${pages} pages each`, pages: ended, seconds, browserMb };
}

/** Fleets of so many browsers against bare Playwright with as many pages at a time, over the same local pages. */
export async function benchFleet(count: number, browsers: readonly number[], pages: number): Promise<FleetRate[]> {
  const server = await serveMany();
  const urls = Array.from({ length: count }, (_, index) => server.url(index));
  const rates: FleetRate[] = [];
  for (const workers of browsers) {
    rates.push(await bare(urls, workers * pages));
    rates.push(await fleetOf(urls, workers, pages));
  }
  await server.close();
  return rates;
}
