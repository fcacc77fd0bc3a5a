import type { Page } from 'playwright-core';
import type { TabReport } from '../utils/tab-report.ts';
import type { ExtensionBrowser } from './browser.ts';
import type { ExtensionClient } from './extension-client.ts';

/** Bounds of one visit: how far it scrolls, how long it waits for quiet, and what quiet is. */
const SCREENS = 40;
const PATIENCE_MS = 10_000;
const QUIET_MS = 900;
const POLL_MS = 150;

/** The page could not be opened or read; the message says why. */
export class VisitError extends Error {}

/** Scrolls once to the end and back to the top, at most {@link SCREENS} screens, so that lazy content appears. */
async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(async (screens) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let screen = 0; screen < screens; screen += 1) {
      const before = scrollY;
      scrollBy({ top: innerHeight * 0.9, behavior: 'instant' });
      await frame();
      await frame();
      if (scrollY === before) break;
    }
    scrollTo({ top: 0, behavior: 'instant' });
  }, SCREENS);
}

const signature = (report: TabReport) =>
  JSON.stringify([report.state, report.scannedAt, report.findings.length, report.certificates.length, report.frames]);

/** Waits until the report is done and has not changed for {@link QUIET_MS}, or {@link PATIENCE_MS} have passed. */
async function settled(client: ExtensionClient, tabId: number): Promise<TabReport> {
  const deadline = Date.now() + PATIENCE_MS;
  let last = '';
  let since = Date.now();
  for (;;) {
    const report = await client.send('getTabReport', { tabId });
    const now = signature(report);
    if (now !== last) {
      last = now;
      since = Date.now();
    }
    const isRead = report.state === 'done' || (report.state === 'failed' && report.scannedAt !== '');
    if ((isRead && Date.now() - since >= QUIET_MS) || Date.now() > deadline) return report;
    await client.page.waitForTimeout(POLL_MS);
  }
}

/**
 * Opens an address in a new tab, scrolls through it once, waits until it is quiet, and has its pictures read when asked.
 * @throws VisitError when the address does not open or the extension cannot read it.
 */
export async function visit(
  browser: ExtensionBrowser,
  client: ExtensionClient,
  address: string,
  options: { pictures?: boolean } = {},
): Promise<{ page: Page; tabId: number; report: TabReport }> {
  const page = await browser.context.newPage();
  try {
    page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
    const response = await page.goto(address, { waitUntil: 'domcontentloaded', timeout: 30_000 });
    if (response && response.status() >= 400) throw new VisitError(`HTTP ${response.status()}`);
    await page.waitForLoadState('load', { timeout: PATIENCE_MS }).catch(() => undefined);
    const tabId = await browser.tabIdOf(page);
    await scrollThrough(page).catch(() => undefined);
    let report = await settled(client, tabId);
    if (report.state === 'unreadable' || report.scannedAt === '')
      throw new VisitError('the extension cannot read this page');
    if (options.pictures) {
      await client.send('recognisePictures', { tabId, all: true });
      report = await settled(client, tabId);
    }
    return { page, tabId, report };
  } catch (error) {
    await page.close().catch(() => undefined);
    throw error instanceof VisitError ? error : new VisitError((error as Error).message.split('\n')[0]);
  }
}
