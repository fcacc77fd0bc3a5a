import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { buildExtension, type ExtensionBrowser, launchBrowser } from '../../cli/browser.ts';
import { ExtensionClient } from '../../cli/extension-client.ts';
import { serveFolder } from '../../cli/serve.ts';
import { sampleBundle } from '../bundle/sample-bundle.ts';
import { brokenInvariants, lostSince, readStore, type StoreState } from './inspect-store.ts';
import { type Outcome, randomFrom } from './outcome.ts';

const PAGES = fileURLToPath(new URL('../pages', import.meta.url));
const ADVERTS = ['agency-home', 'certificate-wall', 'shop-report-listing'];

/** How long each act may run before the kill, in milliseconds: about as long as it takes. */
const ACTS = { capture: 5000, export: 4000, delete: 3000, import: 6000 } as const;

/** How long after a restart a capture may still be called running, in milliseconds. */
const TAKE_UP_MS = 10_000;

type Act = keyof typeof ACTS;

/**
 * Chromium is killed (SIGKILL) at random moments of captures, exports, imports and deletions, and started again on the same
 * profile.
 */
export async function killBrowser(rounds: number, seed: number): Promise<Outcome> {
  buildExtension();
  const random = randomFrom(seed);
  const server = await serveFolder(PAGES);
  const profile = mkdtempSync(join(tmpdir(), 'kill-'));
  const bundles = mkdtempSync(join(tmpdir(), 'kill-bundles-'));
  const failures: string[] = [];
  const counts: Record<string, number> = {};
  let before: StoreState | undefined;
  try {
    for (let round = 0; round < rounds; round++) {
      const browser = await launchBrowser({ profile });
      const client = await ExtensionClient.open(browser);
      const now = await settled(client);
      const note = (lines: readonly string[]) => failures.push(...lines.map((line) => `round ${round}: ${line}`));
      note(brokenInvariants(now));
      if (before) note(lostSince(before, now));
      for (const job of now.jobs) {
        if (!before?.jobs.some((one) => one.id === job.id && one.state === job.state)) count(counts, job.state);
      }
      before = now;
      const act = chooseAct(now, random());
      count(counts, act);
      const closed = new Promise((resolve) => browser.context.once('close', resolve));
      const page = `${server.origin}/${ADVERTS[round % ADVERTS.length]}.html`;
      const bundle = act === 'import' ? await newBundle(bundles, round) : '';
      // Never waited for: what a killed worker was asked may stay unanswered for ever.
      void perform(act, browser, client, now, { page, bundle }).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, random() * ACTS[act]));
      process.kill(mainProcess(profile), 'SIGKILL');
      await closed;
    }
    const browser = await launchBrowser({ profile });
    const last = await settled(await ExtensionClient.open(browser));
    failures.push(...brokenInvariants(last), ...(before ? lostSince(before, last) : []));
    await browser.close();
    counts['items left'] = last.items.length;
    counts['deletions logged'] = last.custody.filter((line) => line.act === 'deleted').length;
    counts['imports logged'] = last.custody.filter((line) => line.act === 'imported').length;
    counts['exports logged'] = last.custody.filter((line) => line.act === 'exported').length;
  } finally {
    await server.close();
    for (const folder of [profile, bundles]) rmSync(folder, { recursive: true, force: true });
  }
  const notes = Object.entries(counts).map(([what, times]) => `${what} ${times}`);
  return { name: 'Chromium killed in capture, export, import and deletion', tried: rounds, failures, notes };
}

const count = (counts: Record<string, number>, what: string) => {
  counts[what] = (counts[what] ?? 0) + 1;
};

/** The store once no capture of an earlier life is called running any more. */
async function settled(client: ExtensionClient): Promise<StoreState> {
  const deadline = Date.now() + TAKE_UP_MS;
  for (;;) {
    const state = await readStore(client.page);
    const running = state.jobs.filter((job) => job.state === 'running');
    if (!running.length) return state;
    if (Date.now() > deadline) throw new Error(`still called running after a restart: ${running[0]!.id}`);
    await client.page.waitForTimeout(50);
  }
}

function chooseAct({ items }: StoreState, dice: number): Act {
  if (items.length < 2 || dice < 0.4) return 'capture';
  if (dice < 0.6) return 'import';
  return dice < 0.8 ? 'export' : 'delete';
}

async function perform(
  act: Act,
  browser: ExtensionBrowser,
  client: ExtensionClient,
  { items }: StoreState,
  source: { page: string; bundle: string },
): Promise<void> {
  if (act === 'capture') {
    const page = await browser.context.newPage();
    await page.goto(source.page);
    await client.send('startCapture', { tabId: await browser.tabIdOf(page), mode: 'full' });
    return;
  }
  if (act === 'import') return importFrom(await browser.openExtensionPage('library.html'), source.bundle);
  const page = await browser.openExtensionPage(`library.html#/items/${items[0]!.id}`);
  if (act === 'export') {
    await page.getByRole('button', { name: /导出证据包|Export bundle/ }).click();
    return;
  }
  await page.locator('.zj-item-acts .zj-icon-button').click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('textarea').fill('测试删除');
  await dialog.locator('button[type=submit]').click();
}

/** A bundle of another office that this store has never seen. */
async function newBundle(folder: string, round: number): Promise<string> {
  const { zip } = await sampleBundle(3, {}, ({ record }) => ({
    ...record,
    page: { ...record.page, title: `第 ${round} 轮` },
  }));
  const path = join(folder, `${round}.zip`);
  writeFileSync(path, Buffer.from(await zip.arrayBuffer()));
  return path;
}

async function importFrom(page: Page, bundle: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^(核对证据包|Check a? ?bundle)$/ }).click();
  await (await chooser).setFiles(bundle);
  const acts = page.locator('.zj-verdict-acts');
  await acts.locator('input[type=checkbox]').check();
  await acts.locator('.zj-button-filled').click();
}

/** The browser process of a profile, found by its own command line. */
function mainProcess(profile: string): number {
  const lines = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).split('\n');
  const line = lines.find((each) => each.includes(`--user-data-dir=${profile}`) && !each.includes('--type='));
  if (!line) throw new Error('the browser to kill is not running');
  return Number(line.trim().split(' ', 1)[0]);
}
