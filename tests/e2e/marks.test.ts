import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ExtensionBrowser, launchBrowser } from '../../cli/browser.ts';
import { ExtensionClient } from '../../cli/extension-client.ts';
import { parseMarkFile } from '../../utils/judge/mark-schema.ts';
import { type PageServer, servePages } from './page-server.ts';
import { untilPainted } from './painted.ts';

const ADVERT = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>体系认证咨询</title>
<body><h1>质检报告，当天出证</h1><p id="missed">资料交齐后一般 <b>20 天</b>下证，欢迎来电。</p><p id="plain">本店诚信经营</p></body></html>`;

let browser: ExtensionBrowser;
let server: PageServer;
let client: ExtensionClient;
let page: Page;
let tabId: number;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhengjian-marks-'));
  server = await servePages({ '/': ADVERT });
  browser = await launchBrowser({ downloads: folder });
  client = await ExtensionClient.open(browser);
  page = await browser.context.newPage();
  await page.goto(server.url('/'));
  tabId = await browser.tabIdOf(page);
  await untilPainted(page, '当天出证');
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

const select = (id: string) =>
  page.evaluate((wanted) => getSelection()!.selectAllChildren(document.getElementById(wanted)!), id);

it('keeps what is marked by key on the page, from the panel and as a false positive, and exports it with its features', async () => {
  const before = await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    addEventListener('keydown', ({ code }) => heard.push(code), true);
    return document.documentElement.outerHTML;
  });
  await select('missed');
  await page.keyboard.press('Alt+l');
  expect(await page.evaluate(() => (globalThis as { heard?: string[] }).heard)).not.toContain('KeyL');

  const panel = await browser.openExtensionPage(`sidepanel.html?tab=${tabId}`);
  await panel.getByRole('button', { name: '标为漏报' }).waitFor();
  await select('plain');
  await panel.keyboard.press('l');
  await panel.getByText('已记为漏报；其中没有信号用词').waitFor();
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);

  const { findings } = await client.send('getTabReport', { tabId });
  const wrong = findings.find(({ matchedText }) => matchedText === '当天出证')!;
  const dismiss = (dismissed: boolean) =>
    client.send('dismissFinding', { tabId, frameId: 0, findingId: wrong.id, dismissed });
  await dismiss(true);

  const library = await browser.openExtensionPage('library.html#/settings');
  await library.getByText('漏报 2 条，误报 1 条').waitFor();
  const download = library.waitForEvent('download');
  await library.getByRole('button', { name: '导出 marks.json' }).click();
  const marks = parseMarkFile(await readFile((await (await download).path())!, 'utf8'));
  expect(marks.map(({ verdict, words, clusters }) => [verdict, words, clusters.length > 0])).toEqual([
    ['false-positive', '当天出证', true],
    ['missed', '本店诚信经营', false],
    ['missed', '资料交齐后一般 20 天下证，欢迎来电。', true],
  ]);
  for (const { url, page: features, rulePacks, day } of marks) {
    expect(url).toBe(server.url('/'));
    expect(features.length).toBeGreaterThan(100);
    expect(rulePacks.length).toBeGreaterThan(2);
    expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
  }

  await dismiss(false);
  await library.getByText('漏报 2 条，误报 0 条').waitFor();
});
