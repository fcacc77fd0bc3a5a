import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { readSheet } from 'read-excel-file/universal';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionBrowser, launchBrowser } from '../../cli/browser.ts';
import { captureAndExport } from '../../cli/capture-and-export.ts';
import { ExtensionClient } from '../../cli/extension-client.ts';
import { type FolderServer, serveFolder } from '../../cli/serve.ts';
import { visit } from '../../cli/visit.ts';
import { encodeGb18030 } from '../lists/gb18030.ts';
import { syntheticCsv } from '../lists/synthetic-list.ts';
import { violations } from './axe.ts';
import { countOf, readItem, readItemIds, readLog, readRegisters } from './capture-harness.ts';
import { openLibrary } from './library-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhengjian-register-'));
const file = (name: string) => join(folder, name);

const BODIES =
  '全国认证机构名录,,\r\n序号,机构名称,批准号\r\n1,闽南方圆认证有限公司,CNCA-R-2002-001\r\n2,某某认证（北京）有限公司,CNCA-R-2016-250\r\n3,,CNCA-R-2017-300\r\n';

const certificate = (body: string, holder: string) => `<!doctype html><meta charset="utf-8"><title>资质展示</title>
  <h1>质量管理体系认证证书</h1><table>
  <tr><th>证书编号</th><td>25024Q10286R0S</td></tr><tr><th>获证组织</th><td>${holder}</td></tr>
  <tr><th>认证范围</th><td>塑料制品的生产</td></tr><tr><th>颁发日期</th><td>2024-05-06</td></tr>
  <tr><th>有效期至</th><td>2027-05-05</td></tr><tr><th>发证机构</th><td>${body}</td></tr></table>`;

let browser: ExtensionBrowser;
let client: ExtensionClient;
let server: FolderServer;
let page: Page;

async function choose(name: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.locator('header').getByRole('button', { name: '导入名录' }).click(),
  ]);
  await chooser.setFiles(file(name));
}

/** Takes in what was chosen, with the day that the file does not say. */
async function submitDated(): Promise<void> {
  await page.locator('.zj-mapping').waitFor();
  await page.locator('dialog input[type=date]').fill('2026-11-20');
  await page.locator('dialog button[type=submit]').click();
}

async function importFile(name: string): Promise<void> {
  await choose(name);
  await submitDated();
  await page.locator('dialog').waitFor({ state: 'detached', timeout: 120_000 });
}

const lists = () => readRegisters(client);

