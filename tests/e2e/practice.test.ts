import { afterAll, beforeAll, expect, it } from 'vitest';
import { PRACTICE_ADDRESS } from '../../utils/evidence/practice.ts';
import { violations } from './axe.ts';
import {
  type CaptureBench,
  countOf,
  hasEnded,
  readItem,
  readItemIds,
  readLog,
  startBench,
  until,
} from './capture-harness.ts';

let bench: CaptureBench;

beforeAll(async () => {
  bench = await startBench({});
});

afterAll(() => bench?.close());

it('leads from the guide over a capture of the practice page to its case, which goes whole', async () => {
  const { browser, client } = bench;
  const library = client.page;
  await library.getByText('还没有证据').waitFor();
  expect(await violations(library)).toEqual([]);
  const opened = browser.context.waitForEvent('page');
  await library.getByRole('button', { name: '打开练习网页' }).click();
  const page = await opened;
  await page.waitForURL(PRACTICE_ADDRESS);
  const tabId = await browser.tabIdOf(page);

  // Scanned as any page is, and certificates with what they lack.
  await expect.poll(async () => (await client.send('getTabReport', { tabId })).state).toBe('done');
  await expect.poll(async () => (await client.send('getTabReport', { tabId })).certificates.length).toBe(1);
  const report = await client.send('getTabReport', { tabId });
  const claims = report.findings.filter(({ disposition }) => disposition === 'claim').map((each) => each.matchedText);
  expect(claims).toEqual(expect.arrayContaining(['当天出证', '不送样检测', '检测包过']));
  expect(report.findings.find(({ matchedText }) => matchedText === '直出证书')?.disposition).toBe('cited');
  expect(report.certificates[0]?.missing).toEqual(expect.arrayContaining(['issuingBody']));

  const popup = await browser.openExtensionPage(`popup.html?tab=${tabId}`);
  await popup.getByText('练习案件').waitFor();
  await popup.close();
  await page.bringToFront();
  const { jobId } = await client.send('startCapture', { tabId, mode: 'full' });
  const { itemId } = await until(client, jobId, hasEnded);
  const item = await readItem(client, itemId!);
  expect(item).toMatchObject({ caseId: 'practice', record: { practice: true, method: 'debugger' } });

  await library.bringToFront();
  await library.goto(`chrome-extension://${browser.id}/library.html#/statistics`);
  await library.getByText('本期没有数据。').waitFor();
  await library.goto(`chrome-extension://${browser.id}/library.html#/items/${itemId}`);
  await library.getByText('练习', { exact: true }).first().waitFor();
  await library.getByRole('button', { name: '打开练习案件' }).click();
  await library.getByText('本案和其中的证据只供练习').waitFor();
  await library.getByRole('tab', { name: '文书' }).click();
  await library.getByText('练习案件不制作文书').waitFor();
  expect(await violations(library)).toEqual([]);
  await library.getByRole('button', { name: '删除练习案件和 1 件证据' }).click();
  await expect.poll(() => readItemIds(client)).toEqual([]);
  await expect.poll(() => countOf(client, 'cases')).toBe(0);
  expect(await countOf(client, 'artefacts')).toBe(0);
  const lines = (await readLog(client)).slice(-2).map(({ act, detail }) => [act, detail]);
  expect(lines).toEqual([
    ['deleted', '删除练习案件'],
    ['deleted', '删除案件 练习案件'],
  ]);
});
