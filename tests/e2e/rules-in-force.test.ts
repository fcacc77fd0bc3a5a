import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OfficePack } from '../../rules/office-overlay.ts';
import { EMPTY_OFFICE_PACK } from '../../rules/office-pack.ts';
import { packStamp } from '../../rules/pack-stamp.ts';
import { BUILT_IN_STAMPS } from '../../rules/written-packs.ts';
import type { EvidenceRecord } from '../../utils/evidence/record.ts';
import { ruleOf } from '../scan/notice-like-pack.ts';
import { type CaptureBench, hasEnded, readItem, startBench, until } from './capture-harness.ts';

const advert = (body: string) => `<!doctype html><meta charset="utf-8"><title>办证</title>${body}`;
const PAGES = {
  '/one': advert('<p>本店当天出证</p><p>质检报告隔夜飞递到手</p><iframe src="/inner"></iframe>'),
  '/inner': advert('<p>隔夜飞递到手</p>'),
};

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

beforeAll(async () => {
  bench = await startBench(PAGES);
});

beforeEach(() => bench.client.page.evaluate(() => chrome.storage.local.remove('officePack')));

afterAll(() => bench?.close());

async function saveRules(pack: OfficePack): Promise<{ sha256: string }> {
  const stamp = await packStamp(pack);
  await bench.client.page.evaluate((saved) => chrome.storage.local.set({ officePack: saved }), { pack, stamp });
  return stamp;
}

const found = async (tabId: number) => {
  const report = await bench.client.send('getTabReport', { tabId });
  return {
    state: report.state,
    rules: report.rulePacks.map(({ sha256 }) => sha256),
    words: report.findings.filter(({ gone }) => !gone).map(({ matchedText }) => matchedText),
  };
};

async function capture(page: Page, tabId: number): Promise<EvidenceRecord> {
  await page.bringToFront();
  const { jobId } = await bench.client.send('startCapture', { tabId, mode: 'view' });
  const job = await until(bench.client, jobId, hasEnded);
  expect(job).toMatchObject({ state: 'sealed' });
  return (await readItem(bench.client, job.itemId!))!.record;
}

describe('rules that change while pages are open', () => {
  const builtIn = BUILT_IN_STAMPS.map(({ sha256 }) => sha256);
  const before = { state: 'done', rules: builtIn, words: ['当天出证'] };
  const after = (office: string) => ({
    state: 'done',
    rules: [...builtIn, office],
    words: ['当天出证', '隔夜飞递到手', '隔夜飞递到手'],
  });

  it('reach every open page and its frames, are used by the next capture, and are named by its record', async () => {
    const one = await bench.open('/one');
    const other = await bench.open('/one');
    for (const { tabId } of [one, other]) await expect.poll(() => found(tabId)).toEqual(before);
    const { findings: old } = await bench.client.send('getTabReport', { tabId: one.tabId });
    const { sha256 } = await saveRules(OWN);
    for (const { tabId } of [one, other]) await expect.poll(() => found(tabId)).toEqual(after(sha256));
    const { findings } = await bench.client.send('getTabReport', { tabId: one.tabId });
    expect(findings[0]!.id).toBe(old[0]!.id);
    const record = await capture(other.page, other.tabId);
    expect(record.rulePacks.map((pack) => pack.sha256)).toEqual([...builtIn, sha256]);
    expect(record.findings.map(({ ruleId }) => ruleId)).toContain('false-promise/office-1');
    const { sha256: emptied } = await saveRules({ ...EMPTY_OFFICE_PACK, version: '1.0.2' });
    await expect.poll(() => found(one.tabId)).toEqual({ ...before, rules: [...builtIn, emptied] });

    // The rule is gone, and its record still says all that it said.
    expect(record.explanations?.find(({ ruleId }) => ruleId === 'false-promise/office-1')).toMatchObject({
      message: '称隔夜即可取得报告，可能未经规定的检测程序。',
      legalBasis: [{ law: '《反不正当竞争法》', article: '第九条', text: expect.stringContaining('经营者不得') }],
    });
    const library = await bench.browser.openExtensionPage(`library.html#/items/${record.id}/findings`);
    const row = library.locator('tr', { hasText: '隔夜飞递' }).first();
    await row.locator('.zj-findings-basis', { hasText: '《反不正当竞争法》第九条' }).click();
    await row.getByText('称隔夜即可取得报告').waitFor();
    expect(await row.textContent()).not.toMatch(/第八条|现行规则/);
    await library.close();
    for (const { page } of [one, other]) await page.close();
  });

  it('are those of the capture also when it is asked for at the moment of the change', async () => {
    const { page, tabId } = await bench.open('/one');
    await expect.poll(() => found(tabId)).toEqual(before);
    const { sha256 } = await saveRules(OWN);
    const record = await capture(page, tabId);
    const named = new Set(record.rulePacks.map((pack) => pack.sha256));
    const own = record.findings.filter(({ ruleId }) => ruleId === 'false-promise/office-1');
    expect(named.has(sha256)).toBe(true);
    expect(own).toHaveLength(2);
    await page.close();
  });
});
