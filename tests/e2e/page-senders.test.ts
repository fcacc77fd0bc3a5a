import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildExtension, type ExtensionBrowser, launchBrowser } from '../../cli/browser.ts';
import { type PageServer, servePages } from './page-server.ts';
import { untilPainted } from './painted.ts';

let browser: ExtensionBrowser;
let server: PageServer;

beforeAll(async () => {
  buildExtension();
  server = await servePages({ '/': '<!doctype html><html lang="zh"><meta charset="utf-8"><p>当天出证</p>' });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

it('a page that has taken over its process neither commands the extension nor reads its store', async () => {
  const page = await browser.context.newPage();
  const session = await page.context().newCDPSession(page);
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension://')) worlds.push(context.id);
  });
  await session.send('Runtime.enable');
  await page.goto(server.url('/'));
  await untilPainted(page, '当天出证');
  const contextId = worlds.at(-1);
  if (contextId === undefined) throw new Error('the script of the extension has no world of its own');
  const inWorld = async (expression: string) => {
    const { result } = await session.send('Runtime.evaluate', {
      expression: `(async () => { try { return JSON.stringify(await (${expression})) ?? 'none'; } catch (error) { return 'refused: ' + error; } })()`,
      contextId,
      awaitPromise: true,
    });
    return String(result.value);
  };
  const ask = (type: string, data: object) =>
    inWorld(`chrome.runtime.sendMessage(${JSON.stringify({ id: 1, type, data, timestamp: 0 })})`);
  const tabId = await browser.tabIdOf(page);
  for (const [type, data] of [
    ['getTabReport', { tabId }],
    ['readTabText', { tabId }],
    ['getCaptureJob', { jobId: 'x' }],
    ['discardCapture', { jobId: 'x' }],
    ['correctCertificate', { tabId, frameId: 0, certificateId: 'x', field: 'holder', value: 'x' }],
  ] as const) {
    expect(await ask(type, data)).toContain('not for pages');
  }
  expect(await ask('startCapture', { mode: 'everything' })).toMatch(/Invalid/);
  expect(await inWorld('chrome.storage.local.get()')).toMatch(/^refused: .*(?:not allowed|context)/);
  await page.close();
});
