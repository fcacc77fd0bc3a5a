import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficePack } from '../../rules/office-overlay.ts';
import { EMPTY_OFFICE_PACK } from '../../rules/office-pack.ts';
import { packStamp } from '../../rules/pack-stamp.ts';
import type { EvidenceRecord } from '../../utils/evidence/record.ts';
import { zipFiles } from '../bundle/unpack.ts';
import { ruleOf } from '../scan/notice-like-pack.ts';
import { type CaptureBench, readItem, readItemIds, readLog, startBench } from './capture-harness.ts';

const ADVERT = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>某某检测服务</title>
<p>本店质检报告当天出证</p><p>质检报告隔夜飞递到手</p><p>不送样检测 ¥1.00</p>
<h2>检验检测报告</h2><table><tr><th>报告编号</th><td>JC2026-00817</td></tr><tr><th>检测机构</th><td>某某检测技术服务有限公司</td></tr>
<tr><th>签发日期</th><td>2024-03-15</td></tr><tr><th>样品名称</th><td>不锈钢保温杯</td></tr></table></html>`;
const ZHANG = { name: '张示例', licence: '35000000001' };
const LI = { name: '李示例', licence: '35000000002' };
const OFFICE = '某某市市场监督管理局';
const PORTAL = 'https://report-portal.example.gov.cn/query';
/** An office's rule whose law was renumbered: only the article in force on the day may be cited. */
const OWN: OfficePack = {
  ...EMPTY_OFFICE_PACK,
  version: '1.0.1',
  rules: [
    ruleOf({
      id: 'false-promise/office-1',
      name: '隔夜飞递',
      message: '称隔夜即可取得报告，可能未经规定的检测程序。',
      phrases: [{ text: '隔夜飞递到手' }],
      examples: { hit: ['质检报告隔夜飞递到手'], miss: ['报告三日内寄到'] },
      legalBasis: [
        { law: 'anti-unfair-competition-law', article: '第九条', from: '2025-10-15' },
        { law: 'anti-unfair-competition-law', article: '第八条', until: '2025-10-14' },
      ],
    }),
  ],
};

let bench: CaptureBench;
let folder: string;
let library: Page;
let record: EvidenceRecord;

beforeAll(async () => {
  // With PAPERS the papers stay there, to be looked at.
  folder = process.env.PAPERS ?? mkdtempSync(join(tmpdir(), 'zhengjian-letter-'));
  mkdirSync(folder, { recursive: true });
  bench = await startBench({ '/advert': ADVERT }, { downloads: folder });
  await bench.browser.context.route('https://report-portal.example.gov.cn/**', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<title>报告编号查询</title><h1>未查到</h1>' }),
  );
  const portals = { 'inspection-report': PORTAL };
  await bench.client.changeSettings({ office: OFFICE, officers: [ZHANG, LI], portals });
});

afterAll(async () => {
  await bench?.close();
  if (!process.env.PAPERS) rmSync(folder, { recursive: true, force: true });
});

const saveRules = async (pack: OfficePack) => {
  const saved = { pack, stamp: await packStamp(pack) };
  await bench.client.page.evaluate((officePack) => chrome.storage.local.set({ officePack }), saved);
  return saved.stamp.sha256;
};

/** The panel in a window of its own, so that the page stays in front in its window. */
async function panelOf(tabId: number): Promise<Page> {
  const opened = bench.browser.context.waitForEvent('page');
  await bench.browser.worker.evaluate(async (tab) => {
    await chrome.windows.create({ url: `sidepanel.html?tab=${tab}`, type: 'popup', width: 400, height: 900 });
  }, tabId);
  return opened;
}

/** Makes one paper of the item by its button, leaves what no record knows to be written by hand, and answers with its words. */
async function paperOf(title: string): Promise<string> {
  const row = library.locator('.zj-documents li', { hasText: title });
  const download = library.waitForEvent('download');
  await row.getByRole('button', { name: /^Word 文件/ }).click();
  const dialog = library.getByRole('dialog');
  await dialog.locator('button[type=submit]').click();
  const file = await download;
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  const [, xml] = (await zipFiles(new Blob([readFileSync(path)]))).find(([name]) => name === 'word/document.xml')!;
  return new TextDecoder()
    .decode(xml)
    .replace(/<\/w:p>|<w:br\/>/g, '\n')
    .replace(/<[^>]+>/g, '');
}

describe('one page, two officers, from the click to the letter', () => {
  it('is scanned anew under the office’s rule, judged in the panel, and sealed as it was seen', async () => {
    await bench.client.page.evaluate(() => chrome.storage.local.remove('officePack'));
    const { page, tabId } = await bench.open('/advert');
    const words = async () => {
      const { findings } = await bench.client.send('getTabReport', { tabId });
      return findings.map(({ matchedText }) => matchedText);
    };
    await expect.poll(words).toEqual(['当天出证', '不送样检测']);
    const sha256 = await saveRules(OWN);
    await expect.poll(words).toEqual(['当天出证', '隔夜飞递到手', '不送样检测']);

    const panel = await panelOf(tabId);
    await panel.getByRole('button', { name: '选择在岗人员' }).click();
    await panel.getByRole('menuitemradio', { name: /张示例/ }).click();
    await panel.getByRole('button', { name: /选择同行人员/ }).click();
    await panel.getByRole('menuitemradio', { name: /李示例/ }).click();
    await panel.getByRole('button', { name: /^归入案件/ }).click();
    await panel.getByRole('menuitem', { name: '新建案件' }).click();
    const dismissed = panel.locator('.zj-finding', { hasText: '不送样检测' });
    await dismissed.locator('.zj-finding-main').click();
    await dismissed.getByRole('button', { name: /标为误报/ }).click();
    await panel.locator('.zj-finding-dismissed').waitFor();
    await page.bringToFront();
    await panel.locator('.zj-button-main').click();
    await panel.locator('.zj-sealed').waitFor({ timeout: 60_000 });
    await panel.close();

    const [itemId] = await readItemIds(bench.client);
    record = (await readItem(bench.client, itemId!))!.record;
    expect(record.rulePacks.map((pack) => pack.sha256)).toContain(sha256);
    // The frame of the certificate holds the labels, which stand before its values.
    expect(record.certificates[0]?.rect?.x).toBeLessThan(12);
    expect(record).toMatchObject({ office: OFFICE, officers: [ZHANG, LI], weight: 'strong' });
    expect(record.dismissed).toEqual([record.findings.find(({ matchedText }) => matchedText === '不送样检测')!.id]);
    expect(record.explanations?.find(({ ruleId }) => ruleId === 'false-promise/office-1')).toMatchObject({
      message: '称隔夜即可取得报告，可能未经规定的检测程序。',
      legalBasis: [{ law: '《反不正当竞争法》', article: '第九条' }],
    });
    const persons = await readLog(bench.client).then((lines) => lines as unknown as { act: string; person: string }[]);
    expect(persons.find(({ act }) => act === 'captured')?.person).toBe('张示例、李示例');
    // Whatever the office changes now, the papers speak of the day of the capture.
    await saveRules({ ...EMPTY_OFFICE_PACK, version: '1.0.2' });
    await bench.client.changeSettings({
      office: '某某市市场监督管理局新区分局',
      officers: [ZHANG, LI, { ...LI, name: '王示例' }],
    });
  });

  it('is corrected beside the reading and looked up, in the library', async () => {
    library = await bench.browser.openExtensionPage(`library.html#/items/${record.id}/certificates`);
    const row = library.locator('.zj-cert-field', { hasText: 'JC2026-00817' });
    await row.hover();
    await row.getByRole('button', { name: /更正/ }).click();
    await library.locator('.zj-cert-edit input').fill('JC2024-00817');
    await library.keyboard.press('Enter');
    await library.getByText('识读为：JC2026-00817').waitFor();
    const opened = bench.browser.context.waitForEvent('page');
    await library.getByRole('button', { name: '官方查询' }).click();
    await (await opened).close();
    await library.getByRole('radio', { name: '未查到' }).click();
    await library.locator('.zj-look-up-form textarea').fill('平台提示未查到该编号');
    await library.getByRole('button', { name: '登记', exact: true }).click();
    await library.locator('.zj-look-ups', { hasText: '未查到' }).waitFor();
  });

  it('goes out as a letter that says what the record and its addenda say, and no more', async () => {
    await library.goto(`chrome-extension://${bench.browser.id}/library.html#/items/${record.id}/documents`);
    const letter = await paperOf('案件线索移送函');
    for (const said of [
      '【当天出证】',
      '【隔夜飞递到手】',
      '称隔夜即可取得报告，可能未经规定的检测程序。',
      '《反不正当竞争法》第九条',
      '疑似表述 1 处由执法人员标为误报',
      '为“JC2024-00817”，软件读数为“JC2026-00817”',
      '未查到，平台提示未查到该编号',
      '张示例（执法证号 35000000001）、李示例（执法证号 35000000002）',
    ])
      expect(letter).toContain(said);
    expect(letter).not.toContain('【不送样检测】');
    expect(letter).not.toMatch(/《反不正当竞争法》第八条|施行日期|请核对|王示例/);
    expect(letter).toMatch(new RegExp(`取证单位\\s*${OFFICE}\\s`));
    // The doubt that the correction answers is no open doubt any more.
    expect(letter).toMatch(/^存疑，已由人工更正或比对：/m);
    expect(letter).not.toMatch(/^存疑：/m);
  });

  it('has a record of extraction whose number of files is the number of those it lists', async () => {
    const paper = await paperOf('电子数据提取笔录');
    expect(paper).toContain('张示例（执法证号 35000000001）');
    expect(paper).toContain('李示例（执法证号 35000000002）');
    const [, told] = paper.match(/计算全部 (\d+) 个文件/)!;
    const names = record.artefacts.map(({ name }) => name);
    expect(Number(told)).toBe(names.length);
    for (const name of names) expect(paper).toContain(name);
    await paperOf('证据提取单');
  });
});
