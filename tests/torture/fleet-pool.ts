import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { buildExtension, type ExtensionBrowser, launchBrowser } from '../../cli/browser.ts';
import { connect } from '../../cli/fleet/redis.ts';
import { isIdle, readStatus } from '../../cli/fleet/status.ts';
import { LOG_CHECK } from '../../utils/pool/introduce.ts';
import { openLibrary } from '../e2e/library-page.ts';
import { CLAIM, PLAIN } from '../e2e/patrol-server.ts';
import { startRedis } from '../fleet/redis-server.ts';
import { realServersHere, startRealServer } from '../pool/real-dav-servers.ts';
import { type Outcome, randomFrom } from './outcome.ts';

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Local pages on hosts of their own; one in `claims` boasts. It counts who is on which host at once. */
async function serveSites(claims: number) {
  const on = new Map<string, number>();
  let together = 0;
  const server = createServer((request, response) => {
    const host = request.headers.host!;
    on.set(host, (on.get(host) ?? 0) + 1);
    const number = Number(request.url!.slice(1));
    if (Number.isInteger(number) && on.get(host)! > 1) together += 1;
    response.once('close', () => on.set(host, on.get(host)! - 1));
    const body = number % claims === 0 ? `${CLAIM}<p>第 ${number} 页</p>` : `${PLAIN}<p>第 ${number} 页</p>`;
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(`<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>第 ${number} 页</title>${body}</html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (index: number) => `http://127.0.${1 + (index >> 7)}.${1 + (index & 127)}:${port}/${index}`,
    together: () => together,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const fleet = (args: readonly string[]): ChildProcess =>
  spawn(process.execPath, ['cli/fleet.ts', ...args], { stdio: ['ignore', 'ignore', 'ignore'], detached: true });

const once = (args: readonly string[]) =>
  spawnSync(process.execPath, ['cli/fleet.ts', ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 });

/** Ends a worker with the browsers that it started, as a power cut does. */
async function cut(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid!, 'SIGKILL');
  await ended;
}

/** How many rows the library's database has. */
const storedRows = (names: readonly string[]) => async (page: Page) =>
  page.evaluate(async (stores) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('zhengjian');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const count = (name: string) =>
      new Promise<number>((resolve) => {
        const request = database.transaction(name).objectStore(name).count();
        request.onsuccess = () => resolve(request.result);
      });
    const counts = await Promise.all(stores.map(count));
    database.close();
    return counts;
  }, names);

/** The library takes items and results in as an officer does: the address, the key compared, 同步, 导入巡查结果. */
async function takeIn(url: string, resultsFile: string): Promise<{ items: number; rows: number; imported: number }> {
  const browser: ExtensionBrowser = await launchBrowser();
  try {
    const page = await browser.openExtensionPage('library.html#/settings');
    const { username, password } = new URL(url);
    await page.getByLabel('WebDAV 地址').fill(url.replace(/\/\/[^@]*@/, '//'));
    await page.getByLabel('用户名').fill(decodeURIComponent(username));
    await page.getByLabel('密码', { exact: true }).first().fill(decodeURIComponent(password));
    await page.getByRole('button', { name: '使用这个地址', exact: true }).click();
    await page.getByText(/^WebDAV：/).waitFor();
    await openLibrary(page, browser, '#/pool');
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    await press('同步');
    await page.getByLabel('密钥属于').fill('巡查机群', { timeout: 120_000 });
    await press('已核对，确认');
    await press('同步');
    await page.getByText(/取入证据 [1-9]\d* 件/).waitFor({ timeout: 540_000 });
    const [items, rows] = await storedRows(['items', 'patrolEntries'])(page);
    await openLibrary(page, browser, '#/patrol');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press('导入巡查结果')]);
    await chooser.setFiles(resultsFile);
    await page.getByText('fleet-results').first().waitFor();
    const [all] = await storedRows(['patrolEntries'])(page);
    return { items: items!, rows: rows!, imported: all! - rows! };
  } finally {
    await browser.close();
  }
}

/** What outside programs say of one bundle: its files by their digests and the signature of its record. */
function checkBundle(path: string, folder: string): string[] {
  const run = (command: string, cwd: string) => {
    const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd, encoding: 'utf8' });
    return status === 0 ? [] : [`${command}: ${stdout}${stderr}`.slice(0, 500)];
  };
  const unpacked = run(`unzip -q '${path}' -d bundle`, folder);
  if (unpacked.length) return unpacked;
  const bag = join(folder, 'bundle', readdirSync(join(folder, 'bundle'))[0]!);
  return [
    ...run('sha256sum --quiet -c manifest-sha256.txt', bag),
    ...run(
      'cd data/*/ && openssl dgst -sha256 -verify record-public-key.pem -signature record.json.sig record.json > /dev/null',
      bag,
    ),
  ];
}

