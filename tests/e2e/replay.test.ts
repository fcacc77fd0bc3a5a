import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ExtensionBrowser, launchBrowser } from '../../cli/browser.ts';
import { ExtensionClient } from '../../cli/extension-client.ts';
import { zipFiles } from '../bundle/unpack.ts';
import { hasEnded, readBytes, readItem, until } from './capture-harness.ts';
import { type PageServer, servePages } from './page-server.ts';

let browser: ExtensionBrowser;
let server: PageServer;

beforeAll(async () => {
  server = await servePages({
    '/advert':
      '<!doctype html><meta charset="utf-8"><title>广告</title><link rel="stylesheet" href="/look.css"><p>检测报告当天出证</p><script>fetch("/late")</script>',
    '/look.css': 'p { color: teal }',
    '/late': '后到的内容',
  });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

it('adds a replay copy of a new load when the settings ask for one, and leaves the officer’s tab alone', async () => {
  const client = await ExtensionClient.open(browser);
  await client.page.evaluate(() => chrome.storage.local.set({ settings: { replayCopy: true } }));
  const shop = await browser.context.newPage();
  await shop.goto(server.url('/advert'));
  await shop.evaluate(() => Object.assign(window, { untouched: true }));
  const tabId = await browser.tabIdOf(shop);
  await shop.bringToFront();
  const { jobId } = await client.send('startCapture', { tabId, mode: 'full' });
  const job = await until(client, jobId, hasEnded);
  expect(job).toMatchObject({ state: 'sealed' });
  expect(await shop.evaluate(() => (window as unknown as { untouched: boolean }).untouched)).toBe(true);

  const { record } = (await readItem(client, job.itemId!))!;
  expect(record.notCaptured.filter(({ what }) => what.includes('回放'))).toEqual([]);
  expect(record.artefacts.filter(({ role }) => role === 'replay').map(({ name }) => name)).toEqual([
    'replay/page.wacz',
  ]);
  const bytes = await readBytes(client, job.itemId!, 'replay/page.wacz');
  const files = new Map(await zipFiles(new Blob([new Uint8Array(bytes)])));
  const index = new TextDecoder().decode(files.get('indexes/index.cdxj'));
  for (const path of ['/advert', '/look.css', '/late']) expect(index).toContain(`"url":"${server.url(path)}"`);
  expect(gunzipSync(files.get('archive/data.warc.gz')!).toString('utf8')).toContain('后到的内容');
  expect(browser.context.pages().filter((page) => page.url().startsWith(server.url('')))).toHaveLength(1);
});
