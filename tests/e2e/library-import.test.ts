import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionBrowser, launchBrowser } from '../../cli/browser.ts';
import { openFileBlob } from '../../cli/file-blob.ts';
import { verifyBundle } from '../../utils/bundle/verify-bundle.ts';
import { violations } from './axe.ts';
import { openLibrary } from './library-page.ts';
import { officeSeeds } from './library-seeds.ts';
import { makeRows, seedStore } from './seed-library.ts';

const WAIT = { timeout: 60_000 };

let folder: string;
let bundle: string;
/** The same items, one of them with an addendum that was made after the first bundle left. */
let later: string;
let receiver: ExtensionBrowser;
let page: Page;

const open = (hash: string) => openLibrary(page, receiver, hash);

const choose = async (path: string) => {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^(核对证据包|Check a? ?bundle)$/ }).click();
  await (await chooser).setFiles(path);
};

/** Bundles of two items as the first office's browser exports them, before and after it corrected a reading. */
async function exportBundles(): Promise<[string, string]> {
  const giver = await launchBrowser({ downloads: folder });
  try {
    const library = await giver.openExtensionPage('library.html');
    await library.locator('header').waitFor();
    await seedStore(library, await makeRows((await officeSeeds(giver.context)).slice(0, 2)));
    await library.reload();
    await library.locator('tbody tr').nth(1).waitFor(WAIT);
    const handOver = async (name: string) => {
      await library.locator('tbody tr').nth(1).waitFor(WAIT);
      await library.keyboard.press('Control+a');
      const download = library.waitForEvent('download', WAIT);
      await library.keyboard.press('Control+e');
      const path = join(folder, name);
      await (await download).saveAs(path);
      return path;
    };
    const first = await handOver('handed-over.zip');
    await library.goto(`chrome-extension://${giver.id}/library.html#/items/E20261123-0007/certificates`);
    const field = library.locator('.zj-cert-field', { hasText: 'MM2026-JC-00417' });
    await field.hover();
    await field.getByRole('button', { name: /更正|Correct/ }).click();
    await library.locator('.zj-cert-edit input').fill('MM2024-JC-00417');
    await library.keyboard.press('Enter');
    await library.getByText('MM2024-JC-00417', { exact: true }).waitFor(WAIT);
    await library.goto(`chrome-extension://${giver.id}/library.html#/items`);
    return [first, await handOver('handed-over-later.zip')];
  } finally {
    await giver.close();
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhengjian-import-'));
  [bundle, later] = await exportBundles();
  receiver = await launchBrowser({ downloads: folder });
  page = await receiver.openExtensionPage('library.html');
});

afterAll(async () => {
  await receiver?.close();
  await rm(folder, { recursive: true, force: true });
});

/** A damaged item is exported by itself, and every reader of the bundle is told what does not hold. */
async function exportsWithItsDamageNamed(itemId: string): Promise<void> {
  await open(`#/items/${itemId}`);
  await page.locator('.zj-item-check-damaged').waitFor(WAIT);
  const download = page.waitForEvent('download', WAIT);
  await page.keyboard.press('Control+e');
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/_damaged\.zip$/);
  await page.getByText(/已导出，1 个文件不一致|1 files do not hold/).waitFor(WAIT);
  const path = join(folder, 'damaged-item.zip');
  await file.saveAs(path);
  const { checks } = await verifyBundle(await openFileBlob(path));
  expect(checks.filter(({ state }) => state === 'failed')).toMatchObject([{ name: 'records', declared: true }]);
}

