import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildExtension, type ExtensionBrowser, launchBrowser } from '../../cli/browser.ts';
import { openPool } from '../../cli/open-pool.ts';
import { newCase } from '../../utils/evidence/case.ts';
import { groupedFingerprint } from '../../utils/evidence/trusted-keys.ts';
import { MemoryLedger } from '../../utils/pool/memory-ledger.ts';
import { synchronise } from '../../utils/pool/synchronise.ts';
import { colleagueWith } from '../pool/bundled-colleague.ts';
import { type DavServer, serveDav } from '../pool/dav-server.ts';
import type { SimulatedLibrary } from '../pool/simulated-library.ts';
import { violations } from './axe.ts';
import { openLibrary } from './library-page.ts';

let dav: DavServer;
let browser: ExtensionBrowser;
let page: Page;
let colleague: SimulatedLibrary;
const keeper = new MemoryLedger();

const now = () => new Date().toISOString();
const there = async () => synchronise(await openPool(dav.url), keeper, colleague, { now });
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const synced = () => page.getByText(/^存入证据 \d+ 件|^已是最新/).waitFor();

beforeAll(async () => {
  buildExtension();
  dav = await serveDav();
  ({ colleague } = await colleagueWith(1));
  const start = { id: 'c', registrar: { name: '李四', licence: '2' }, today: '2026-11-30', now: now() };
  colleague.cases.set('c', { ...newCase(start), name: '某检测服务部' });
  browser = await launchBrowser();
  page = await browser.openExtensionPage('library.html#/pool');
});
afterAll(async () => {
  await browser?.close();
  dav?.close();
});

it('shares evidence over WebDAV: from the address in the settings to what a colleague put there, once their key is confirmed', async () => {
  await page.getByText('还没有设置证据池').waitFor();
  await openLibrary(page, browser, '#/settings');
  await page.getByLabel('WebDAV 地址').fill(dav.url.replace('office:pass@', ''));
  await page.getByLabel('用户名').fill('office');
  await page.getByLabel('密码', { exact: true }).first().fill('pass');
  await press('使用这个地址');
  await page.getByText(/^WebDAV：/).waitFor();

  await there();
  await openLibrary(page, browser, '#/pool');
  await press('同步');
  await page.getByText(groupedFingerprint(colleague.key.fingerprint)).waitFor();
  await synced();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('密钥属于').fill('李四（南区所）');
  await press('已核对，确认');
  await press('同步');
  await page.getByText('来自 李四（南区所）').waitFor();
  await synced();
  expect(await violations(page)).toEqual([]);
  await openLibrary(page, browser, '#/cases/c');
  await page.getByRole('heading', { name: '某检测服务部' }).waitFor();

  await openLibrary(page, browser, '#/pool');
  await press('检验');
  await page.getByText(/^可以更改：.*删除、覆盖/).waitFor();
  expect([...dav.files.keys()].filter((path) => path.includes('attacked'))).toEqual([]);

  const bundle = [...dav.files.keys()].find((path) => path.endsWith('.zip'))!;
  dav.files.delete(bundle);
  await openLibrary(page, browser, '#/pool');
  await press('同步');
  await page.getByRole('cell', { name: '缺少' }).waitFor();
  await press('放回本机有的');
  await page.getByRole('cell', { name: '缺少' }).waitFor({ state: 'detached' });
  expect([...dav.files.keys()].filter((path) => path.endsWith('.zip'))).toHaveLength(1);
  expect((await there()).strangers).toHaveLength(1);
  await page.getByText(/^来自 /).waitFor();
});
