import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionBrowser, launchBrowser } from '../../cli/browser.ts';
import { violations } from './axe.ts';
import { openLibrary, storedSetting } from './library-page.ts';
import { officeSeeds, SAMPLE_CASES } from './library-seeds.ts';
import { makeRows, seedStore } from './seed-library.ts';

let browser: ExtensionBrowser;
let page: Page;
let folder: string;

const open = (hash: string) => openLibrary(page, browser, hash);
const stored = (key: string) => storedSetting(page, key);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhengjian-parts-'));
  browser = await launchBrowser({ downloads: folder });
  page = await browser.openExtensionPage('library.html');
});

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the first run', () => {
  it('shows the way, the marks, and checks that were really made', async () => {
    await open('#/items');
    await page.locator('.zj-first').waitFor();
    await page.waitForFunction(() => document.querySelectorAll('.zj-first-check[data-state=running]').length === 0);
    const states = await page
      .locator('.zj-first-check')
      .evaluateAll((checks) => checks.map((check) => (check as HTMLElement).dataset.state));
    expect(states.slice(0, 3)).toEqual(['ready', 'ready', 'ready']);
    expect(states.slice(4)).toEqual(['open', 'open']);
    expect(await violations(page)).toEqual([]);
  });
});

describe('the settings', () => {
  it('are reached from the browser’s own options', async () => {
    await page.goto(`chrome-extension://${browser.id}/options.html`);
    await page.waitForURL(/library\.html#\/settings$/);
    await page.locator('.zj-settings').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('keep what is typed, when the field is left', async () => {
    await open('#/settings');
    await page.locator('.zj-settings-fields input').first().fill('示例市场监督管理局');
    await page.keyboard.press('Tab');
    await page.locator('.zj-officers button').first().click();
    await page.locator('.zj-officer input').first().fill('人员甲');
    await page.locator('.zj-officer input').nth(1).fill('LJ-0001');
    await page.keyboard.press('Enter');
    await page.getByRole('radio').last().click();
    await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
    await expect
      .poll(() => stored('settings'))
      .toMatchObject({
        office: '示例市场监督管理局',
        officers: [{ name: '人员甲', licence: 'LJ-0001' }],
        theme: 'dark',
      });
    expect(await violations(page)).toEqual([]);
    await page.getByRole('radio').nth(-3).click();
    await page.waitForFunction(() => document.documentElement.dataset.theme === undefined);
  });

  it('say when a service address cannot be one', async () => {
    await open('#/settings');
    const field = page.locator('input[type=url]').nth(-2);
    await field.fill('tsa.example');
    await field.press('Enter');
    await page.locator('input[type=url][aria-invalid=true]').waitFor();
    await field.fill('');
    await field.press('Enter');
    await page.locator('input[type=url]:not([aria-invalid])').nth(-2).waitFor();
  });
});

describe('the rules', () => {
  const typed = '本店质检报告当天出证，隔夜飞速到手证。网传“直出证书”不可信。';

  it('are listed with their proof, and tested as one types', async () => {
    await open('#/rules');
    await page.locator('.zj-packs-test[data-ok=true]').waitFor();
    await page.locator('.zj-live textarea').fill(typed);
    expect(await page.locator('.zj-live-paint').textContent()).toBe(`${typed}\n`);
    expect(await page.locator('.zj-live-paint .zj-hit-strong').allTextContents()).toEqual(['当天出证']);
    expect(await page.locator('.zj-live-paint .zj-hit-cited').count()).toBe(1);
    expect(await violations(page)).toEqual([]);
  });

  it('take a phrase of the office, test it at once, and keep it with a stamp', async () => {
    await open('#/rules/fake-certification%2Fsame-day-issue');
    await page.locator('.zj-packs-test[data-ok=true]').waitFor();
    await page.locator('.zj-live textarea').fill(typed);
    await page.locator('.zj-token-add input').first().fill('隔夜飞速到手证');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('.zj-live-paint .zj-hit-strong').length === 2);
    await page.locator('.zj-rules-head .zj-button-filled:not(:disabled)').waitFor();
    await page.keyboard.press('Control+s');
    await expect
      .poll(() => stored('officePack'))
      .toMatchObject({
        pack: { version: '1.0.1', phrases: { 'fake-certification/same-day-issue': ['隔夜飞速到手证'] } },
        stamp: { id: 'office', version: '1.0.1', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      });
  });

  it('then find that phrase on a page, and say by which packs', async () => {
    await browser.context.route('http://office.example/', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<p>质检报告，隔夜飞速到手证。</p>' }),
    );
    const visited = await browser.context.newPage();
    await visited.goto('http://office.example/');
    const tabId = await browser.tabIdOf(visited);
    const badge = () => browser.worker.evaluate((id) => chrome.action.getBadgeText({ tabId: id }), tabId);
    await expect.poll(badge, { timeout: 20_000 }).toBe('1');
    await visited.close();
  });

  it('are not saved while an example fails', async () => {
    await open('#/rules/fake-certification%2Fsame-day-issue');
    await page.locator('.zj-token-own').waitFor();
    await page.locator('.zj-token-add input').nth(1).fill('认证当天出证');
    await page.keyboard.press('Enter');
    await page.locator('.zj-rules-problem').waitFor();
    expect(await page.locator('.zj-rules-head .zj-button-filled').isDisabled()).toBe(true);
    await page.locator('.zj-rules-head .zj-button-plain').click();
    await page.locator('.zj-rules-problem').waitFor({ state: 'detached' });
  });

  it('leave as a file and come back, and refuse what is no pack', async () => {
    await open('#/rules');
    await page.locator('.zj-packs-test[data-ok=true]').waitFor();
    await page.locator('.zj-token-own').waitFor();
    const download = page.waitForEvent('download');
    await page.locator('.zj-rules-foot button').nth(2).click();
    const file = join(folder, 'office.json');
    await (await download).saveAs(file);
    const pack = JSON.parse(readFileSync(file, 'utf8'));
    expect(pack.phrases).toEqual({ 'fake-certification/same-day-issue': ['隔夜飞速到手证'] });
    const load = async (path: string) => {
      const chooser = page.waitForEvent('filechooser');
      await page.locator('.zj-rules-foot button').nth(1).click();
      await (await chooser).setFiles(path);
    };
    const changed = join(folder, 'changed.json');
    writeFileSync(changed, JSON.stringify({ ...pack, phrases: {}, off: ['fake-certification/same-day-issue'] }));
    await load(changed);
    await page
      .locator('.zj-rules-rule[aria-current=true] .zj-secondary')
      .filter({ hasText: /停用|Off/ })
      .waitFor();
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, '{"id": "office"');
    await load(broken);
    await page.locator('.zj-rules-problem').filter({ hasText: 'broken.json' }).waitFor();
  });
});

describe('with items', () => {
  beforeAll(async () => {
    await open('#/items');
    await seedStore(page, await makeRows(await officeSeeds(browser.context), SAMPLE_CASES));
  });

  it('statistics count what is there', async () => {
    await open('#/statistics');
    await page.locator('.zj-weeks').waitFor();
    expect(await page.locator('.zj-figure-value').allTextContents()).toEqual(
      expect.arrayContaining(['12', '11', '20', '3']),
    );
    await page.locator('input[type=date]').first().fill('2026-11-20');
    await page.waitForFunction(() => document.querySelector('.zj-figure-value')?.textContent === '5');
    expect(await violations(page)).toEqual([]);
    // A number of a chart is the list of what it counts.
    const bar = page.locator('.zj-chart:nth-of-type(3) .zj-bars li').first();
    const counted = await bar.locator('.zj-bar-count').textContent();
    await bar.locator('a').click();
    await expect.poll(() => page.locator('.zj-items-row').count()).toBe(Number(counted));
  });

  it('a bundle that is dropped on the library is checked layer by layer', async () => {
    await open('#/items/E20261123-0003');
    await page.locator('.zj-item-check-intact').waitFor();
    const download = page.waitForEvent('download');
    await page.locator('.zj-item-acts .zj-button-filled').click();
    const path = join(folder, 'whole.zip');
    await (await download).saveAs(path);
    const drop = (bytes: Buffer) =>
      page.evaluate(async (base64) => {
        const data = new DataTransfer();
        const content = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        data.items.add(new File([content], 'bundle.zip', { type: 'application/zip' }));
        dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
      }, bytes.toString('base64'));
    const bytes = readFileSync(path);
    await drop(bytes);
    await page.locator('.zj-verdict-result[data-ok=true]').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator('.zj-verdict-acts button').first().click();
    bytes[Math.floor(bytes.length / 2)]! ^= 1;
    await drop(bytes);
    await page.locator('.zj-verdict-result[data-ok=false]').waitFor();
    await page.locator('.zj-verdict-check[data-state=failed]').first().waitFor();
  });
});