beforeAll(async () => {
  writeFileSync(file('认证机构名录20261101.csv'), encodeGb18030(BODIES));
  writeFileSync(
    file('检验检测机构资质认定.csv'),
    '机构名称,资质认定证书编号\n洛江第5号检测技术有限公司,151300110001\n',
  );
  writeFileSync(file('businesses.csv'), encodeGb18030([...syntheticCsv(3_000)].join('').slice(1)));
  writeFileSync(file('many.csv'), [...syntheticCsv(100_000)].join(''));
  writeFileSync(file('old.xls'), new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
  writeFileSync(file('unknown.html'), certificate('闽南方园认证有限公司', '甲塑料厂'));
  writeFileSync(file('known.html'), certificate('闽南方圆认证有限责任公司', '乙塑料厂'));
  server = await serveFolder(folder);
  browser = await launchBrowser({ downloads: folder });
  client = await ExtensionClient.open(browser);
  await client.changeSettings({ referenceDate: '2026-11-23' });
  page = await browser.openExtensionPage('library.html#/register');
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the office’s lists', () => {
  it('say what they are for while there are none', async () => {
    await page.getByText('没有导入。导入后').first().waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('are refused with a sentence when the file is no table', async () => {
    await choose('old.xls');
    await page.getByText('这是旧版 Excel 文件').waitFor();
    await page.locator('dialog').getByRole('button', { name: '关闭' }).click();
    expect(await lists()).toEqual([]);
  });

  it('are read from GB 18030 after a look at their columns, with what could not be read', async () => {
    await choose('认证机构名录20261101.csv');
    const dialog = page.locator('dialog');
    await dialog.getByText('GB18030 编码').waitFor();
    expect(
      await dialog.locator('thead select').evaluateAll((all) => all.map((each) => (each as HTMLSelectElement).value)),
    ).toEqual(['none', 'name', 'number']);
    expect(await dialog.locator('input[type=date]').inputValue()).toBe('2026-11-01');
    expect(await violations(page)).toEqual([]);
    await dialog.locator('button[type=submit]').click();
    await page.getByText('已导入 2 行，未能读入 1 行').waitFor();
    await page.getByText('未能读入 1 行', { exact: true }).click();
    await page.getByText('第 5 行：没有名称').waitFor();
    const [list] = await lists();
    expect(list).toMatchObject({ kind: 'certification-body', rows: 2, date: '2026-11-01' });
    expect(list?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('leave nothing behind when an import is cancelled', async () => {
    const before = await lists();
    await choose('many.csv');
    await submitDated();
    await page.getByText(/已读 [1-9]/).waitFor();
    await page.locator('dialog').getByRole('button', { name: '取消' }).click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => countOf(client, 'registerEntries'), { timeout: 60_000 }).toBe(2);
    expect(await lists()).toEqual(before);
  });

  it('are searched by name and number', async () => {
    const search = page.getByRole('searchbox');
    await search.fill('cnca-r-2016-250');
    await page.locator('.zj-register-found').getByText('某某认证（北京）有限公司').waitFor();
    await search.fill('闽南方园认证');
    await page.getByText('名录中未见“闽南方园认证”').waitFor();
    await page.locator('.zj-register-found').getByText('闽南方圆认证有限公司').waitFor();
    await search.fill('');
  });
});

describe('a certificate', () => {
  it('whose body is on no list says so in the report, on the card and in the evidence', async () => {
    const [list] = await lists();
    const seen = await visit(browser, client, `${server.origin}/unknown.html`);
    const [problem] = seen.report.certificates[0]!.problems.filter(({ code }) => code === 'not-in-register');
    expect(problem?.compared).toContainEqual({ label: 'problem_nearNames', value: '闽南方圆认证有限公司' });
    await captureAndExport(browser, client, { page: seen.page, tabId: seen.tabId, folder });
    const [id] = await readItemIds(client);
    const item = await readItem(client, id!);
    expect(item?.record.certificates[0]?.registerChecks).toMatchObject([
      { listed: false, lists: [{ sha256: list!.sha256 }] },
    ]);
    expect(item?.record.certificates[0]?.problems.find(({ code }) => code === 'not-in-register')?.detail).toContain(
      list!.sha256,
    );
    await openLibrary(page, browser, `#/items/${id}/certificates`);
    await page.getByText('名录中未见').waitFor();
    await page.getByText('《认证机构批准名录》（2026-11-01）').waitFor();
    await seen.page.close();
  });

  it('with the number of another holder’s says in which evidence', async () => {
    const [id] = await readItemIds(client);
    const seen = await visit(browser, client, `${server.origin}/known.html`);
    const { problems, registerChecks } = seen.report.certificates[0]!;
    expect(registerChecks).toMatchObject([{ listed: true, names: ['闽南方圆认证有限公司'] }]);
    expect(problems.map(({ code }) => code)).not.toContain('not-in-register');
    expect(problems.find(({ code }) => code === 'number-reused')?.detail).toContain(`在证据 ${id} 中属于“甲塑料厂”`);
    await captureAndExport(browser, client, { page: seen.page, tabId: seen.tabId, folder });
    await seen.page.close();
    // The earlier item learns of the later one.
    await page.getByText('同一编号在其他证据中属于不同持有人').waitFor();
    await page.getByText('乙塑料厂').waitFor();
  });
});

describe('businesses to look into', () => {
  it('are those without an approval in the lists, windowed, filtered and exported', async () => {
    await openLibrary(page, browser, '#/register/survey');
    await page.getByText('没有导入市场主体名单').waitFor();
    await page.locator('#tab-lists').click();
    await importFile('检验检测机构资质认定.csv');
    await importFile('businesses.csv');
    await page.locator('#tab-survey').click();
    // 3,000 rows, three of them without a name, one with an approval.
    await page.getByText('2,996 / 2,996 户').waitFor({ timeout: 60_000 });
    expect(await page.locator('.zj-survey-row').count()).toBeLessThan(60);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('searchbox').fill('第1234号');
    await page.getByText('1 / 2,996 户').waitFor();
    expect(await page.locator('.zj-survey-row').textContent()).toMatch(
      /未在《资质认定检验检测机构名录》.*中见到，需核实/,
    );
    await page.locator('.zj-survey-row select').selectOption('unlicensed');
    await page
      .locator('.zj-survey-row')
      .getByText(/未登记 .*2026|未登记 .*:/)
      .waitFor();
    expect(await violations(page)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 XLSX' }).click(),
    ]);
    await download.saveAs(file('out.xlsx'));
    const sheet = await readSheet(new Blob([readFileSync(file('out.xlsx'))]));
    expect(sheet.map((cells) => cells[1])).toEqual(['名称', '洛江第1234号检测技术有限公司']);
    expect(sheet.map((cells) => cells[11])).toEqual(['核查结果', '无资质']);
  });

  it('become a case, with the outcome beside it', async () => {
    await page.getByRole('button', { name: '为 洛江第1234号检测技术有限公司 建立案件' }).click();
    await page.getByRole('heading', { name: '洛江第1234号检测技术有限公司' }).waitFor();
    expect((await readLog(client)).at(-1)).toMatchObject({
      act: 'surveyed',
      detail: expect.stringMatching(/洛江第1234号检测技术有限公司.*无资质，已建立案件/),
    });
    await page.goto(page.url().replace(/#.*/, '#/register/survey'));
    await page.getByRole('searchbox').fill('第1234号');
    await page.getByRole('button', { name: '打开 洛江第1234号检测技术有限公司 的案件' }).waitFor({ timeout: 60_000 });
  });

  it('go with their list, and the reason stays in the log', async () => {
    await page.getByRole('searchbox').fill('');
    await page.locator('#tab-lists').click();
    await page.getByRole('button', { name: '删除名录 市场主体名单' }).click();
    await page.locator('dialog textarea').fill('名单已过时');
    await page.locator('dialog button[type=submit]').click();
    await page.getByText('已删除名录').waitFor();
    expect((await lists()).map(({ kind }) => kind).sort()).toEqual(['certification-body', 'cma-institution']);
    expect((await readLog(client)).at(-1)).toMatchObject({
      act: 'register-removed',
      detail: expect.stringContaining('名单已过时'),
    });
  });
});
