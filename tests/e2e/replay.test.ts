import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ExtensionBrowser, launchBrowser } from '../../cli/browser.ts';
import { ExtensionClient } from '../../cli/extension-client.ts';
import type { EvidenceRecord } from '../../utils/evidence/record.ts';
import { zipFiles } from '../bundle/unpack.ts';
import { hasEnded, readBytes, readItem, until } from './capture-harness.ts';
import { type PageServer, servePages } from './page-server.ts';

const PASSPHRASE = '城东所 2026 证据库';

let browser: ExtensionBrowser;
let client: ExtensionClient;
let server: PageServer;

beforeAll(async () => {
  server = await servePages({
    '/advert':
      '<!doctype html><meta charset="utf-8"><title>广告</title><link rel="stylesheet" href="/look.css"><p>检测报告当天出证</p><script>if (!document.cookie.includes("member=1")) location.replace("/login"); fetch("/late")</script>',
    // Logged in in one tab alone.
    '/enter': '<!doctype html><script>sessionStorage.setItem("member", "1"); location.replace("/members")</script>',
    '/members':
      '<!doctype html><meta charset="utf-8"><title>会员</title><p>检测报告当天出证</p><script>if (!sessionStorage.getItem("member")) location.replace("/login")</script>',
    '/login': '<!doctype html><meta charset="utf-8"><title>请登录</title><p>请先登录</p>',
    '/look.css': 'p { color: teal }',
    '/late': '后到的内容',
  });
  browser = await launchBrowser();
  client = await ExtensionClient.open(browser);
  await client.page.evaluate(() => chrome.storage.local.set({ settings: { replayCopy: true } }));
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function captured(path: string): Promise<{ record: EvidenceRecord; untouched: boolean }> {
  const shop = await browser.context.newPage();
  await shop.goto(server.url(path));
  await shop.getByText('当天出证').waitFor();
  await shop.evaluate(() => Object.assign(window, { untouched: true }));
  const tabId = await browser.tabIdOf(shop);
  await shop.bringToFront();
  const { jobId } = await client.send('startCapture', { tabId, mode: 'full' });
  const job = await until(client, jobId, hasEnded);
  expect(job).toMatchObject({ state: 'sealed' });
  const untouched = await shop.evaluate(() => (window as unknown as { untouched: boolean }).untouched);
  expect(browser.context.pages().filter((page) => page.url().startsWith(server.url('')))).toHaveLength(1);
  await shop.close();
  return { record: (await readItem(client, job.itemId!))!.record, untouched };
}

const missed = ({ notCaptured }: EvidenceRecord) => notCaptured.filter(({ what }) => what.includes('回放'));
const copies = ({ artefacts }: EvidenceRecord) => artefacts.filter(({ role }) => role === 'replay');

it('adds a replay copy of a new load when the settings ask for one, and leaves the officer’s tab alone', async () => {
  await browser.context.addCookies([{ name: 'member', value: '1', url: server.url('/') }]);
  const { record, untouched } = await captured('/advert');
  expect(untouched).toBe(true);
  expect(missed(record)).toEqual([]);
  expect(copies(record).map(({ name }) => name)).toEqual(['replay/page.wacz']);
  const bytes = await readBytes(client, record.id, 'replay/page.wacz');
  const files = new Map(await zipFiles(new Blob([new Uint8Array(bytes)])));
  const index = new TextDecoder().decode(files.get('indexes/index.cdxj'));
  for (const path of ['/advert', '/look.css', '/late']) expect(index).toContain(`"url":"${server.url(path)}"`);
  const archive = gunzipSync(files.get('archive/data.warc.gz')!).toString('utf8');
  expect(archive).toContain('后到的内容');
  expect(archive).not.toContain('member=1\r');
});

it('adds it under a passphrase, too, and says where a log-in did not carry over to the new load', async () => {
  const library = await browser.openExtensionPage('library.html#/settings');
  const group = library.locator('.zj-settings-group').filter({ has: library.locator('.zj-passphrase, .zj-lock-acts') });
  await group.locator('input[type=password]').first().waitFor();
  for (const field of await group.locator('input[type=password]').all()) await field.fill(PASSPHRASE);
  await group.getByRole('button').click();
  await group.locator('.zj-lock-acts').waitFor();
  await library.close();

  const { record } = await captured('/enter');
  const [copy] = copies(record);
  expect(copy?.name).toBe('replay/page.wacz');
  const kept = await readBytes(client, record.id, copy!.name);
  expect(kept.subarray(0, 2).toString()).not.toBe('PK');
  expect(kept.length).toBeGreaterThan(copy!.size);
  const [note, ...others] = missed(record);
  expect(others).toEqual([]);
  expect(note?.reason).toContain(`转到 ${server.url('/login')}`);
  expect(note?.reason).toContain('记录中的 1 处疑似表述有 1 处不在其中');
});
