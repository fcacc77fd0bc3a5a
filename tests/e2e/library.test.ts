import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionBrowser, launchBrowser } from '../../cli/browser.ts';
import { unpack } from '../bundle/unpack.ts';
import { violations } from './axe.ts';
import { openLibrary } from './library-page.ts';
import { officeSeeds, SAMPLE_CASES } from './library-seeds.ts';
import { makeRows, seedStore } from './seed-library.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhengjian-library-'));

let browser: ExtensionBrowser;
let page: Page;

const row = (title: string) => page.getByRole('row').filter({ hasText: title });
const open = (hash: string) => openLibrary(page, browser, hash);
const logActs = async (itemId: string) => {
  await open(`#/items/${itemId}/custody`);
  await page.locator('.zj-table tbody tr').first().waitFor();
  for (const fold of await page.locator('.zj-table button[aria-expanded=false]').all()) await fold.click();
  return page.locator('.zj-table tbody tr td:nth-child(3)').allTextContents();
};

beforeAll(async () => {
  browser = await launchBrowser({ downloads: folder });
  page = await browser.openExtensionPage('library.html');
  await page.locator('header').waitFor();
  await seedStore(page, await makeRows(await officeSeeds(browser.context), SAMPLE_CASES));
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the list', () => {
  it('shows every item with its thumbnail, marks and place', async () => {
    await open('#/items');
    await row('某某检测认证服务').waitFor();
    expect(await page.locator('tbody tr').count()).toBe(12);
    await page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLImageElement>('tbody img')].every((image) => image.naturalWidth > 0),
    );
    expect(await page.locator('tbody img').count()).toBe(12);
    expect(await row('某某检测认证服务').textContent()).toMatch(/mm-jiance\.example/);
    const panelHere = await page.evaluate(async () => {
      const { id } = (await chrome.tabs.getCurrent())!;
      return (await chrome.sidePanel.getOptions({ tabId: id! })).enabled;
    });
    expect(panelHere).toBe(false);
    expect(await violations(page)).toEqual([]);
  });

  it('counts under filters, narrows, and takes them back with Escape', async () => {
    await open('#/items');
    await row('某某检测认证服务').waitFor();
    const column = page.getByRole('navigation').filter({ has: page.locator('fieldset') });
    await column.getByRole('button', { name: '2026-009' }).click();
    await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 2);
    await column.getByRole('button', { name: 'shop-a.example' }).click();
    await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 2);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 12);
  });

  it('searches, says when nothing matches, and clears', async () => {
    await open('#/items');
    await row('某某检测认证服务').waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('三天拿证');
    await page.waitForFunction(() => document.querySelector('tbody tr')?.textContent?.includes('三天拿证'));
    await page.keyboard.press('Control+k');
    await page.keyboard.type('E20991231-0001');
    await page.locator('.zj-empty').waitFor();
    await page.locator('.zj-empty button').click();
    await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 12);
  });

  it('moves, picks and opens by keys', async () => {
    await open('#/items');
    await row('某某检测认证服务').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(() => document.querySelector('[aria-selected=true]')?.textContent?.includes('真伪'));
    await page.keyboard.press(' ');
    expect(await page.locator('tbody input:checked').count()).toBe(1);
    await page.keyboard.press('Control+a');
    expect(await page.locator('tbody input:checked').count()).toBe(12);
    await page.keyboard.press('Escape');
    expect(await page.locator('tbody input:checked').count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.waitForURL(/E20261123-0003/);
  });
});

