import { execFileSync } from 'node:child_process';
import { mkdtempSync, openAsBlob, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildExtension, type ExtensionBrowser, ensureBrowser, launchBrowser } from '../../cli/browser.ts';
import { ExtensionClient } from '../../cli/extension-client.ts';
import { visit } from '../../cli/visit.ts';
import { verifyBundle } from '../../utils/bundle/verify-bundle.ts';
import type { EvidenceRecord } from '../../utils/evidence/record.ts';
import { viewerLink } from '../../utils/pdf/viewer-link.ts';
import { unpack } from '../bundle/unpack.ts';
import { hasEnded, readItemIds, until } from './capture-harness.ts';

const WAIT = { timeout: 120_000 };

/** Print over wavy lines, a red seal over its last rows. */
const CERTIFICATE = `<meta charset="utf-8"><body style="margin:0;width:900px;height:600px;position:relative;font:24px/1.9 'Noto Serif CJK SC';
  background:repeating-radial-gradient(circle at 30% 120%,#fff 0 5px,#dbe9dd 5px 6px),#fff">
  <div style="padding:50px 90px"><h1 style="font-size:40px;text-align:center">质量管理体系认证证书</h1>
  <p style="margin:0">证书编号：12326Q00417R1S<br>获证组织：云岭茶业有限公司<br>认证标准：GB/T 19001-2016<br>颁证日期：2026年03月18日<br>发证机构：北辰认证有限公司</p></div>
  <svg style="position:absolute;left:300px;top:285px" width="190" height="190"><circle cx="95" cy="95" r="88" fill="none" stroke="#d01818" stroke-width="6" opacity=".75"/>
  <text x="95" y="105" font-size="22" text-anchor="middle" fill="#d01818" opacity=".75">认证专用章</text></svg>`;
const REPORT = `<meta charset="utf-8"><body style="font:18px/2 'Noto Sans CJK SC'"><h1>检验报告</h1><p>报告编号：AB26-0417<p>样品名称：塑料杯<p>型号规格：350ml
  <p>检验结论：合格<p>签发日期：2026年05月06日<p>检验机构：云岭省产品质量检验研究院<p>无需检测，当天出证`;
const LISTING = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>茶叶专营</title><h1>云岭红茶礼盒</h1><p>立即购买，全国包邮</p>
  <img src="/certificate.png" width="900" height="600" alt=""><p><a href="/report.pdf">检验报告</a></p>`;

let server: Server;
let origin: string;
let browser: ExtensionBrowser;
let client: ExtensionClient;
const folder = mkdtempSync(join(tmpdir(), 'officer-pictures-'));

beforeAll(async () => {
  buildExtension();
  const printer = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox'] });
  const page = await printer.newPage({ viewport: { width: 900, height: 600 } });
  await page.setContent(CERTIFICATE);
  const certificate = await page.screenshot();
  await page.setContent(REPORT);
  const report = await page.pdf();
  await printer.close();
  const files: Record<string, [string, Buffer]> = {
    '/': ['text/html; charset=utf-8', Buffer.from(LISTING)],
    '/certificate.png': ['image/png', certificate],
    '/report.pdf': ['application/pdf', report],
  };
  server = createServer((request, response) => {
    const [type, body] = files[request.url ?? ''] ?? ['text/plain', Buffer.alloc(0)];
    response.writeHead(body.length ? 200 : 404, { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser({ downloads: folder });
  client = await ExtensionClient.open(browser);
  await client.changeSettings({ referenceDate: '2026-11-23' });
});

afterAll(async () => {
  await browser?.close();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('leads from a listing with a sealed certificate and a PDF report to one bundle that holds', {
  timeout: 400_000,
}, async () => {
  const listing = await visit(browser, client, `${origin}/`, { pictures: true });
  expect(listing.report.certificates).toMatchObject([
    {
      source: 'image',
      pictureSize: { width: 900, height: 600 },
      fields: { certificateNumber: { value: '12326Q00417R1S' } },
    },
  ]);
  await listing.page.bringToFront();
  const { jobId } = await client.send('startCapture', { tabId: listing.tabId, mode: 'full' });
  expect(await until(client, jobId, hasEnded)).toMatchObject({ state: 'sealed' });

  const viewer = await browser.context.newPage();
  await viewer.goto(`chrome-extension://${browser.id}${viewerLink(`${origin}/report.pdf`)}`);
  await viewer.locator('.zj-pdf-mark').first().waitFor(WAIT);
  await viewer.bringToFront();
  await viewer.getByRole('button', { name: /^(取证|Capture)$/ }).click();
  await expect.poll(async () => (await readItemIds(client)).length, WAIT).toBe(2);

  const library = await browser.openExtensionPage('library.html#/items');
  await library.locator('tbody tr').nth(1).waitFor(WAIT);
  await library.keyboard.press('Control+a');
  const download = library.waitForEvent('download', WAIT);
  await library.keyboard.press('Control+e');
  const path = join(folder, 'both.zip');
  await (await download).saveAs(path);
  const { ok, items } = await verifyBundle(await openAsBlob(path), {});
  expect(ok).toBe(true);
  expect(items).toHaveLength(2);
  const bag = await unpack(path, mkdtempSync(join(folder, 'bag-')));
  // What an officer without the extension has: the list of digests and coreutils.
  execFileSync('sha256sum', ['--check', '--quiet', '--strict', 'manifest-sha256.txt'], { cwd: bag });
  const records = readdirSync(join(bag, 'data'))
    .filter((name) => /^E\d{8}-/.test(name))
    .map((name): EvidenceRecord => JSON.parse(readFileSync(join(bag, 'data', name, 'record.json'), 'utf8')));
  expect(records.map(({ certificates }) => certificates[0]?.fields.certificateNumber?.value).sort()).toEqual([
    '12326Q00417R1S',
    'AB26-0417',
  ]);
  const report = records.find(({ method }) => method === 'rendered')!;
  expect(report.artefacts.map(({ role }) => role)).toEqual(
    expect.arrayContaining(['original', 'pdf-page', 'annotated']),
  );
  expect(report.findings.map(({ matchedText }) => matchedText).join()).toContain('当天出证');
});
