import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildExtension, type ExtensionBrowser, launchBrowser } from '../../cli/browser.ts';
import { ExtensionClient } from '../../cli/extension-client.ts';

const PAPER = `<!doctype html><meta charset="utf-8"><body style="margin:24px;font:28px/2 sans-serif;background:#fff">
  <div>检测报告</div><div>报告编号：ZZ2024-000123</div><div>签发日期：2024年5月6日</div><div>当天出证</div>`;

let browser: ExtensionBrowser;
let server: Server;
let port: number;
let picture: Buffer;
const asked: IncomingMessage[] = [];

const page = () => `<!doctype html><html lang="zh"><meta charset="utf-8"><title>资质证书</title><h1>检测报告证书</h1>
  <img alt="检测报告证书" src="/own.png" width="400" height="300">
  <img alt="检测报告证书" src="http://localhost:${port}/other.png" width="400" height="300">
  <div title="检测报告证书" style="width:400px;height:300px;background-image:url(http://localhost:${port}/behind.png)"></div>`;

beforeAll(async () => {
  buildExtension();
  server = createServer((request, response) => {
    asked.push(request);
    const isPicture = request.url!.endsWith('.png');
    response.writeHead(200, {
      'content-type': isPicture ? 'image/png' : 'text/html; charset=utf-8',
      // What is asked for again is seen to be asked for again.
      'cache-control': 'no-store',
      'set-cookie': 'officer=1',
    });
    response.end(isPicture ? picture : page());
  });
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  port = (server.address() as AddressInfo).port;
  browser = await launchBrowser();
  const drawing = await browser.context.newPage();
  await drawing.setViewportSize({ width: 640, height: 420 });
  await drawing.setContent(PAPER);
  picture = await drawing.screenshot();
  await drawing.close();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

it('reads what pictures show without asking any server for them again', async () => {
  const opened = await browser.context.newPage();
  await opened.goto(`http://127.0.0.1:${port}/`, { waitUntil: 'networkidle' });
  const pictures = () => asked.filter(({ url }) => url!.endsWith('.png')).map(({ url }) => url);
  expect(pictures().sort()).toEqual(['/behind.png', '/other.png', '/own.png']);
  const before = asked.length;
  const client = await ExtensionClient.open(browser);
  const tabId = await browser.tabIdOf(opened);
  await expect.poll(async () => (await client.send('getTabReport', { tabId })).state).toBe('done');
  await client.send('recognisePictures', { tabId, all: true });
  await expect.poll(async () => (await client.send('getTabReport', { tabId })).pictures, { timeout: 60_000 }).toBe(3);
  const report = await client.send('getTabReport', { tabId });
  expect(report.skippedPictures).toEqual([]);
  expect(report.findings.filter(({ channel }) => channel === 'image').map(({ matchedText }) => matchedText)).toContain(
    '当天出证',
  );
  expect(asked.slice(before).map(({ url }) => url)).toEqual([]);
  await opened.close();
});
