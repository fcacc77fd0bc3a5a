import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionBrowser, launchBrowser } from '../../cli/browser.ts';
import { EMPTY_OFFICE_PACK } from '../../rules/office-pack.ts';
import { violations } from './axe.ts';

const ADVERT = '<!doctype html><meta charset="utf-8"><title>办证</title><p>质检报告隔夜飞递到手。</p><p>其他内容</p>';

let browser: ExtensionBrowser;
let page: Page;
let folder: string;

const stored = () => page.evaluate(async () => (await chrome.storage.local.get('officePack')).officePack);
const row = (name: string) => page.locator('.zj-rule-row', { has: page.locator('.zj-rule-label', { hasText: name }) });
const saveButton = () => page.locator('.zj-rules-head .zj-button-filled');
const foot = (at: number) => page.locator('.zj-rules-foot button').nth(at);
const addToken = async (name: string, word: string) => {
  await row(name).locator('.zj-token-add input').first().fill(word);
  await page.keyboard.press('Enter');
};
const addExample = async (at: 0 | 1, text: string) => {
  await page.locator('.zj-examples input').nth(at).fill(text);
  await page.keyboard.press('Enter');
};
const load = async (name: string, content: string | Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  const chooser = page.waitForEvent('filechooser');
  await foot(1).click();
  await (await chooser).setFiles(path);
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhengjian-own-rules-'));
  browser = await launchBrowser({ downloads: folder });
  page = await browser.openExtensionPage('library.html#/rules');
  page.setDefaultTimeout(20_000);
  await page.locator('.zj-packs-test[data-ok=true]').waitFor({ timeout: 30_000 });
});

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a rule of the office', () => {
  it('is begun empty, says quietly what is still to be written, and finds fault only where somebody has been', async () => {
    await foot(0).click();
    await page.locator('.zj-rules-waits').filter({ hasText: '未命名规则' }).waitFor();
    expect(await saveButton().isDisabled()).toBe(true);
    expect(await page.locator('.zj-rule .zj-field-error').count()).toBe(0);
    await row('名称').locator('input').focus();
    await row('为什么').locator('textarea').focus();
    await row('名称').locator('.zj-field-error').waitFor();
    expect(await page.locator('.zj-rule .zj-field-error').count()).toBe(1);
    expect(await violations(page)).toEqual([]);
  });

  it('is written field by field, with an article from the laws', async () => {
    await row('名称').locator('input').fill('隔夜飞递');
    await addToken('短语', '隔夜飞递到手');
    await row('为什么').locator('textarea').fill('称隔夜即可取得报告，可能未经规定的检测程序。');
    await row('已知例外').locator('textarea').fill('寄送已出具的报告原件。');
    await row('下一步').locator('textarea').fill('核对送样和出具日期。');
    await row('法律依据').locator('input').fill('28');
    await page.keyboard.press('Enter');
    await row('法律依据').getByText('《广告法》第二十八条').waitFor();
    await page.locator('.zj-rules-problem').filter({ hasText: '样例' }).waitFor();
  });

  it('waits as it was left while another screen is open', async () => {
    await page.getByRole('link', { name: '设置' }).first().click();
    await page.locator('.zj-rules').waitFor({ state: 'detached' });
    await page.goBack();
    await page.getByText('已修改，未保存').waitFor();
    await row('法律依据').getByText('《广告法》第二十八条').waitFor();
  });

  it('cannot be saved while one of its own examples fails, and says which', async () => {
    await addExample(0, '质检报告隔夜飞递到手');
    await addExample(1, '本店报告隔夜飞递到手');
    await page.locator('.zj-rules-problem').filter({ hasText: '本店报告隔夜飞递到手' }).waitFor();
    await page.locator('.zj-examples li[data-state=fails]').waitFor();
    expect(await saveButton().isDisabled()).toBe(true);
    await page.locator('.zj-examples li[data-state=fails] button').click();
    await addExample(1, '警惕“质检报告隔夜飞递到手”的骗局');
    await page.locator('.zj-rules-head .zj-button-filled:not(:disabled)').waitFor();
  });

  it('is tried on a pasted text, and on an open page', async () => {
    await page.locator('.zj-live textarea').fill('检测报告隔夜飞递到手');
    await expect.poll(() => page.locator('.zj-live-paint .zj-hit-weak').allTextContents()).toEqual(['隔夜飞递到手']);
    await browser.context.route('http://own.example/', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: ADVERT }),
    );
    const visited = await browser.context.newPage();
    await visited.goto('http://own.example/');
    await browser.tabIdOf(visited);
    await page.bringToFront();
    await page.locator('.zj-page-test select').selectOption({ label: '办证 · own.example' });
    const found = () => page.locator('.zj-page-test mark').allTextContents();
    await expect
      .poll(
        async () => {
          await page.locator('.zj-page-choice button').click();
          return found();
        },
        { timeout: 20_000, interval: 1_000 },
      )
      .toEqual(['隔夜飞递到手']);
    expect(await violations(page)).toEqual([]);
    await visited.close();
  });

  it('is kept with a stamp, leaves as a file, goes after one question, and comes back from the file', async () => {
    await page.keyboard.press('Control+s');
    await expect.poll(stored).toMatchObject({
      pack: { version: '1.0.1', rules: [{ id: 'false-promise/office-1', name: '隔夜飞递' }] },
      stamp: { id: 'office', version: '1.0.1', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    const download = page.waitForEvent('download');
    await foot(2).click();
    const file = join(folder, 'written.json');
    await (await download).saveAs(file);
    await page.locator('.zj-rules-head').getByText('删除规则').click();
    await page.locator('dialog button[type=submit]').click();
    await page.locator('.zj-rules-rule').filter({ hasText: '隔夜飞递' }).waitFor({ state: 'detached' });
    await page.locator('.zj-rules-head .zj-button-filled:not(:disabled)').waitFor();
    await page.keyboard.press('Control+s');
    await expect.poll(stored).toMatchObject({ pack: { rules: [] } });
    await load('back.json', readFileSync(file));
    await page.locator('.zj-rules-rule').filter({ hasText: '隔夜飞递' }).waitFor();
  });

  it('is not taken from a file when one of its examples fails: the rule and the example are named', async () => {
    const written = JSON.parse(readFileSync(join(folder, 'written.json'), 'utf8'));
    written.rules[0].examples.hit = ['质检报告次日寄到'];
    await load('failing.json', JSON.stringify(written));
    await page.locator('.zj-rules-problem').filter({ hasText: '“隔夜飞递”的样例不成立' }).waitFor();
    await page.locator('.zj-rules-problem').filter({ hasText: '质检报告次日寄到' }).waitFor();
  });

  it.each([
    ['too large', 'x'.repeat(5_000_000), '上限'],
    ['not UTF-8', Buffer.from([0x7b, 0xb9, 0xe6, 0xd4, 0xf2]), 'UTF-8'],
    ['with a pattern', JSON.stringify({ ...EMPTY_OFFICE_PACK, pattern: '(a+)+$' }), 'pattern'],
  ])('a pack that is %s is refused with a sentence', async (_what, content, words) => {
    await load('hostile.json', content);
    await page.locator('.zj-rules-problem').filter({ hasText: words }).waitFor();
    await page.locator('.zj-rules-rule').filter({ hasText: '隔夜飞递' }).waitFor();
  });
});