describe('one item', () => {
  it('is hashed again when opened, and both acts are logged', async () => {
    await open('#/items/E20261123-0007');
    await page.locator('.zj-item-check-intact').waitFor();
    await expect.poll(() => logActs('E20261123-0007')).toEqual(expect.arrayContaining(['查看', '核对']));
  });

  it('draws boxes where the words stand, at any scale', async () => {
    await open('#/items/E20261123-0007');
    await page.waitForFunction(
      () =>
        [...document.querySelectorAll<HTMLImageElement>('.zj-desk img')].filter((image) => image.complete).length === 3,
    );
    const place = () =>
      page.evaluate(() => {
        const desk = document.querySelector('.zj-desk-page')!.getBoundingClientRect();
        const box = document.querySelector('.zj-box-strong')!.getBoundingClientRect();
        return { x: (box.x - desk.x) / desk.width, width: desk.width };
      });
    const fitted = await place();
    await page.keyboard.press('0');
    await page.waitForFunction(() => document.querySelector('.zj-picture-scale')?.textContent === '100%');
    const whole = await place();
    expect(whole.width).toBeCloseTo(1366, 0);
    expect(whole.x).toBeCloseTo(fitted.x, 3);
    await page.keyboard.press('o');
    expect(await page.locator('.zj-box').count()).toBe(0);
    await page.keyboard.press('o');
    await page.keyboard.press('j');
    expect(await page.locator('.zj-box[aria-pressed=true] .zj-box-disc').textContent()).toBe('2');
    expect(await violations(page)).toEqual([]);
  });

  it('shows the source as characters that do not run', async () => {
    await open('#/items/E20261123-0007');
    await page.getByRole('radio').nth(2).click();
    await page.waitForFunction(() => document.querySelector('pre')?.textContent?.includes('<script>alert(1)'));
    expect(await page.locator('pre *').count()).toBe(0);
  });

  it('names damaged files', async () => {
    await open('#/items');
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          indexedDB.open('zhengjian').onsuccess = (event) => {
            const database = (event.target as IDBOpenDBRequest).result;
            const transaction = database.transaction('artefacts', 'readwrite');
            transaction.objectStore('artefacts').put({
              itemId: 'E20261120-0002',
              name: 'screenshot/tile-0001.png',
              blob: new Blob(['not the picture']),
            });
            transaction.oncomplete = () => {
              database.close();
              resolve(null);
            };
          };
        }),
    );
    await open('#/items/E20261120-0002/findings');
    const alert = page.locator('.zj-item-check-damaged');
    await alert.waitFor();
    expect(await alert.getAttribute('title')).toBe('screenshot/tile-0001.png');
  });

  it.each(['findings', 'certificates', 'environment', 'custody'])('has no axe violations in %s', async (tab) => {
    await open(`#/items/E20261123-0007/${tab}`);
    await page.locator('.zj-item-check-intact').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('keeps notes and decisions in the log', async () => {
    await open('#/items/E20261123-0004');
    await page.locator('.zj-item-check-intact').waitFor();
    await page.locator('.zj-note-field textarea').fill('已电话联系页面所留号码，无人接听。');
    await page.keyboard.press('Control+Enter');
    await page.locator('.zj-side-acts button').first().click();
    await page.locator('.zj-side-finding[data-dismissed=true]').waitFor();
    await page.locator('.zj-item-acts select').first().selectOption('investigating');
    await expect.poll(() => logActs('E20261123-0004')).toContain('变更状态');
    const details = page.locator('.zj-custody-detail');
    await details.filter({ hasText: '无人接听' }).waitFor();
    await details.filter({ hasText: '当天出证' }).waitFor();
    await details.filter({ hasText: '状态改为核查中' }).waitFor();
    expect(await page.locator('.zj-custody-verdict').getAttribute('data-intact')).toBe('true');
  });

  it('makes one paper at a time, asking first for what no record knows', async () => {
    await open('#/items/E20261123-0007/documents');
    await page.locator('.zj-documents li').nth(2).locator('button').first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('广告主、经营者、发布者').fill('广告主某某公司');
    expect(await violations(page)).toEqual([]);
    const download = page.waitForEvent('download');
    await dialog.locator('button[type=submit]').click();
    expect((await download).suggestedFilename()).toBe('E20261123-0007 案件线索移送函.docx');
    await page.locator('.zj-toast').filter({ hasText: '案件线索移送函.docx' }).waitFor();
    await expect.poll(() => page.locator('.zj-documents tbody tr').count()).toBe(1);
    // Made again, it asks only for what was left open, and knows what was said.
    await page.locator('.zj-documents li').nth(2).locator('button').first().click();
    await expect.poll(() => dialog.getByLabel('广告主、经营者、发布者').inputValue()).toBe('广告主某某公司');
    await page.keyboard.press('Escape');
  });

  it('goes whole, after one question with a reason that stays in the log', async () => {
    await open('#/items/E20261028-0001');
    await page.locator('.zj-item-check-intact').waitFor();
    await page.locator('.zj-item-acts .zj-icon-button').click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('button[type=submit]').click();
    await dialog.locator('[aria-invalid=true]').waitFor();
    await dialog.locator('textarea').fill('重复取证，以 E20261123-0003 为准');
    await dialog.locator('button[type=submit]').click();
    await page.waitForURL(/#\/items$/);
    await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 11);
    const last = await page.evaluate(
      () =>
        new Promise<{ act: string; detail: string }>((resolve) => {
          indexedDB.open('zhengjian').onsuccess = (event) => {
            const database = (event.target as IDBOpenDBRequest).result;
            const request = database.transaction('custody').objectStore('custody').openCursor(null, 'prev');
            request.onsuccess = () => resolve(request.result!.value);
          };
        }),
    );
    expect(last).toMatchObject({ act: 'deleted', detail: '重复取证，以 E20261123-0003 为准' });
  });
});

