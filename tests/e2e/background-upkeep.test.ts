import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ExtensionBrowser, launchBrowser } from '../../cli/browser.ts';
import type { EvidenceItem } from '../../utils/evidence/record.ts';
import { startTsa, type TsaServer } from '../evidence/tsa-server.ts';
import { officeSeeds } from './library-seeds.ts';
import { makeRows, seedStore } from './seed-library.ts';
import { stopWorker } from './stop-worker.ts';

const WAIT = { timeout: 60_000 };
const LONG_AGO = '2026-10-01T00:00:00.000Z';

let browser: ExtensionBrowser;
let tsa: TsaServer;
/** A page of the extension that does no upkeep; the library is never open. */
let page: Page;

beforeAll(async () => {
  tsa = await startTsa();
  browser = await launchBrowser();
  page = await browser.openExtensionPage('popup.html');
  const rows = await makeRows((await officeSeeds(browser.context)).slice(0, 2));
  for (const item of rows.items) item.health = { checkedAt: LONG_AGO, damaged: [] };
  rows.artefacts[0]!.base64 = btoa('lost');
  await seedStore(page, rows);
});
afterAll(async () => {
  await browser?.close();
  await tsa?.close();
});

const items = () =>
  page.evaluate(
    () =>
      new Promise<EvidenceItem[]>((resolve, reject) => {
        const opening = indexedDB.open('zhengjian');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const request = opening.result.transaction('items').objectStore('items').getAll();
          request.onsuccess = () => {
            opening.result.close();
            resolve(request.result);
          };
        };
      }),
  );
const damaged = async () => (await items()).flatMap(({ health }) => health.damaged);
const stamped = async () => (await items()).filter(({ stampedAt }) => stampedAt !== undefined).length;
const hiddenPages = () =>
  page.evaluate(
    async () =>
      (await chrome.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT' as chrome.runtime.ContextType] })).length,
  );

/** The alarm goes soon after; the worker is stopped before, as it would be by then. */
async function alarmWakesWorker(): Promise<void> {
  await page.evaluate(() => chrome.alarms.create('upkeep', { when: Date.now() + 2_000 }));
  await stopWorker(page);
}

it('sets its alarm by itself', async () => {
  const alarm = () => page.evaluate(() => chrome.alarms.get('upkeep'));
  await expect.poll(alarm, WAIT).toMatchObject({ periodInMinutes: 60 });
});

it('finds a damaged file while the library is closed', async () => {
  await alarmWakesWorker();
  await expect.poll(damaged, WAIT).toHaveLength(1);
  await expect.poll(async () => (await items()).every(({ health }) => health.checkedAt > LONG_AGO), WAIT).toBe(true);
  expect(await stamped()).toBe(0);
});

it('fetches the time stamps that are waiting, in a page that closes when it is done', async () => {
  await page.evaluate(async (timestampUrl) => {
    const { settings } = await chrome.storage.local.get('settings');
    await chrome.storage.local.set({ settings: { ...(settings as object | undefined), timestampUrl } });
  }, tsa.url);
  await alarmWakesWorker();
  await expect.poll(stamped, WAIT).toBe(2);
  await expect.poll(hiddenPages, WAIT).toBe(0);
  const attempt = () => page.evaluate(async () => (await chrome.storage.local.get('stampAttempt')).stampAttempt);
  await expect.poll(attempt, WAIT).toMatchObject({ stamped: 2, rejected: {} });
});