describe('a bundle handed to another office', () => {
  it('is refused when it is damaged, with the file that does not hold', async () => {
    const bytes = readFileSync(bundle);
    bytes[Math.floor(bytes.length / 3)]! ^= 1;
    const path = join(folder, 'damaged.zip');
    await writeFile(path, bytes);
    await open('#/items');
    await choose(path);
    await page.locator('.zj-verdict-result[data-ok=false]').waitFor(WAIT);
    await page.locator('.zj-desk-file[data-state=differs]').first().waitFor();
    expect(await page.locator('.zj-verdict-acts .zj-button-filled').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
  });

  it('is checked, its unknown key registered, and taken in', async () => {
    await open('#/items');
    await choose(bundle);
    await page.locator('.zj-verdict-result[data-ok=true]').waitFor(WAIT);
    expect(await page.locator('.zj-desk-item').count()).toBe(2);
    const start = page.locator('.zj-verdict-acts .zj-button-filled');
    expect(await start.isDisabled()).toBe(true);
    expect(await violations(page)).toEqual([]);
    for (const left of [1, 0]) {
      await page.locator('.zj-desk-register input').first().fill('某某区局');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('.zj-desk-register').count(), WAIT).toBe(left);
    }
    await start.click();
    await page.locator('.zj-desk-outcome').waitFor(WAIT);
    await start.click();
    await page.locator('.zj-item-check-intact').waitFor(WAIT);
  });

  it('stands in the list with a log that goes on and holds', async () => {
    await open('#/items');
    await expect.poll(() => page.locator('tbody tr').count(), WAIT).toBe(2);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/items\/E\d+-\d+-[0-9a-f]{8}/);
    await page.getByRole('tablist').waitFor();
    await page.keyboard.press('5');
    await expect.poll(() => page.locator('.zj-custody-verdict[data-intact=true]').count(), WAIT).toBe(2);
    const own = page.locator('.zj-custody-own tbody');
    await own.getByText(/已登记：某某区局/).waitFor();
    const earlier = page.locator('.zj-custody-earlier tbody');
    await earlier.getByText(/封存 \d+ 个文件/).waitFor(WAIT);
    expect(await violations(page)).toEqual([]);
  });

  it('is not taken in twice', async () => {
    await open('#/items');
    await choose(bundle);
    await page.locator('.zj-verdict-result[data-ok=true]').waitFor(WAIT);
    expect(await page.locator('.zj-verdict-acts .zj-button-filled').count()).toBe(0);
  });

  it('brings the addendum that the other office made since, and shows it', async () => {
    await open('#/items');
    await choose(later);
    await page.locator('.zj-desk-item', { hasText: /将补入附页|Addenda to be added/ }).waitFor(WAIT);
    await page.locator('.zj-verdict-acts .zj-button-filled').click();
    const outcome = page.locator('.zj-desk-outcome', { hasText: /补入附页 0001|addenda 0001 added/ });
    await outcome.waitFor(WAIT);
    expect(await violations(page)).toEqual([]);
    await page.locator('.zj-verdict-acts .zj-button-filled').click();
    await page.locator('.zj-item-check-intact').waitFor(WAIT);
    await page.keyboard.press('3');
    await page.getByText('MM2024-JC-00417', { exact: true }).waitFor(WAIT);
  });

  it('is quarantined when a file of it is lost, and mended from the bundle', async () => {
    const itemId = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          indexedDB.open('zhengjian').onsuccess = (event) => {
            const database = (event.target as IDBOpenDBRequest).result;
            const store = database.transaction('artefacts', 'readwrite').objectStore('artefacts');
            store.openCursor().onsuccess = (found) => {
              const cursor = (found.target as IDBRequest<IDBCursorWithValue>).result;
              cursor.update({ ...cursor.value, blob: new Blob(['lost']) }).onsuccess = () => {
                database.close();
                resolve(cursor.value.itemId);
              };
            };
          };
        }),
    );
    await open('#/items');
    await expect.poll(() => page.locator('tbody tr').count(), WAIT).toBe(2);
    await page.getByRole('button', { name: /核对全部|Check all/ }).click();
    const notice = page.locator('.zj-notice .zj-note-missing');
    await notice.waitFor(WAIT);
    await page.keyboard.press('Control+a');
    await page
      .locator('.zj-export-note')
      .filter({ hasText: /隔离|left out/ })
      .waitFor(WAIT);
    expect(await violations(page)).toEqual([]);
    await exportsWithItsDamageNamed(itemId);
    await open('#/items');
    await choose(bundle);
    await page.locator('.zj-desk-item .zj-chip-weak').waitFor(WAIT);
    await page.locator('.zj-verdict-acts .zj-button-filled').click();
    await page.locator('.zj-desk-outcome').waitFor(WAIT);
    await page.locator('.zj-verdict-acts button').first().click();
    await expect.poll(() => notice.count(), WAIT).toBe(0);
  });
});
