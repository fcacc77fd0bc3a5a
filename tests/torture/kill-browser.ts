import { execFileSync } from 'node:child_process';
import { mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildExtension, launchBrowser } from '../../cli/browser.ts';
import { ExtensionClient } from '../../cli/extension-client.ts';
import { serveFolder } from '../../cli/serve.ts';
import type { CaptureJob } from '../../utils/evidence/capture-job.ts';
import type { Patrol } from '../../utils/patrol/patrol.ts';
import { brokenInvariants, lostSince, readRows, readStore, type StoreState } from './inspect-store.ts';
import { ACTS, type Act, BUNDLED, chooseAct, prepare, takeInFirst, UNDER_WAY } from './kill-acts.ts';
import { type Outcome, randomFrom } from './outcome.ts';

const PAGES = fileURLToPath(new URL('../pages', import.meta.url));
const ADVERTS = ['agency-home', 'certificate-wall', 'shop-report-listing'];

/** How long after a restart a capture may still be called running, in milliseconds. */
const TAKE_UP_MS = 30_000;

/** Every so many kills all bytes of the store are read and digested, and not only those that came since. */
const ALL_READ = 20;

/** How long after a restart files of broken-off exports may stay, in milliseconds. */
const CLEAR_MS = 30_000;

/** How long the patrols of all rounds may take to their end after the last restart. */
const PATROL_MS = 600_000;

/**
 * Chromium is killed (SIGKILL) at random moments of captures, exports, imports, deletions, patrols and back-ups, and started
 * again on the same profile. Patrols go on with each start, whatever else is done then.
 */
export async function killBrowser(rounds: number, seed: number): Promise<Outcome> {
  buildExtension();
  const random = randomFrom(seed);
  const server = await serveFolder(PAGES);
  const profile = mkdtempSync(join(tmpdir(), 'kill-'));
  const folder = mkdtempSync(join(tmpdir(), 'kill-bundles-'));
  const failures: string[] = [];
  const counts: Record<string, number> = {};
  let before: StoreState | undefined;
  let begun: string | undefined;
  const inspect = (now: StoreState, when: string) => {
    const broken = [...brokenInvariants(now), ...(before ? lostSince(before, now) : [])];
    if (begun && !now.jobs.some((job) => job.id === begun)) broken.push(`${begun}: a capture that nobody names`);
    failures.push(...broken.map((line) => `${when}: ${line}`));
    for (const job of now.jobs) {
      if (!before?.jobs.some((one) => one.id === job.id && one.state === job.state)) count(counts, job.state);
    }
    const imported = importsOf(now) - (before ? importsOf(before) : 0);
    if (imported > 0 && imported < BUNDLED) count(counts, 'imports cut between items');
    before = now;
  };
  const spent: Record<string, number> = {};
  const timed = async <T>(what: string, work: Promise<T>): Promise<T> => {
    const started = performance.now();
    const result = await work;
    spent[what] = (spent[what] ?? 0) + performance.now() - started;
    return result;
  };
  let act: Act | undefined;
  let backedUp: string | undefined;
  /** Whether the kill fell inside an act that leaves no job behind to say so. */
  const countCut = async (client: ExtensionClient) => {
    const patrols = await readRows<Patrol>(client.page, 'patrols');
    const { lastBackup } = await client.page.evaluate(() => chrome.storage.local.get('lastBackup'));
    const known = new Set(before?.patrols.map(({ id }) => id));
    if (act === 'patrol' && patrols.some(({ id, state }) => !known.has(id) && state !== 'ended'))
      count(counts, 'killed inside a patrol');
    if (act === 'back-up' && lastBackup === backedUp) count(counts, 'killed inside a back-up');
    backedUp = lastBackup as string | undefined;
  };
  try {
    const first = await launchBrowser({ profile });
    const slowness = await takeInFirst(await first.openExtensionPage('library.html'), folder);
    await first.close();
    for (let round = 0; round < rounds; round++) {
      const browser = await timed('start', launchBrowser({ profile }));
      const client = await timed('start', ExtensionClient.open(browser, 'manifest.json'));
      await timed('look', countCut(client));
      // What lay there before is read again every so often; to read all of it each time would be most of the run.
      const store = await timed('look', settled(client, round % ALL_READ === 0 ? {} : (before?.artefacts ?? {})));
      inspect(store, `round ${round}`);
      act = chooseAct(store, random());
      count(counts, act);
      const page = `${server.origin}/${ADVERTS[round % ADVERTS.length]}.html`;
      const patrolled = ADVERTS.map((name) => `${server.origin}/${name}.html?round=${round}`);
      const start = await timed('prepare', prepare(act, { browser, client, store, page, patrolled, folder }));
      const closed = new Promise((resolve) => browser.context.once('close', resolve));
      begun = undefined;
      // A capture is never waited for: what a killed worker was asked may stay unanswered for ever.
      const begins = start().then(
        (jobId) => {
          begun = jobId;
        },
        () => undefined,
      );
      if (UNDER_WAY.has(act)) await timed('act', begins);
      const wait = random() * slowness * ACTS[act!];
      await timed('act', new Promise((resolve) => setTimeout(resolve, wait)));
      process.kill(mainProcess(profile), 'SIGKILL');
      await timed('end', closed);
      // What a killed browser leaves beside its profile.
      rmSync(dirname(readlinkSync(join(profile, 'SingletonSocket'))), { recursive: true, force: true });
    }
    const browser = await launchBrowser({ profile });
    const client = await ExtensionClient.open(browser);
    await countCut(client);
    await patrolsEnded(client);
    const last = await settled(client, {});
    inspect(last, 'at the end');
    const parts = await partFiles(client);
    if (parts.length) failures.push(`files of broken-off exports stay: ${parts.join()}`);
    await browser.close();
    counts['patrols ended'] = last.patrols.filter(({ state }) => state === 'ended').length;
    counts['items left'] = last.items.length;
    counts['deletions logged'] = last.custody.filter((line) => line.act === 'deleted').length;
    counts['imports logged'] = importsOf(last);
    counts['exports logged'] = last.custody.filter((line) => line.act === 'exported').length;
  } finally {
    await server.close();
    for (const each of [profile, folder]) rmSync(each, { recursive: true, force: true });
  }
  const seconds = Object.entries(spent).map(([what, ms]) => `${what} ${(ms / 1000 / rounds).toFixed(1)} s`);
  const notes = [...Object.entries(counts).map(([what, times]) => `${what} ${times}`), `a kill: ${seconds.join(', ')}`];
  return {
    name: 'Chromium killed in capture, export, import, deletion, patrol and back-up',
    tried: rounds,
    failures,
    notes,
  };
}

