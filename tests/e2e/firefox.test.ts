import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildExtension, FIREFOX_FOLDER } from '../../cli/browser.ts';
import { startTsa, type TsaServer } from '../evidence/tsa-server.ts';
import { type Firefox, launchFirefox } from './firefox.ts';
import { type PageServer, servePages } from './page-server.ts';

let firefox: Firefox;
let server: PageServer;
let tsa: TsaServer;

beforeAll(async () => {
  buildExtension('firefox');
  tsa = await startTsa();
  server = await servePages({
    '/': `<!doctype html><html lang="zh"><meta charset="utf-8"><h1>质检报告，当天出证</h1>
      <p>监管部门提醒：警惕“直出证书”等宣传。</p><x-ad></x-ad><script>
      customElements.define('x-ad', class extends HTMLElement {
        constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = '<p>不送样检测</p>'; }
      });</script>`,
  });
  firefox = await launchFirefox(FIREFOX_FOLDER);
});

afterAll(async () => {
  await firefox?.close();
  await server?.close();
  await tsa?.close();
});

const PAINTED = `JSON.stringify([...CSS.highlights].filter(([key]) => key.startsWith('zhengjian-')).map(([key, ranges]) =>
  [key, [...ranges].map((range) => range.startContainer.data.slice(range.startOffset, range.endOffset))]))`;

it('the Firefox build loads, paints in document and shadow root, and leaves the page as it was', async () => {
  await firefox.page.goto(server.url('/'));
  const before = await firefox.page.evaluate('document.documentElement.outerHTML');
  await expect
    .poll(async () => JSON.parse(await firefox.page.evaluate(PAINTED)), { timeout: 20_000 })
    .toEqual([
      ['zhengjian-strong-light', ['当天出证', '不送样检测']],
      ['zhengjian-cited-light', ['直出证书']],
    ]);
  expect(await firefox.page.evaluate('document.documentElement.outerHTML')).toBe(before);
  const paint = (selector: string) =>
    firefox.page.evaluate(`getComputedStyle(${selector}, '::highlight(zhengjian-strong-light)').backgroundColor`);
  expect(await paint("document.querySelector('h1')")).toBe('rgb(255, 211, 189)');
  expect(await paint("document.querySelector('x-ad').shadowRoot.querySelector('p')")).toBe('rgb(255, 211, 189)');
});

it('recognises pictures in a page of its own, which the background page holds', async () => {
  server.set(
    '/picture',
    `<!doctype html><meta charset="utf-8"><canvas width="640" height="420"></canvas><script>
      const context = document.querySelector('canvas').getContext('2d');
      context.fillStyle = '#fff'; context.fillRect(0, 0, 640, 420);
      context.fillStyle = '#111'; context.font = '28px "Noto Sans CJK SC", sans-serif';
      ['检验检测报告', '报告编号：20250417-88', '样品名称：塑料杯', '检验结论：合格', '签发日期：2025年4月17日']
        .forEach((line, index) => context.fillText(line, 40, 60 + index * 70));
    </script>`,
  );
  const options = await firefox.openExtensionPage('library.html');
  const answer = await options.evaluate(`(async () => {
    const say = (type, data) => browser.runtime.sendMessage({ id: 0, type, data, timestamp: 0 }).then(({ res }) => res);
    const { id } = await browser.tabs.create({ url: ${JSON.stringify(server.url('/picture'))}, active: false });
    const scanned = async () => (await say('getTabReport', { tabId: id }))?.state === 'done';
    while (!(await scanned())) await new Promise((resolve) => setTimeout(resolve, 200));
    await say('recognisePictures', { tabId: id, all: true });
    for (;;) {
      const report = await say('getTabReport', { tabId: id });
      const skipped = report.skippedPictures ?? [];
      if (report.certificates.length > 0 || skipped.length > 0) return JSON.stringify({ certificates: report.certificates, skipped });
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  })()`);
  expect(JSON.parse(answer)).toMatchObject({
    certificates: [{ source: 'image', fields: { certificateNumber: { value: '20250417-88' } } }],
    skipped: [],
  });
});

it('fetches time stamps on its alarm, in the page that the background page holds, while the library is closed', async () => {
  const popup = await firefox.openExtensionPage('popup.html');
  const item = {
    id: 'E20261123-0001',
    record: { id: 'E20261123-0001', sealedAt: '2026-11-23T02:00:00.000Z', artefacts: [], certificates: [] },
    digest: { sha256: '', sm3: '' },
    status: 'pending',
    health: { checkedAt: new Date().toISOString(), damaged: [] },
    dismissed: [],
  };
  const stampedAt = await popup.evaluate(`(async () => {
    const run = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const database = await run(indexedDB.open('zhengjian'));
    const items = (mode) => database.transaction('items', mode).objectStore('items');
    await run(items('readwrite').put(${JSON.stringify(item)}));
    const { settings } = await browser.storage.local.get('settings');
    await browser.storage.local.set({ settings: { ...settings, timestampUrl: ${JSON.stringify(tsa.url)} } });
    browser.alarms.create('upkeep', { when: Date.now() + 500 });
    for (;;) {
      const { stampedAt } = await run(items('readonly').get(${JSON.stringify(item.id)}));
      if (stampedAt) return stampedAt;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  })()`);
  expect(stampedAt).toMatch(/^20/);
});
