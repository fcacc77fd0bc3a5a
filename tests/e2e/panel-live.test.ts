import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ExtensionBrowser, launchBrowser } from '../../cli/browser.ts';
import { violations } from './axe.ts';
import { type PageServer, servePages } from './page-server.ts';

const ADVERT = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>某某检测认证服务</title>
<p>全国平台通用，当天出证</p><p>不送样检测也能办</p><p>公告：警惕“直出证书”等宣传</p>
<table><tr><th>证书编号</th><td>2025010901123456</td></tr><tr><th>发证机构</th><td>某某质量认证中心有限公司</td></tr>
<tr><th>产品名称</th><td>室内加热器</td></tr></table></html>`;

let browser: ExtensionBrowser;
let server: PageServer;
let page: Page;
let tabId: number;

beforeAll(async () => {
  server = await servePages({ '/advert': ADVERT });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

beforeEach(async () => {
  page = await browser.context.newPage();
  await page.goto(server.url('/advert'));
  tabId = await browser.tabIdOf(page);
  return () => page.close();
});

/** Opens the popup or the panel in a tab of its own, speaking of the advert. */
async function beside(path: 'popup.html' | 'sidepanel.html', width: number): Promise<Page> {
  const view = await browser.openExtensionPage(`${path}?tab=${tabId}`);
  await view.setViewportSize({ width, height: 740 });
  return view;
}

const textOf = (view: Page, selector: string) => expect.poll(() => view.locator(selector).first().textContent());

describe('the popup on a page', () => {
  it('opens with the count, and is accessible', async () => {
    const popup = await beside('popup.html', 360);
    await textOf(popup, '.zj-verdict-count').toBe('2');
    expect(await violations(popup)).toEqual([]);
    await popup.close();
  });

  it('switches the site off and on again, at once in page and panel', async () => {
    const popup = await beside('popup.html', 360);
    const panel = await beside('sidepanel.html', 400);
    await textOf(panel, '.zj-section-count').toBe('2');
    await popup.locator('[role=switch][aria-checked=true]').click();
    await expect.poll(() => popup.locator('[role=switch]').getAttribute('aria-checked')).toBe('false');
    await expect.poll(() => panel.locator('.zj-finding').count()).toBe(0);
    await popup.locator('[role=switch]').click();
    await expect.poll(() => panel.locator('.zj-finding').count()).toBe(2);
    await popup.close();
    await panel.close();
  });

  it('cannot capture a page of the browser', async () => {
    await page.goto('chrome://version/');
    const popup = await beside('popup.html', 360);
    await expect.poll(() => popup.locator('.zj-button-main').isDisabled()).toBe(true);
    await popup.close();
  });
});

describe('the weight of a page', () => {
  const WEIGHED = `<!doctype html><meta charset="utf-8"><title>办证</title><p>质检报告当天出证</p>
    <p style="margin-top:3000px">咨询请<b>加</b><i>微信</i> jc_2026kefu</p><p>标价 <em>¥</em><strong>1.00</strong></p>`;

  it('stands in the panel with the words it rests on, each leading to its place', async () => {
    await browser.context.route('http://weighed.example/', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: WEIGHED }),
    );
    await page.goto('http://weighed.example/');
    const panel = await beside('sidepanel.html', 400);
    // The page's kind and its licences stand above, each in a fold of its own.
    const weight = panel.locator('.zj-signs', { hasText: /线索(较强|中等|较弱)/ });
    await weight.locator('.zj-signs-line').click();
    const words = () => weight.locator('.zj-signs-words').allTextContents();
    await expect.poll(words).toEqual(['“当天出证”', '“¥1.00”', expect.stringMatching(/^“加\s*微信.*”$/)]);
    expect(await violations(panel)).toEqual([]);
    const html = await page.evaluate(() => document.documentElement.outerHTML);
    await weight.locator('.zj-signs-words').last().click();
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(1000);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(html);
    await panel.close();
  });
});

const PICTURED = `<!doctype html><meta charset="utf-8"><body style="margin:0;width:760px;padding:40px;font:26px/52px 'Noto Sans CJK SC';background:#fff">
<h1 style="font-size:40px;text-align:center">检验检测报告</h1>
<p>报告编号：JC2024-00817</p><p>样品名称：不锈钢保温杯</p><p>检测机构：某某检测技术服务有限公司</p><p>签发日期：2024-03-15</p></body>`;

describe('a capture from the panel', () => {
  /** The panel in a window of its own, so that the page stays in front in its window. */
  async function panelWindow(): Promise<Page> {
    const opened = browser.context.waitForEvent('page');
    await browser.worker.evaluate(async (tab) => {
      await chrome.windows.create({ url: `sidepanel.html?tab=${tab}`, type: 'popup', width: 400, height: 740 });
    }, tabId);
    const panel = await opened;
    await panel.locator('.zj-button-main').waitFor();
    await page.bringToFront();
    return panel;
  }

  it('ends sealed, with both digests, and opens the item in the library', async () => {
    const panel = await panelWindow();
    await panel.locator('.zj-button-main').click();
    await panel.locator('.zj-sealed').waitFor({ timeout: 60_000 });
    const digests = await panel.locator('.zj-digest-value').allTextContents();
    expect(digests).toHaveLength(2);
    for (const digest of digests) expect(digest).toMatch(/^[0-9a-f]{8}…[0-9a-f]{8}$/);
    await expect.poll(() => panel.locator('.zj-sealed-picture').count()).toBe(1);
    expect(await violations(panel)).toEqual([]);
    const library = browser.context.waitForEvent('page');
    await panel.locator('.zj-sealed-acts .zj-button-filled').click();
    expect((await library).url()).toMatch(/library\.html#\/items\/E\d{8}-\d{4}$/);
    await (await library).close();
    await panel.close();
  });

  it('leaves nothing when it is cancelled with Esc', async () => {
    await page.evaluate(() => {
      const tall = document.createElement('div');
      tall.style.height = '60000px';
      document.body.append(tall);
    });
    const panel = await panelWindow();
    const count = () => panel.locator('.zj-panel-foot button').textContent();
    await expect.poll(count).toMatch(/\d/);
    const items = await count();
    await panel.locator('.zj-button-main').click();
    await panel.locator('.zj-capture-steps').waitFor();
    await panel.keyboard.press('Escape');
    await panel.locator('.zj-panel-verdict').waitFor({ timeout: 60_000 });
    await expect.poll(count).toBe(items);
    await panel.close();
  });
});

describe('the panel beside a page with a picture of a certificate', () => {
  it('reads it when it is opened, and lists the certificate as read from a picture', async () => {
    await page.setContent(PICTURED);
    const picture = `data:image/png;base64,${(await page.screenshot({ fullPage: true })).toString('base64')}`;
    server.set(
      '/listing',
      `<!doctype html><meta charset="utf-8"><title>商品</title><p>保温杯，送检测报告</p><img src="${picture}">`,
    );
    await page.goto(server.url('/listing'));
    const panel = await beside('sidepanel.html', 400);
    await expect
      .poll(() => panel.locator('.zj-cert-value').allTextContents(), { timeout: 40_000 })
      .toContain('JC2024-00817');
    await panel.close();
  });
});

describe('the panel beside a page', () => {
  let panel: Page;
  beforeEach(async () => {
    panel = await beside('sidepanel.html', 400);
    await textOf(panel, '.zj-section-count').toBe('2');
    return () => panel.close();
  });

  it('lists the claims, the certificate and what it lacks, and is accessible', async () => {
    expect(await panel.locator('.zj-hit').allTextContents()).toEqual(['当天出证', '不送样检测']);
    await textOf(panel, '.zj-cert-fields').toContain('2025010901123456');
    expect(await panel.locator('.zj-cert-missing').count()).toBe(3);
    expect(await violations(panel)).toEqual([]);
  });

  it('strikes off a false positive with M and takes it back with Ctrl+Z', async () => {
    await panel.keyboard.press('m');
    await textOf(panel, '.zj-section-count').toBe('1');
    await expect.poll(() => panel.locator('.zj-finding-dismissed').count()).toBe(1);
    await panel.keyboard.press('Control+z');
    await textOf(panel, '.zj-section-count').toBe('2');
  });

  it('follows the page as it changes', async () => {
    await page.evaluate(() => {
      const late = document.createElement('p');
      late.textContent = '检测包过，快速出证';
      document.body.append(late);
    });
    await expect.poll(() => panel.locator('.zj-hit').allTextContents()).toContain('检测包过');
  });

  it('keeps a corrected value beside the reading', async () => {
    await panel.locator('.zj-cert-field').first().hover();
    await panel.locator('.zj-cert-field').first().locator('.zj-cert-correct').click();
    await panel.keyboard.press('Control+a');
    await panel.keyboard.type('中国质量认证中心');
    await panel.keyboard.press('Enter');
    await textOf(panel, '.zj-cert-value').toContain('中国质量认证中心');
    await textOf(panel, '.zj-cert-reading').toContain('某某质量认证中心有限公司');
  });

  it('scrolls the page to a finding', async () => {
    await page.evaluate(() => {
      const space = document.createElement('div');
      space.style.height = '4000px';
      document.body.prepend(space);
    });
    await panel.locator('.zj-finding-main').first().click();
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(1000);
  });
});