describe('export', () => {
  it('hands over a bundle whose manifest sha256sum accepts, and logs it', async () => {
    await open('#/items');
    await row('某某检测认证服务').locator('.zj-checkbox').click();
    await row('质检报告快速办理').locator('.zj-checkbox').click();
    const download = page.waitForEvent('download');
    await page.keyboard.press('Control+e');
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^E20261\w+-\w+\+1_.*\.zip$/);
    const zip = join(folder, 'bundle.zip');
    await file.saveAs(zip);
    const bag = await unpack(zip, join(folder, 'unpacked'));
    const checked = execFileSync('sha256sum', ['-c', 'manifest-sha256.txt'], { cwd: bag, encoding: 'utf8' });
    expect(
      checked
        .trim()
        .split('\n')
        .every((line) => line.endsWith(': OK')),
    ).toBe(true);
    expect(checked).toContain('screenshot/tile-0001.png');
    expect(checked).toContain('data/documents/extraction-record.docx');
    await page.locator('.zj-export-done').waitFor();
    expect(await logActs('E20261123-0007')).toEqual(expect.arrayContaining([expect.stringMatching(/导出|Exported/)]));
  });

  it('starts from the button of the item page', async () => {
    await open('#/items/E20261123-0003');
    await page.locator('.zj-item-check-intact').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /导出证据包|Export bundle/ }).click();
    expect((await download).suggestedFilename()).toMatch(/^E20261123-0003_/);
    await page.getByRole('status').filter({ hasText: 'E20261123-0003_' }).waitFor();
  });

  it('lets a damaged item out only by itself, in a bundle that says so by its name and names the file to the officer', async () => {
    await open('#/items/E20261120-0002');
    await page.locator('.zj-item-check-damaged').waitFor();
    await page.locator('.zj-item-quarantine', { hasText: 'screenshot/tile-0001.png' }).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /导出证据包|Export bundle/ }).click();
    expect((await download).suggestedFilename()).toMatch(/^E20261120-0002_.+_damaged\.zip$/);
    await page
      .getByRole('status')
      .filter({ hasText: /1 个文件不一致|1 files do not hold/ })
      .waitFor();
  });
});

describe('the list and its address', () => {
  it('is found again as it was left, with the item’s place in it', async () => {
    await open('#/items?status=pending&sort=deadline');
    await page.locator('tbody tr[aria-selected=true]').waitFor();
    const total = await page.locator('tbody tr').count();
    await page.keyboard.press('ArrowDown');
    await page.waitForURL(/at=/);
    await page.keyboard.press('Enter');
    const place = (text: string) =>
      page.waitForFunction((want) => document.querySelector('.zj-item-neighbours span')?.textContent === want, text);
    await place(`2 / ${total}`);
    await page.keyboard.press(']');
    await place(`3 / ${total}`);
    await page.locator('.zj-item-path a').click();
    await page.locator('tbody tr[aria-selected=true]').waitFor();
    expect(await page.locator('tbody tr').count()).toBe(total);
    expect(new URL(page.url()).hash).toContain('sort=deadline');
  });

  it('files many at once under a new case, whose page names them', async () => {
    await open('#/items?host=shop-b.example');
    await page.locator('tbody tr').first().waitFor();
    await page.keyboard.press('Control+a');
    await page.getByRole('button', { name: /^(归入|File under)/ }).click();
    await page.getByRole('menuitem').first().click();
    await page.waitForURL(/#\/cases\//);
    await page.locator('#tab-evidence').click();
    await page.locator('.zj-case-row').first().waitFor();
    expect(await page.locator('.zj-case-row').count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
  });
});
