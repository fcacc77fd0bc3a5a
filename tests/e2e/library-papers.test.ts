import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionBrowser, launchBrowser } from '../../cli/browser.ts';
import { zipFiles } from '../bundle/unpack.ts';
import { violations } from './axe.ts';
import { openLibrary, storedSetting } from './library-page.ts';
import { officeSeeds, SAMPLE_CASES } from './library-seeds.ts';
import { makeRows, seedStore } from './seed-library.ts';

const WAIT = { timeout: 60_000 };

let browser: ExtensionBrowser;
let page: Page;
let folder: string;

const open = (hash: string) => openLibrary(page, browser, hash);

const stored = (key: string) => storedSetting(page, key);

/** The words of a downloaded .docx. */
async function docxWords(download: Download): Promise<string> {
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  const [, xml] = (await zipFiles(new Blob([readFileSync(path)]))).find(([name]) => name === 'word/document.xml')!;
  return new TextDecoder().decode(xml).replace(/<[^>]+>/g, '');
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhengjian-papers-'));
  browser = await launchBrowser({ downloads: folder });
  page = await browser.openExtensionPage('library.html');
  await page.locator('header').waitFor();
  await seedStore(page, await makeRows(await officeSeeds(browser.context), SAMPLE_CASES));
});

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

/** The cases as they are stored, as JSON; runs in the page. */
const readCases = () =>
  new Promise<string>((resolve, reject) => {
    const opening = indexedDB.open('zhengjian');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const reading = opening.result.transaction('cases').objectStore('cases').getAll();
      reading.onsuccess = () => {
        opening.result.close();
        resolve(JSON.stringify(reading.result));
      };
    };
  });

describe('the office’s own paper', () => {
  const upload = async (path: string) => {
    const chooser = page.waitForEvent('filechooser');
    await page.locator('.zj-paper').first().locator('.zj-template .zj-button').first().click();
    await (await chooser).setFiles(path);
  };

  it('is refused as a template when it is none, with the reason', async () => {
    await open('#/settings');
    const path = join(folder, 'broken.docx');
    await writeFile(path, 'not a package');
    await page.locator('.zj-paper').first().waitFor();
    await upload(path);
    await page.locator('.zj-paper .zj-note-missing').waitFor(WAIT);
    expect(await stored('paperTemplates')).toBeUndefined();
  });

  it('is taken in with its digest, names what it lacks, and numbers are set beside it', async () => {
    const lines = ['本局笔录 {{文号}}', '证据 {{证据编号}}，局长 {{局长姓名}}', '{{电子数据清单}}'];
    const document = new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] });
    const path = join(folder, 'ours.docx');
    await writeFile(path, Buffer.from(await Packer.toArrayBuffer(document)));
    await upload(path);
    await page.locator('.zj-paper .zj-note-weak').filter({ hasText: '{{局长姓名}}' }).waitFor(WAIT);
    const pattern = page.locator('.zj-paper').first().locator('input').nth(1);
    await pattern.fill('示市监〔{年}〕{号3}号');
    await pattern.press('Enter');
    await expect
      .poll(() => stored('settings'))
      .toMatchObject({ papers: { 'extraction-record': { numberPattern: '示市监〔{年}〕{号3}号' } } });
    expect(await violations(page)).toEqual([]);
  });

  it('is what the list makes of the chosen items, under a number that stays theirs', async () => {
    const year = new Date().getFullYear();
    const make = async () => {
      await open('#/items');
      for (const title of ['某某检测认证服务', '三天拿证讲解第 12 期'])
        await page.getByRole('row').filter({ hasText: title }).locator('.zj-checkbox').click();
      await page.locator('.zj-export').getByRole('button', { name: '制作文书' }).click();
      const download = page.waitForEvent('download', WAIT);
      await page.getByRole('menuitem').first().click();
      // The office's own placeholder is asked for like every other blank.
      await page.getByRole('dialog').getByLabel('局长姓名').waitFor(WAIT);
      await page.getByRole('dialog').locator('button[type=submit]').click();
      return docxWords(await download);
    };
    const words = await make();
    expect(words).toContain(`本局笔录 示市监〔${year}〕001号`);
    expect(words).toContain('E20261123-0007、E20261120-0009');
    expect(words).toContain('（待填）');
    expect(words).toContain('screenshot/tile-0001.png');
    expect(words).not.toContain('{{');
    expect(await make()).toContain(`〔${year}〕001号`);
  });

  it('is on record with each item: number, digest and template', async () => {
    await open('#/items/E20261120-0009/documents');
    const row = page.locator('.zj-documents tbody tr').first();
    await row.filter({ hasText: '001号' }).filter({ hasText: 'ours.docx' }).waitFor(WAIT);
    await open('#/items/E20261120-0009/custody');
    await page
      .locator('.zj-custody-own .zj-custody-detail')
      .filter({ hasText: 'ours.docx SHA-256' })
      .first()
      .waitFor(WAIT);
  });
});

describe('a second officer', () => {
  it('confirms what was compared, and the list tells confirmed items from others', async () => {
    const officers = [
      { name: '张三', licence: '3500001' },
      { name: '李四', licence: '3500002' },
    ];
    await page.evaluate(async (list) => {
      const { settings } = await chrome.storage.local.get('settings');
      await chrome.storage.local.set({ settings: { ...(settings as object), officers: list } });
    }, officers);
    await open('#/items/E20261123-0004');
    await page.locator('.zj-item-check-intact').waitFor(WAIT);
    await page.getByRole('button', { name: /^(复核|Confirm)$/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('.zj-checkbox').first().click();
    expect(await violations(page)).toEqual([]);
    await dialog.locator('button[type=submit]').click();
    await page.locator('.zj-item-title .zj-chip-ok').filter({ hasText: '李四' }).waitFor(WAIT);
    await open('#/items');
    await page.getByRole('button', { name: /^(已复核|Confirmed)/ }).click();
    await expect.poll(() => page.locator('tbody tr').count(), WAIT).toBe(1);
  });
});

describe('what a person types', () => {
  it('moves a deadline and stands in the summary table', async () => {
    await open('#/cases/2026-011/facts');
    const extended = page.getByLabel('延长期限批准日');
    await extended.waitFor();
    expect(await violations(page)).toEqual([]);
    await extended.fill('2026-11-24');
    await page.locator('h1').click();
    await expect.poll(() => page.evaluate(readCases)).toContain('"2026-11-24"');
    await open('#/items');
    const row = page.getByRole('row').filter({ hasText: '某某检测认证服务' });
    // The thirty working days run into a year whose calendar nobody has announced: no day is guessed.
    await row.filter({ hasText: /待国务院公告|not announced/ }).waitFor(WAIT);
    await open('#/statistics');
    const cell = page.locator('.zj-campaign tbody tr').first().locator('input').nth(4);
    await cell.fill('2');
    await cell.press('Enter');
    await expect.poll(() => page.locator('.zj-campaign tfoot td').nth(4).textContent()).toBe('2');
    expect(await violations(page)).toEqual([]);
    const download = page.waitForEvent('download', WAIT);
    await page.locator('.zj-statistics-head .zj-button-filled').click();
    expect((await download).suggestedFilename()).toMatch(/^summary-.*\.xlsx$/);
  });
});