/**
 * The whole way: two workers patrol local addresses and are killed with their browsers again and again, probes among the
 * addresses, into a pool on a WebDAV server; a library takes items and results in; outside programs check a bundle and the log.
 */
export async function fleetPool(addresses: number, kills: number, seed: number): Promise<Outcome> {
  const random = randomFrom(seed);
  const failures: string[] = [];
  const [name] = realServersHere({ install: true });
  if (name === undefined) return { name: 'fleet-pool', tried: 0, failures: ['no WebDAV server is here'], notes: [] };
  buildExtension();
  const claims = 12;
  const [redis, dav, sites] = await Promise.all([startRedis(), startRealServer(name), serveSites(claims)]);
  const folder = mkdtempSync(join(tmpdir(), 'fleet-pool-'));
  const urls = Array.from({ length: addresses }, (_, index) => sites.url(index));
  const list = join(folder, 'list.txt');
  writeFileSync(list, urls.join('\n'));
  const common = ['--redis', redis.url];
  const worker = () => fleet(['worker', '--store', dav.url, '--pages', '2', '--pace', '0', ...common]);
  const workers: ChildProcess[] = [];
  const client = await connect(redis.url, true);
  try {
    once(['add', list, '--probes', '10', ...common]);
    const began = performance.now();
    workers.push(worker(), worker());
    let killed = 0;
    const deadline = Date.now() + addresses * 4_000 + 120_000;
    let next = Date.now() + 15_000;
    for (;;) {
      await pause(500);
      if (isIdle(await readStatus(redis.url, client)) || Date.now() > deadline) break;
      if (killed >= kills || Date.now() < next) continue;
      const index = Math.floor(random() * workers.length);
      await cut(workers[index]!);
      workers[index] = worker();
      killed += 1;
      next = Date.now() + 8_000 + random() * 12_000;
    }
    const seconds = (performance.now() - began) / 1000;
    await Promise.all(workers.map(cut));
    const { probes } = await readStatus(redis.url, client);
    if (!probes.reliable) failures.push(`probes: ${JSON.stringify(probes)}`);
    const { stdout } = once(['results', ...common]);
    const results = join(folder, 'fleet-results.jsonl');
    writeFileSync(results, stdout);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { url: string; state: string; flagged: boolean; evidence?: string });
    const seen = new Map(lines.map((line) => [line.url, line]));
    if (lines.length !== addresses) failures.push(`${lines.length} lines of ${addresses} addresses`);
    for (const [index, url] of urls.entries()) {
      const line = seen.get(url);
      if (line?.state !== 'done' || line.flagged !== (index % claims === 0))
        failures.push(`${url}: ${JSON.stringify(line)}`);
    }
    if (sites.together() > 0) failures.push(`two at once on a host: ${sites.together()} times`);
    const evidence = lines.flatMap(({ evidence }) => evidence ?? []);
    const flagged = Math.ceil(addresses / claims);
    if (new Set(evidence).size !== flagged)
      failures.push(`${new Set(evidence).size} bundles of ${flagged} flagged pages`);
    const key = join(folder, 'fleet-key.pem');
    const handed = once(['hand-in', '--store', dav.url, '--key', key, ...common]);
    if (handed.status !== 0) failures.push(`hand-in: ${handed.stderr}`);
    const library = await takeIn(dav.url, results);
    if (library.items !== flagged) failures.push(`the library took ${library.items} items of ${flagged}`);
    if (library.rows !== addresses || library.imported !== addresses)
      failures.push(`the library took ${library.rows} and ${library.imported} rows of ${addresses}`);
    const pool = join(dav.root, '证据 池&1');
    const { stdout: log, stderr } = spawnSync('sh', ['-c', LOG_CHECK], { cwd: pool, encoding: 'utf8' });
    const said = `${log}${stderr}`.split('\n').filter(Boolean);
    failures.push(...said.filter((line) => !/ 段，链头 /.test(line)).map((line) => `sha256sum and openssl: ${line}`));
    if (said.filter((line) => / 段，链头 /.test(line)).length !== 2) failures.push(`log: ${said.join('; ')}`);
    failures.push(...checkBundle(join(pool, evidence[0]!), folder));
    const notes = [
      `${addresses} addresses in ${seconds.toFixed(0)} s by two workers into ${name}, ${killed} kills of a worker with its browser`,
      `${flagged} captured once each; ${probes.probes} probes, ${probes.missed.length} missed`,
      'items and results taken into a library; log and one bundle checked with unzip, sha256sum, openssl',
    ];
    return { name: 'fleet-pool', tried: addresses, failures, notes };
  } catch (error) {
    return { name: 'fleet-pool', tried: addresses, failures: [...failures, String(error)], notes: [] };
  } finally {
    await Promise.all(workers.map(cut));
    client.disconnect();
    sites.close();
    await Promise.all([redis.close(), dav.close()]);
    rmSync(folder, { recursive: true });
  }
}
