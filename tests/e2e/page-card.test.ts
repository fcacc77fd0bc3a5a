import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildExtension, type ExtensionBrowser, launchBrowser } from '../../cli/browser.ts';
import { type PageServer, servePages } from './page-server.ts';
import { middleOf, painted, untilPainted } from './painted.ts';

const ADVERT = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>某某认证咨询</title>
<style>body { margin: 40px; font-size: 20px }</style>
<body><h1>质检报告，当天出证</h1><p>监管部门提醒：警惕“直出证书”等宣传。</p>
<p><a href="#went">加急办理，不送样检测</a></p><p style="margin-top: 1500px">最底部：当天出检测报告</p></body></html>`;

let browser: ExtensionBrowser;
let server: PageServer;
let page: Page;
let tabId: number;

beforeAll(async () => {
  buildExtension();
  server = await servePages({ '/': ADVERT });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

beforeEach(async () => {
  await page?.close();
  page = await browser.context.newPage();
  await page.goto(server.url('/'));
  tabId = await browser.tabIdOf(page);
  await untilPainted(page, '当天出证');
});

/** The one element that the product may have on the page. */
const host = () => page.locator('html > div[data-theme]');

const step = (by: 1 | -1, restart = false) =>
  browser.worker.evaluate(
    async ([id, data]) =>
      (await chrome.tabs.sendMessage(id, { id: 3, type: 'stepFinding', data, timestamp: 0 }, { frameId: 0 })).res,
    [tabId, { by, restart }] as const,
  );

async function clickOn(text: string): Promise<void> {
  const { x, y } = await middleOf(page, text);
  await page.mouse.click(x, y);
}

/** The card's words, read as assistive technology meets them: its shadow root is closed to everyone else. */
async function spoken(): Promise<string> {
  const session = await browser.context.newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes.map((node) => String(node.name?.value ?? '')).join('\n');
}

describe('the card', () => {
  it('opens at the mark that is clicked, off its words, and leaves nothing behind', async () => {
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await clickOn('当天出证');
    await host().waitFor({ state: 'attached' });
    expect(await page.evaluate(() => document.documentElement.lastElementChild!.shadowRoot)).toBeNull();
    expect(await spoken()).toContain('《认证认可条例》第五十六条');
    expect(await spoken()).toContain('1 / 3');
    await page.keyboard.press('Escape');
    await host().waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  });

  it('says what made words a quotation', async () => {
    await clickOn('直出证书');
    await host().waitFor({ state: 'attached' });
    expect(await spoken()).toMatch(/“(警惕|提醒)/);
  });

  it('leaves links and clicks elsewhere to the page', async () => {
    await clickOn('不送样检测');
    await expect.poll(() => page.url()).toContain('#went');
    await host().waitFor({ state: 'attached' });
    await page.mouse.click(700, 600);
    await host().waitFor({ state: 'detached' });
    await page.evaluate(() => {
      const { x, y, width, height } = document.querySelector('h1')!.getBoundingClientRect();
      const cover = document.createElement('section');
      cover.style.cssText = `position: fixed; background: #fff; left: ${x}px; top: ${y}px; width: ${width}px; height: ${height}px`;
      document.body.append(cover);
    });
    await clickOn('当天出证');
    expect(await host().count()).toBe(0);
  });

  it('is stepped through by key, scrolls to what is out of sight, takes the focus and gives it back', async () => {
    await page.locator('a').focus();
    expect(await step(1)).toBe(true);
    await host().waitFor({ state: 'attached' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-theme'))).not.toBeNull();
    expect(await step(1)).toBe(true);
    expect(await step(1)).toBe(true);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(500);
    expect(await spoken()).toContain('3 / 3');
    expect(await step(1)).toBe(false);
    expect(await host().count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('A');
    expect(await step(-1, true)).toBe(true);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(spoken).toContain('2 / 3');
  });

  it('strikes a false positive from the count, in grey on the page, and takes it back', async () => {
    const badge = () => browser.worker.evaluate((id) => chrome.action.getBadgeText({ tabId: id }), tabId);
    await expect.poll(badge).toBe('3');
    await step(1);
    await page.keyboard.press('m');
    await expect.poll(badge).toBe('2');
    await expect.poll(async () => (await painted(page))['zhengjian-cited-light']).toContain('当天出证');
    await page.keyboard.press('m');
    await expect.poll(badge).toBe('3');
  });

  it('is gone before a capture step', async () => {
    await step(1);
    await host().waitFor({ state: 'attached' });
    await browser.worker.evaluate(
      (id) =>
        chrome.tabs.sendMessage(id, { id: 4, type: 'setMarks', data: { shown: false }, timestamp: 0 }, { frameId: 0 }),
      tabId,
    );
    expect(await host().count()).toBe(0);
  });
});
