import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildExtension, launchBrowser } from '../../cli/browser.ts';
import { ExtensionClient } from '../../cli/extension-client.ts';

/** What a page feels while its pictures are read elsewhere. */
export interface PictureQueueBench {
  pictures: number;
  certificates: number;
  /** Milliseconds for all of them. */
  readMs: number;
  /** Tasks of the page's own thread above 50 ms meanwhile, and the longest of them, ms; 0 when there was none. */
  longTasks: number;
  longestMs: number;
}

const PICTURES = 6;

const paper = (number: number) => `<!doctype html><meta charset="utf-8"><body style="margin:0"><div id="paper"
  style="width:1000px;height:1000px;box-sizing:border-box;padding:80px;font:30px/2.2 'Noto Sans CJK SC',sans-serif;background:#fff">
  <h1>检验检测报告</h1><p>报告编号：20250417-${number}</p><p>样品名称：塑料杯</p><p>规格型号：500ml</p>
  <p>检验机构：福建省产品质量检验研究院</p><p>检验结论：所检项目合格</p><p>签发日期：2025年4月17日</p></div>`;

/** Reads six pictures of one megapixel in a page that watches its own thread. @throws NoBrowserError */
export async function benchPictureQueue(): Promise<PictureQueueBench> {
  buildExtension();
  const browser = await launchBrowser();
  const pictures: Buffer[] = [];
  const server = createServer((request, response) => {
    const index = Number(/^\/(\d+)\.png$/.exec(request.url ?? '')?.[1] ?? Number.NaN);
    const picture = pictures[index];
    if (picture) return response.writeHead(200, { 'content-type': 'image/png' }).end(picture);
    const shown = pictures.map((_, at) => `<img src="/${at}.png" width="500" height="500" alt="检验报告">`).join('');
    return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<h1>检验报告</h1>${shown}`);
  });
  try {
    const tab = await browser.context.newPage();
    for (let number = 0; number < PICTURES; number += 1) {
      await tab.setContent(paper(number));
      pictures.push(await tab.locator('#paper').screenshot());
    }
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const client = await ExtensionClient.open(browser);
    const tabId = await browser.tabIdOf(tab);
    for (;;) {
      if ((await client.send('getTabReport', { tabId })).state === 'done') break;
      await client.page.waitForTimeout(50);
    }
    await tab.bringToFront();
    await tab.evaluate(() => {
      const tasks: number[] = [];
      Object.assign(globalThis, { tasks });
      new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
        type: 'longtask',
      });
    });
    const began = performance.now();
    await client.send('recognisePictures', { tabId, all: true });
    const readMs = performance.now() - began;
    // Whatever the last reading set off in the page belongs to it.
    await tab.waitForTimeout(1_000);
    const tasks = await tab.evaluate(() => (globalThis as unknown as { tasks: number[] }).tasks);
    const { certificates } = await client.send('getTabReport', { tabId });
    return {
      pictures: PICTURES,
      certificates: certificates.length,
      readMs,
      longTasks: tasks.length,
      longestMs: Math.max(0, ...tasks),
    };
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}