const importsOf = ({ custody }: StoreState) => custody.filter((line) => line.act === 'imported').length;

const count = (counts: Record<string, number>, what: string) => {
  counts[what] = (counts[what] ?? 0) + 1;
};

/** The store once no capture of an earlier life is called running any more. @param known digests that need not be made anew */
async function settled(client: ExtensionClient, known: Readonly<Record<string, string>>): Promise<StoreState> {
  const deadline = Date.now() + TAKE_UP_MS;
  for (;;) {
    const running = (await readRows<CaptureJob>(client.page, 'jobs')).filter((job) => job.state === 'running');
    if (!running.length) return readStore(client.page, known);
    if (Date.now() > deadline) throw new Error(`still called running after a restart: ${running[0]!.id}`);
    await client.page.waitForTimeout(50);
  }
}

/** Waits until every patrol that was begun has visited all its addresses. */
async function patrolsEnded(client: ExtensionClient): Promise<void> {
  const deadline = Date.now() + PATROL_MS;
  for (;;) {
    const patrols = await readRows<Patrol>(client.page, 'patrols');
    const open = patrols.filter(({ state }) => state !== 'ended');
    if (!open.length) return;
    if (Date.now() > deadline) throw new Error(`patrols that never end: ${open.map(({ id }) => id).join()}`);
    await client.page.waitForTimeout(500);
  }
}

/** What broken-off exports left, once the library has had the time to clear it away. */
async function partFiles(client: ExtensionClient): Promise<string[]> {
  const deadline = Date.now() + CLEAR_MS;
  for (;;) {
    const files = await client.page.evaluate(async () => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('bundles', { create: true });
      return Array.fromAsync((folder as unknown as { keys(): AsyncIterable<string> }).keys());
    });
    if (!files.length || Date.now() > deadline) return files;
    await client.page.waitForTimeout(200);
  }
}

/** The browser process of a profile, found by its own command line. */
function mainProcess(profile: string): number {
  const lines = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).split('\n');
  const line = lines.find((each) => each.includes(`--user-data-dir=${profile}`) && !each.includes('--type='));
  if (!line) throw new Error('the browser to kill is not running');
  return Number(line.trim().split(' ', 1)[0]);
}
