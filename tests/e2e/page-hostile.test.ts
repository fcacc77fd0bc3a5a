import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildExtension, type ExtensionBrowser, launchBrowser } from '../../cli/browser.ts';
import { type PageServer, servePages } from './page-server.ts';
import { painted, untilPainted } from './painted.ts';

let browser: ExtensionBrowser;
let server: PageServer;

beforeAll(async () => {
  buildExtension();
  server = await servePages();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const badge = (tabId: number) => browser.worker.evaluate((id) => chrome.action.getBadgeText({ tabId: id }), tabId);

async function open(html: string): Promise<Page> {
  server.set('/', `<!doctype html><html lang="zh"><meta charset="utf-8">${html}`);
  const page = await browser.context.newPage();
  await page.goto(server.url('/'));
  return page;
}

/** Starts noting the page's long tasks; the answer is the longest so far in ms, 0 when none passed 50. */
async function watchLongTasks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const scope = globalThis as typeof globalThis & { longest: number };
    scope.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) scope.longest = Math.max(scope.longest, duration);
    }).observe({ type: 'longtask' });
  });
  return () => page.evaluate(() => (globalThis as typeof globalThis & { longest: number }).longest);
}

/** Milliseconds in which frames are counted. */
const SPAN_MS = 2_000;

/** Frames that a page draws in that time: fewer on a busy machine, whatever the page. */
const framesOf = (page: Page) =>
  page.evaluate(
    (span) =>
      new Promise<number>((resolve) => {
        let count = 0;
        const end = performance.now() + span;
        const tick = () => {
          count += 1;
          if (performance.now() > end) resolve(count);
          else requestAnimationFrame(tick);
        };
        tick();
      }),
    SPAN_MS,
  );

describe('a hostile page', () => {
  it('that clears the registry, the ranges or the sheets does not get rid of the marks', async () => {
    const page = await open('<p>当天出证</p>');
    await untilPainted(page, '当天出证');
    await page.evaluate(() => CSS.highlights.clear());
    await untilPainted(page, '当天出证');
    await page.evaluate(() => {
      for (const highlight of CSS.highlights.values()) highlight.clear();
    });
    await untilPainted(page, '当天出证');
    await page.evaluate(() => {
      document.adoptedStyleSheets = [];
    });
    await page.waitForFunction(() => document.adoptedStyleSheets.length === 1);
    await page.close();
  });

  it('that changes without end is painted and reported, and its own frames go on', async () => {
    const plain = await open('<p>普通文字</p>');
    const still = await framesOf(plain);
    await plain.close();
    const page = await open('<h1>当天出证</h1><p id="clock"></p><p id="ad">x</p>');
    const tabId = await browser.tabIdOf(page);
    const longest = await watchLongTasks(page);
    await page.evaluate(() => {
      let count = 0;
      const change = () => {
        count += 1;
        document.querySelector('#clock')!.textContent = `第 ${count} 次，不送样检测`;
        document.querySelector('#ad')!.innerHTML = count % 2 ? '<b>检测包过</b>' : '<i>普通文字</i>';
        requestAnimationFrame(change);
      };
      change();
    });
    await untilPainted(page, '不送样检测');
    await expect.poll(() => badge(tabId), { timeout: 10_000 }).not.toBe('');
    expect(await framesOf(page)).toBeGreaterThan(still / 2);
    expect(await longest()).toBeLessThan(SPAN_MS / 10);
    await page.close();
  });

  it('of 100 frames inside frames is read in every frame, in one report', async () => {
    // Five frames, each with one of its own, and so on twenty deep.
    server.set(
      '/nest',
      `<!doctype html><meta charset="utf-8"><p>当天出证</p><script>
        const depth = Number(new URLSearchParams(location.search).get('depth'));
        for (let count = depth === 0 ? 5 : depth < 20 ? 1 : 0; count > 0; count -= 1) {
          const frame = document.createElement('iframe');
          frame.src = '/nest?depth=' + (depth + 1);
          document.body.append(frame);
        }
      </script>`,
    );
    const page = await browser.context.newPage();
    await page.goto(`${server.url('/nest')}?depth=0`, { waitUntil: 'commit' });
    await expect.poll(() => page.frames().length, { timeout: 60_000, interval: 200 }).toBe(101);
    const tabId = await browser.tabIdOf(page);
    await expect.poll(() => badge(tabId), { timeout: 60_000, interval: 500 }).toBe('99+');
    const frames = () =>
      browser.worker.evaluate(async () => {
        const stored = Object.entries(await chrome.storage.session.get());
        return stored.filter(
          ([key, value]) =>
            key.startsWith('frame:') && (value as { report: { findings: unknown[] } }).report.findings.length === 1,
        ).length;
      });
    await expect.poll(frames, { timeout: 60_000, interval: 500 }).toBeGreaterThanOrEqual(101);
    await page.close();
  });

  it('of 10 MB of text is scanned in short tasks, and is painted where it is looked at', async () => {
    const page = await open('<h1>开始</h1><main></main>');
    const began = performance.now();
    const longest = await watchLongTasks(page);
    await page.evaluate(() => {
      const sentence = '本公司提供咨询服务，欢迎来电了解具体流程与资料清单。';
      const main = document.querySelector('main')!;
      const fill = (from: number) => {
        const fragment = document.createDocumentFragment();
        for (let index = from; index < Math.min(from + 40, 4000); index += 1) {
          const paragraph = document.createElement('p');
          paragraph.textContent = sentence.repeat(32) + (index % 100 === 99 ? '当天出证' : '');
          fragment.append(paragraph);
        }
        main.append(fragment);
        if (from + 40 < 4000) setTimeout(() => fill(from + 40), 20);
        else document.title = '满';
      };
      fill(0);
    });
    await page.waitForFunction(() => document.title === '满');
    const tabId = await browser.tabIdOf(page);
    await expect.poll(() => badge(tabId), { timeout: 60_000, interval: 500 }).toBe('40');
    // How long a task may be in milliseconds is measured apart, on a quiet machine; here the whole work is held against its parts.
    const short = (performance.now() - began) / 10;
    expect(await longest()).toBeLessThan(short);
    await page.evaluate(() => {
      (globalThis as typeof globalThis & { longest: number }).longest = 0;
      document.querySelectorAll('p')[99]!.scrollIntoView();
    });
    await untilPainted(page, '当天出证');
    const registered = Object.values(await painted(page)).flat().length;
    expect(registered).toBeLessThan(40);
    expect(await longest()).toBeLessThan(short);
    await page.close();
  });

  it('with lone surrogates and markup in its words is reported as it reads', async () => {
    const page = await open('<title>x</title><p id="odd"></p>');
    await page.evaluate(() => {
      document.title = `\ud800/../<script>alert(1)</script>${'长'.repeat(2000)}`;
      document.querySelector('#odd')!.textContent = '\udfff<img src=x onerror=alert(1)>当天出证\ud83d';
    });
    await untilPainted(page, '当天出证');
    const tabId = await browser.tabIdOf(page);
    await expect.poll(() => badge(tabId)).toBe('1');
    await page.close();
  });
});
