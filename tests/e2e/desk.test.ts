import { afterAll, beforeAll, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { type CaptureBench, hasEnded, readItem, readLog, startBench, until } from './capture-harness.ts';

const ADVERT =
  '<!doctype html><meta charset="utf-8"><title>某某检测</title><p>检测报告当天出证</p><p>不送样检测 ¥1.00</p><table><tr><th>证书编号</th><td>2025010901123456</td></tr><tr><th>发证机构</th><td>某某质量认证中心有限公司</td></tr><tr><th>产品名称</th><td>室内加热器</td></tr></table>';
const ZHANG = { name: '张示例', licence: '35000000001' };
const LI = { name: '李示例', licence: '35000000002' };

let bench: CaptureBench;

beforeAll(async () => {
  bench = await startBench({ '/advert': ADVERT });
  await bench.client.changeSettings({ office: '某某市市场监督管理局', officers: [ZHANG, LI] });
});

afterAll(() => bench?.close());

it('captures in the name of whoever is at the desk, and asks before it names anybody', async () => {
  const { page, tabId } = await bench.open('/advert');
  const { browser, client } = bench;
  await expect(client.send('startCapture', { tabId, mode: 'view' })).rejects.toThrow(/error_nobodyAtDesk/);

  // The popup says so before it opens anything.
  const popup = await browser.openExtensionPage(`popup.html?tab=${tabId}`);
  await popup.getByText('尚未选择在岗人员').waitFor();
  const pages = browser.context.pages().length;
  await popup.getByRole('button', { name: /^取证/ }).click();
  await popup.getByRole('alert').filter({ hasText: '没有开始取证' }).waitFor();
  expect(browser.context.pages().length).toBe(pages);
  expect(await violations(popup)).toEqual([]);

  await popup.getByRole('button', { name: '选择在岗人员' }).click();
  await popup.getByRole('menuitemradio', { name: /张示例/ }).click();
  await popup.getByRole('button', { name: /选择同行人员/ }).click();
  await popup.getByRole('menuitemradio', { name: /李示例/ }).click();
  await popup.getByText('李示例').first().waitFor();
  await popup.close();

  // What a person decided before the capture is sealed with it.
  const report = await client.send('getTabReport', { tabId });
  const [finding] = report.findings;
  await client.send('dismissFinding', { tabId, frameId: 0, findingId: finding!.id, dismissed: true });
  const [certificate] = report.certificates;
  const place = { tabId, frameId: 0, certificateId: certificate!.id };
  await client.send('correctCertificate', { ...place, field: 'conclusion', value: '合格' });
  await client.send('strikeCertificate', { ...place, struckOff: true });

  await page.bringToFront();
  const { jobId } = await client.send('startCapture', { tabId, mode: 'view' });
  const job = await until(client, jobId, hasEnded);
  const item = await readItem(client, job.itemId!);
  expect(item?.record).toMatchObject({ officers: [ZHANG, LI], office: '某某市市场监督管理局' });
  expect(item?.record.dismissed).toEqual([finding!.id]);
  expect(item?.dismissed).toEqual([finding!.id]);
  expect(item?.record.certificates[0]).toMatchObject({ corrections: { conclusion: '合格' }, struckOff: true });
  expect(certificate!.missing).toContain('conclusion');
  expect(item?.record.certificates[0]?.missing).not.toContain('conclusion');
  expect(item?.record).toMatchObject({ weight: 'strong' });
  expect(item?.record.pageSigns).toContainEqual({ id: 'token-price', words: ['¥1.00'] });
  expect(item?.record).toMatchObject({ pageKind: report.page!.kind });
  expect(item?.record.pageSigns?.[0]).toMatchObject({ name: report.page!.signs[0]!.name });
  expect(item?.record.attendedSince).toMatch(/^\d{4}-/);
  const acts = (await readLog(client)) as unknown as { act: string; person: string }[];
  expect(acts.map(({ act, person }) => [act, person])).toEqual([
    ['desk-changed', '张示例'],
    ['desk-changed', '张示例、李示例'],
    ['capture-started', '张示例、李示例'],
    ['captured', '张示例、李示例'],
  ]);
});

it('shows in panel and library who is there, and the library confirms only by another person', async () => {
  const { tabId } = await bench.open('/advert');
  const panel = await bench.browser.openExtensionPage(`sidepanel.html?tab=${tabId}`);
  await panel.getByRole('button', { name: '在岗人员：张示例，点按更换' }).waitFor();
  await panel.close();
  const library = bench.client.page;
  await library.reload();
  await library.getByRole('button', { name: '在岗人员：张示例，点按更换' }).waitFor();
  const [line] = (await readLog(bench.client)).filter(({ act }) => act === 'captured') as unknown as {
    itemId: string;
  }[];
  await library.goto(`chrome-extension://${bench.browser.id}/library.html#/items/${line!.itemId}`);
  await library.locator('.zj-item-check-intact').waitFor();
  await library.getByRole('button', { name: /^复核$/ }).click();
  await expect.poll(() => library.locator('dialog option').allTextContents()).toEqual(['李示例 35000000002']);
});
