import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionBrowser, launchBrowser } from '../../cli/browser.ts';
import { ExtensionClient } from '../../cli/extension-client.ts';
import { violations } from './axe.ts';
import { hasEnded, readItem, until } from './capture-harness.ts';
import { type PageServer, servePages } from './page-server.ts';

const page = (body: string) =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>某某检测认证服务</title>${body}</html>`;
const BEFORE = page('<p>检测报告服务</p><p>材料齐全，当天出证</p><p>不送样检测也能办</p><p>联系客服</p>');
const AFTER = page('<p>检测报告服务</p><p>按规定时限出具报告</p><p>不送样检测也能办</p><p>联系客服</p>');

let browser: ExtensionBrowser;
let server: PageServer;
let client: ExtensionClient;
let library: Page;

async function capture(body: string): Promise<string> {
  server.set('/advert', body);
  const shop = await browser.context.newPage();
  await shop.goto(server.url('/advert'));
  const tabId = await browser.tabIdOf(shop);
  await shop.bringToFront();
  await expect.poll(async () => (await client.send('getTabReport', { tabId })).state).toBe('done');
  const { jobId } = await client.send('startCapture', { tabId, mode: 'full' });
  const job = await until(client, jobId, hasEnded);
  await shop.close();
  expect(job.state).toBe('sealed');
  return job.itemId!;
}

beforeAll(async () => {
  server = await servePages({});
  browser = await launchBrowser();
  client = await ExtensionClient.open(browser);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

describe('a second capture of the same address', () => {
  it('names the first in its seal, and is set beside it', async () => {
    const first = await capture(BEFORE);
    const alone = await browser.openExtensionPage(`library.html#/items/${first}/recheck`);
    await alone.locator('.zj-empty').getByRole('button').waitFor();
    await alone.close();

    const second = await capture(AFTER);
    const digest = (await readItem(client, first))!.digest.sha256;
    expect((await readItem(client, second))!.record.follows).toEqual({ id: first, sha256: digest });

    library = await browser.openExtensionPage(`library.html#/items/${second}/recheck`);
    await library.locator('.zj-text-gone').first().waitFor();
    expect(await library.locator('.zj-text-gone').allTextContents()).toEqual(['材料齐全，当天出证']);
    expect(await library.locator('.zj-text-added').allTextContents()).toEqual(['按规定时限出具报告']);
    const rows = await library.locator('.zj-recheck .zj-table').first().locator('tbody tr').allTextContents();
    expect(rows.map((row) => row.slice(0, 3))).toEqual(['已消失', '仍在不']);
    await expect.poll(() => library.locator('.zj-compared img').count()).toBe(2);
    expect(await violations(library)).toEqual([]);
  });

  it('leads to the other capture, where the order stays the same', async () => {
    const [earlier] = await library.locator('.zj-compared figcaption .zj-mono').allTextContents();
    await library.locator('.zj-compared figcaption button').click();
    await library.waitForURL(new RegExp(`${earlier}/?`));
    await library.getByRole('tab').last().click();
    await library.locator('.zj-text-gone').first().waitFor();
    expect(await library.locator('.zj-compared figcaption .zj-mono').first().textContent()).toBe(earlier);
  });
});
