import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { buildExtension, type ExtensionBrowser, launchBrowser } from '../../cli/browser.ts';
import { NOT_PROVED } from '../../utils/bundle/threat-model.ts';
import { endOfTakingIn, layOnDesk, takeIn } from './library-desk.ts';
import type { Outcome } from './outcome.ts';
import { dropDatabase, heads, putBack, snapshot, truncateLog } from './raw-store.ts';
import { recordedBundle } from './recorded-items.ts';

const SCREENS = ['library.html#/items', 'library.html#/settings', 'popup.html', 'sidepanel.html'];
const PATIENCE_MS = 20_000;

/** What takes evidence or its log away, and whether it must be seen: the whole profile of an earlier day looks like that day. */
const LOSSES: Readonly<Record<string, { seen: boolean; lose(page: Page, round: number): Promise<void> }>> = {
  dropped: { seen: true, lose: dropDatabase },
  truncated: { seen: true, lose: (page, round) => truncateLog(page, 1 + (round % 3)) },
  'rolled back without its mirror': { seen: true, lose: (page) => putBack(page, 'earlier', false) },
  'whole profile rolled back': { seen: false, lose: (page) => putBack(page, 'earlier', true) },
};

/**
 * The database is dropped, its log truncated, or an earlier state of it put back, over and over: every screen must say so, and no
 * screen may while nothing is missing. That a whole profile of an earlier day is not seen is counted, and must stand in the threat
 * model.
 */
export async function storeLoss(rounds: number): Promise<Outcome> {
  buildExtension();
  const folder = mkdtempSync(join(tmpdir(), 'store-loss-'));
  const failures: string[] = [];
  const counts: Record<string, number> = {};
  let tried = 0;
  if (!NOT_PROVED.some((sentence) => sentence.includes('整个浏览器配置文件退回旧时的副本')))
    failures.push('the threat model does not speak of a whole profile rolled back');
  const browser = await launchBrowser();
  try {
    const keeper = await browser.openExtensionPage('library.html#/items');
    await bringIn(keeper, folder);
    await settled(keeper);
    await snapshot(keeper, 'earlier');
    // Opening an item is a line of the log: what an earlier state lacks.
    for (let more = 0; more < 4; more++) {
      const { log } = await heads(keeper);
      await keeper.evaluate(() =>
        document
          .querySelector<HTMLElement>('tbody tr[id]')
          ?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true })),
      );
      await until(keeper, (now) => now.log > log && now.mirror === now.log);
      await keeper.evaluate(() => {
        location.hash = '#/items';
      });
      await keeper.locator('tbody tr[id]').first().waitFor();
    }
    await settled(keeper);
    await snapshot(keeper, 'present');
    const view = await browser.context.newPage();
    for (let round = 0; round < rounds; round++) {
      for (const [name, { seen, lose }] of Object.entries(LOSSES)) {
        tried += 1;
        await lose(keeper, round);
        const alarmed = await alarms(browser, view, seen);
        const missing = SCREENS.filter((screen) => alarmed.has(screen) !== seen);
        if (missing.length)
          failures.push(`${name}, round ${round}: ${seen ? 'not said' : 'said'} on ${missing.join()}`);
        else
          counts[`${name}: ${seen ? 'detected' : 'not to be seen'}`] =
            (counts[`${name}: ${seen ? 'detected' : 'not to be seen'}`] ?? 0) + 1;
        await putBack(keeper, 'present', true);
        const calm = await alarms(browser, view, false);
        if (calm.size) failures.push(`${name}, round ${round}: an alarm with nothing missing on ${[...calm].join()}`);
      }
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
  const notes = Object.entries(counts).map(([what, times]) => `${what} ${times}`);
  return { name: 'store dropped, truncated, rolled back', tried, failures, notes };
}

async function bringIn(page: Page, folder: string): Promise<void> {
  const { path } = await recordedBundle(folder, 2, 1);
  await layOnDesk(page, path);
  await takeIn(page);
  await endOfTakingIn(page);
  await page.reload();
  await page.locator('tbody tr[id]').first().waitFor();
}

async function until(page: Page, wanted: (now: { log: number; mirror: number }) => boolean): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const now = await heads(page);
    if (wanted(now)) return;
    if (Date.now() > deadline) throw new Error(`the log stays at ${now.log}, its mirror at ${now.mirror}`);
    await page.waitForTimeout(50);
  }
}

/** The mirror has caught up with the log. */
const settled = (page: Page) => until(page, ({ log, mirror }) => log > 0 && log === mirror);

/** The screens that say that the log is not what it was. @param expected waits for it where it must come */
async function alarms(browser: ExtensionBrowser, view: Page, expected: boolean): Promise<Set<string>> {
  const said = new Set<string>();
  for (const screen of SCREENS) {
    await view.goto('about:blank');
    await view.goto(`chrome-extension://${browser.id}/${screen}`);
    const alarm = view.locator('.zj-log-alarm');
    if (expected) await alarm.waitFor({ timeout: PATIENCE_MS }).catch(() => undefined);
    // A screen that has drawn its content and asked the store has had its time.
    else await view.waitForFunction(() => document.querySelector('#app *, main, .zj-popup, .zj-panel') !== null);
    if (!expected) await view.evaluate(async () => (await indexedDB.databases()).length);
    if (await alarm.count()) said.add(screen);
  }
  return said;
}
