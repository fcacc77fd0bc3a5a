import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ExtensionBrowser, launchBrowser } from '../../cli/browser.ts';
import { ExtensionClient } from '../../cli/extension-client.ts';
import { violations } from './axe.ts';
import { hasEnded, until } from './capture-harness.ts';
import { type PageServer, servePages } from './page-server.ts';

const PASSPHRASE = '城东所 2026 证据库';

let browser: ExtensionBrowser;
let server: PageServer;

beforeAll(async () => {
  server = await servePages({
    '/advert': '<!doctype html><meta charset="utf-8"><title>广告</title><p>检测报告当天出证</p>',
  });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

it('a locked library shows and captures nothing until its passphrase is given', async () => {
  const client = await ExtensionClient.open(browser);
  const shop = await browser.context.newPage();
  await shop.goto(server.url('/advert'));
  const tabId = await browser.tabIdOf(shop);
  const capture = async () => {
    await shop.bringToFront();
    const { jobId } = await client.send('startCapture', { tabId, mode: 'view' });
    return until(client, jobId, hasEnded);
  };
  expect((await capture()).state).toBe('sealed');

  const library = await browser.openExtensionPage('library.html#/settings');
  const group = library.locator('.zj-settings-group').filter({ has: library.locator('.zj-passphrase, .zj-lock-acts') });
  const passphrases = group.locator('input[type=password]');
  await passphrases.nth(0).fill(PASSPHRASE);
  await passphrases.nth(1).fill(`${PASSPHRASE}x`);
  await group.getByRole('button').click();
  await group.getByText('两次输入的口令不同').waitFor();
  await passphrases.nth(1).fill(PASSPHRASE);
  await group.getByRole('button').click();
  await group.locator('.zj-lock-acts').waitFor();
  await expect.poll(() => group.locator('.zj-note').count()).toBe(0);
  expect((await capture()).state).toBe('sealed');
  expect(await violations(library)).toEqual([]);

  await group.locator('.zj-lock-acts').getByRole('button').first().click();
  await passphrases.first().waitFor();
  await library.goto(`chrome-extension://${browser.id}/library.html#/items`);
  await library.locator('.zj-locked').waitFor();
  expect(await violations(library)).toEqual([]);
  await expect(client.send('startCapture', { tabId, mode: 'view' })).rejects.toThrow(/error_storeLocked/);

  // The popup says so before anything opens: once the panel is there, the popup and its sentence are gone.
  const popup = await browser.openExtensionPage(`popup.html?tab=${tabId}`);
  const pages = browser.context.pages().length;
  await popup.locator('.zj-button-main').click();
  await popup.getByRole('alert').filter({ hasText: '证据库已加锁' }).waitFor();
  expect(browser.context.pages().length).toBe(pages);
  await popup.close();

  await library.locator('input[type=password]').fill('不是这个口令不是这个口令');
  await library.getByRole('button', { name: '解锁' }).click();
  await library.getByText('口令不对').waitFor();
  await library.locator('input[type=password]').fill(PASSPHRASE);
  await library.getByRole('button', { name: '解锁' }).click();
  await library.waitForFunction(
    () =>
      [...document.querySelectorAll<HTMLImageElement>('tbody img')].filter((image) => image.naturalWidth > 0).length ===
      2,
  );
});
