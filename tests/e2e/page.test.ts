import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildExtension, type ExtensionBrowser, launchBrowser } from '../../cli/browser.ts';
import type { TabReport } from '../../utils/reports/tab-report.ts';
import { type PageServer, servePages } from './page-server.ts';
import { middleOf, painted, untilBare, untilPainted } from './painted.ts';

const ADVERT = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>某某认证咨询</title>
<style>body { margin: 40px; font-size: 24px; background: #fff; color: #222 } .night { background: #0b1016; color: #dde3ea; padding: 8px }</style>
<body><!-- a comment --><h1 data-x='1'>质检报告，当天出证</h1>
<p class="night">资料齐全，当天出检测报告</p>
<p>监管部门提醒：警惕“当天出证”等宣传。</p>
<p id="later"></p><a href="#went">咨询：当天出证可预约</a></body></html>`;

let browser: ExtensionBrowser;
let server: PageServer;

beforeAll(async () => {
  buildExtension();
  server = await servePages({
    '/': ADVERT,
    '/inner': '<!doctype html><meta charset="utf-8"><p>内框：当天出证</p>',
    '/frames': `<!doctype html><meta charset="utf-8"><title>框架</title><p>外层：当天出证</p>
      <iframe srcdoc="&lt;p&gt;内嵌：当天出证&lt;/p&gt;"></iframe><iframe src="/inner"></iframe>`,
    '/shadow': `<!doctype html><meta charset="utf-8"><x-ad></x-ad><y-ad></y-ad><script>
      for (const [name, mode] of [['x-ad', 'open'], ['y-ad', 'closed']]) customElements.define(name, class extends HTMLElement {
        constructor() { super(); this.attachShadow({ mode }).innerHTML = '<p style="font-size:30px">' + mode + '：当天出证</p>'; }
      });</script>`,
    '/csp': '<!doctype html><meta charset="utf-8"><p>当天出证</p>',
  });
  server.set('/csp', '<!doctype html><meta charset="utf-8"><p>当天出证</p>', {
    'content-security-policy': "default-src 'none'; style-src 'none'; script-src 'none'",
  });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function open(path: string) {
  const page = await browser.context.newPage();
  await page.goto(server.url(path));
  return page;
}

const badge = (tabId: number) => browser.worker.evaluate((id) => chrome.action.getBadgeText({ tabId: id }), tabId);

/** Asks as the panel does. */
async function reportOf(tabId: number): Promise<TabReport> {
  const page = await browser.openExtensionPage('popup.html');
  try {
    return await page.evaluate(
      async (id) =>
        (await chrome.runtime.sendMessage({ id: 1, type: 'getTabReport', data: { tabId: id }, timestamp: Date.now() }))
          .res,
      tabId,
    );
  } finally {
    await page.close();
  }
}

describe('a page in the built extension', () => {
  it('is painted by strength and background, and stays byte for byte as it was', async () => {
    const page = await browser.context.newPage();
    await page.goto(server.url('/'));
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await untilPainted(page, '当天出检测报告');
    expect(await painted(page)).toEqual({
      'zhengjian-strong-light': ['当天出证', '当天出证'],
      'zhengjian-strong-dark': ['当天出检测报告'],
      'zhengjian-cited-light': ['当天出证'],
    });
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    await page.close();
  });

  it('shows the colours of ui.md on the screen', async () => {
    const page = await open('/');
    await untilPainted(page, '当天出证');
    const { x, y } = await middleOf(page, '当天出检测报告');
    const shot = await page.screenshot({ clip: { x: x - 60, y: y - 14, width: 120, height: 28 } });
    const colours = await page.evaluate(async (data) => {
      const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
      context.drawImage(bitmap, 0, 0);
      const { data: pixels } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      const seen = new Map<string, number>();
      for (let at = 0; at < pixels.length; at += 4) {
        const colour = [...pixels.slice(at, at + 3)].map((part) => part.toString(16).padStart(2, '0')).join('');
        seen.set(colour, (seen.get(colour) ?? 0) + 1);
      }
      return [...seen].sort((one, other) => other[1] - one[1]).map(([colour]) => colour);
    }, shot.toString('base64'));
    expect(colours[0]).toBe('74300f');
    expect(colours).toContain('ff9465');
    await page.close();
  });

  it('is painted under the strictest content security policy', async () => {
    const page = await open('/csp');
    await expect.poll(() => page.evaluate(() => [...document.adoptedStyleSheets].length), { timeout: 10_000 }).toBe(1);
    await page.close();
  });

  it('is painted in inner frames and shadow roots, and all are in one report', async () => {
    const page = await open('/frames');
    const tabId = await browser.tabIdOf(page);
    for (const frame of page.frames()) await untilPainted(frame, '当天出证');
    await expect.poll(() => badge(tabId)).toBe('3');
    const report = await reportOf(tabId);
    expect(new Set(report.findings.map(({ frameId }) => frameId)).size).toBe(3);
    expect(report).toMatchObject({ title: '框架', frames: 3, unreadableFrames: 0 });
    await page.evaluate(() => document.querySelector('iframe')?.remove());
    await expect.poll(() => badge(tabId)).toBe('2');
    await page.close();

    const shadow = await open('/shadow');
    await expect
      .poll(async () => (await painted(shadow))['zhengjian-strong-light']?.length, { timeout: 10_000 })
      .toBe(2);
    await shadow.close();
  });

  it('is followed as it changes, and forgotten as it goes', async () => {
    const page = await open('/');
    const tabId = await browser.tabIdOf(page);
    await expect.poll(() => badge(tabId)).toBe('3');
    await page.evaluate(() => {
      document.querySelector('#later')!.textContent = '加急办理：不送样检测';
    });
    await untilPainted(page, '不送样检测');
    await expect.poll(() => badge(tabId)).toBe('4');
    await page.evaluate(() => {
      document.querySelector('h1')!.firstChild!.nodeValue = '质检报告';
    });
    await expect.poll(async () => (await painted(page))['zhengjian-strong-light']).toEqual(['不送样检测', '当天出证']);
    await page.evaluate(() => history.pushState(null, '', '/elsewhere'));
    expect((await reportOf(tabId)).findings.length).toBeGreaterThan(3);
    await page.goto(server.url('/inner'));
    await expect.poll(() => badge(tabId)).toBe('1');
    await page.close();
  });

  it('is left alone at once when its site is switched off, and scanned again without a reload', async () => {
    const page = await open('/');
    const tabId = await browser.tabIdOf(page);
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await untilPainted(page, '当天出证');
    const switchSites = (disabledSites: string[]) =>
      browser.worker.evaluate(async (sites) => {
        const { settings } = await chrome.storage.local.get('settings');
        await chrome.storage.local.set({ settings: { ...(settings as object), disabledSites: sites } });
      }, disabledSites);
    await expect.poll(() => badge(tabId)).toBe('3');
    await switchSites(['127.0.0.1']);
    await untilBare(page);
    await expect.poll(() => badge(tabId)).toBe('');
    expect((await reportOf(tabId)).state).toBe('off');
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
    await page.evaluate(() => {
      document.querySelector('#later')!.textContent = '不送样检测';
    });
    await switchSites([]);
    await untilPainted(page, '不送样检测');
    await page.evaluate(() => {
      document.querySelector('#later')!.textContent = '';
    });
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    await page.close();
  });

  it('takes its marks off the screen before it answers', async () => {
    const page = await open('/');
    const tabId = await browser.tabIdOf(page);
    await untilPainted(page, '当天出证');
    const marks = (shown: boolean) =>
      browser.worker.evaluate(
        ([id, value]) =>
          chrome.tabs.sendMessage(
            id as number,
            { id: 2, type: 'setMarks', data: { shown: value }, timestamp: 0 },
            { frameId: 0 },
          ),
        [tabId, shown] as const,
      );
    await marks(false);
    expect(await painted(page)).toEqual({});
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
    await marks(true);
    expect(Object.keys(await painted(page))).toHaveLength(3);
    await page.close();
  });

  it('has no marks in print', async () => {
    const page = await open('/');
    await untilPainted(page, '当天出证');
    const style = () =>
      page.evaluate(
        () => getComputedStyle(document.querySelector('h1')!, '::highlight(zhengjian-strong-light)').backgroundColor,
      );
    expect(await style()).toBe('rgb(255, 211, 189)');
    await page.emulateMedia({ media: 'print' });
    expect(await style()).not.toBe('rgb(255, 211, 189)');
    await page.close();
  });
});
