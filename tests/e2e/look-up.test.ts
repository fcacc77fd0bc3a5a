import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionBrowser, launchBrowser } from '../../cli/browser.ts';
import type { StoredAddendum } from '../../utils/store/evidence-database.ts';
import { violations } from './axe.ts';
import { openLibrary } from './library-page.ts';
import { officeSeeds, SAMPLE_CASES } from './library-seeds.ts';
import { makeRows, seedStore } from './seed-library.ts';

const PORTAL = 'https://report-portal.example.gov.cn/query';
const ITEM = 'E20261123-0007';

let browser: ExtensionBrowser;
let page: Page;

const addenda = () =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('zhengjian');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const rows = await new Promise<StoredAddendum[]>((resolve, reject) => {
      const request = database.transaction('addenda').objectStore('addenda').getAll();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    database.close();
    return Promise.all(
      rows.map(async ({ addendum, picture }) => ({
        addendum,
        start: picture ? [...new Uint8Array(await picture.slice(0, 4).arrayBuffer())] : null,
      })),
    );
  });
const open = (hash: string) => openLibrary(page, browser, hash);
const shoot = async (name: string) => {
  if (!process.env.SHOTS) return;
  await mkdir(process.env.SHOTS, { recursive: true });
  await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` });
};

beforeAll(async () => {
  browser = await launchBrowser({ window: { width: 1366, height: 900 } });
  await browser.context.route('https://report-portal.example.gov.cn/**', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: '<!doctype html><title>报告编号查询</title><h1>未查到该编号</h1>',
    }),
  );
  page = await browser.openExtensionPage('library.html');
  await seedStore(page, await makeRows(await officeSeeds(browser.context), SAMPLE_CASES));
});

afterAll(() => browser?.close());

describe('the portals', () => {
  it('are set by the office; an address that is not encrypted is refused and named', async () => {
    await open('#/settings');
    const field = page.getByLabel('检验检测报告编号查询平台');
    await field.fill('http://report-portal.example.gov.cn/');
    await field.press('Tab');
    await page.getByText('网址须以 https:// 开头').waitFor();
    await field.fill(PORTAL);
    await field.press('Tab');
    const host = page.locator('.zj-settings-host', { hasText: 'report-portal.example.gov.cn' });
    await host.waitFor();
    expect(await host.textContent()).toContain('在官方名单内');
    expect(await violations(page)).toEqual([]);
    await host.scrollIntoViewIfNeeded();
    await shoot('settings');
    const stored = () => page.evaluate(async () => (await chrome.storage.local.get('settings')).settings);
    await expect.poll(stored).toMatchObject({ portals: { 'inspection-report': PORTAL } });
  });
});

describe('a certificate of a sealed item', () => {
  it('is looked up, and what was found is written down with a picture of the portal', async () => {
    await open(`#/items/${ITEM}/certificates`);
    const opened = browser.context.waitForEvent('page');
    await page.getByRole('button', { name: '官方查询' }).click();
    const portal = await opened;
    const addresses = () => browser.worker.evaluate(async () => (await chrome.tabs.query({})).map(({ url }) => url));
    await expect.poll(addresses).toContain(PORTAL);
    // A tab that the extension opens loads before the route above can answer for it.
    await portal.goto(PORTAL);
    await page.bringToFront();
    await page.getByRole('button', { name: '截取查询页面' }).click();
    await page.getByText('截自 report-portal.example.gov.cn').waitFor();
    await page.getByRole('radio', { name: '未查到' }).click();
    await page.locator('.zj-look-up-form textarea').fill('平台提示未查到该编号');
    expect(await violations(page)).toEqual([]);
    await shoot('form');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.locator('.zj-look-ups', { hasText: '未查到' }).waitFor();
    const [row] = await addenda();
    expect(row).toMatchObject({
      addendum: {
        kind: 'look-up',
        certificate: 1,
        outcome: 'not-found',
        copied: 'MM2026-JC-00417',
        portal: { url: PORTAL },
        picture: { url: PORTAL, title: '报告编号查询' },
      },
      start: [0x89, 0x50, 0x4e, 0x47],
    });
    await shoot('found');
  });

  it('is corrected by hand, beside the reading', async () => {
    await open(`#/items/${ITEM}/certificates`);
    const row = page.locator('.zj-cert-field', { hasText: 'MM2026-JC-00417' });
    await row.hover();
    await row.getByRole('button', { name: /更正/ }).click();
    await page.locator('.zj-cert-edit input').fill('MM2024-JC-00417');
    await page.keyboard.press('Enter');
    await page.getByText('识读为：MM2026-JC-00417').waitFor();
    await expect
      .poll(async () => (await addenda()).at(-1)?.addendum)
      .toMatchObject({
        kind: 'correction',
        field: 'certificateNumber',
        read: 'MM2026-JC-00417',
        value: 'MM2024-JC-00417',
      });
    await open(`#/items/${ITEM}/custody`);
    await expect.poll(() => page.locator('main').textContent()).toContain('补充附页');
    await shoot('custody');
  });

  it('says when the portal’s tab is gone, and keeps what was typed', async () => {
    await open(`#/items/${ITEM}/certificates`);
    const opened = browser.context.waitForEvent('page');
    await page.getByRole('button', { name: '官方查询' }).click();
    await (await opened).close();
    await page.locator('.zj-look-up-form textarea').fill('待查');
    await page.getByRole('button', { name: '截取查询页面' }).click();
    await page.getByText('查询页面未打开或已关闭').waitFor();
    expect(await page.locator('.zj-look-up-form textarea').inputValue()).toBe('待查');
  });

  it('names an addendum whose picture is no longer the one that was taken', async () => {
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          indexedDB.open('zhengjian').onsuccess = (event) => {
            const database = (event.target as IDBOpenDBRequest).result;
            const store = database.transaction('addenda', 'readwrite').objectStore('addenda');
            store.openCursor().onsuccess = (found) => {
              const cursor = (found.target as IDBRequest<IDBCursorWithValue>).result;
              cursor.update({ ...cursor.value, picture: new Blob(['another']) }).onsuccess = () => {
                database.close();
                resolve();
              };
            };
          };
        }),
    );
    await open(`#/items/${ITEM}/custody`);
    await page.locator('.zj-item-quarantine', { hasText: '附页 0001 的画面' }).waitFor({ timeout: 60_000 });
    expect(await violations(page)).toEqual([]);
  });
});
