import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { buildExtension, launchBrowser } from '../../cli/browser.ts';
import { openFileBlob } from '../../cli/file-blob.ts';
import { openBag } from '../../utils/bundle/bag-file.ts';
import { itemsOf, readRecord } from '../../utils/bundle/check-seals.ts';
import { verifyBundle } from '../../utils/bundle/verify-bundle.ts';
import { canonicalJson } from '../../utils/evidence/canonical-json.ts';
import type { EvidenceItem } from '../../utils/evidence/record.ts';
import { browserMemory, growthDuring } from '../bench/browser-memory.ts';
import { layOnDesk, takeIn } from './library-desk.ts';
import type { Outcome } from './outcome.ts';
import { recordedBundle } from './recorded-items.ts';

const MEGABYTE = 1024 * 1024;

/** What the extension's processes may hold above idle, MB. */
const ALLOWED_MEGABYTES = 400;

/** How often memory is read, in milliseconds; reading takes time from the browser. */
const READ_MS = 200;

/** How long one step may take, in milliseconds for each MB and beside. */
const STEP_MS = 500;
const BESIDE_MS = 60_000;

/**
 * A bundle with one recording of `megabytes` is taken into the library of a real browser, read back there, and exported again,
 * once into a file that the officer chooses and once as a download, while the browser's memory is watched.
 * @param encrypted whether the library is under a passphrase
 */
export async function largeExport(megabytes: number, encrypted = false): Promise<Outcome> {
  buildExtension();
  const folder = mkdtempSync(join(tmpdir(), 'large-export-'));
  const [profile, downloads] = [join(folder, 'profile'), join(folder, 'downloads')];
  mkdirSync(downloads);
  const failures: string[] = [];
  const notes: string[] = [];
  const { items, path: bundle } = await recordedBundle(folder, 1, megabytes);
  const browser = await launchBrowser({ profile, downloads });
  try {
    const page = await browser.openExtensionPage('library.html');
    page.setDefaultTimeout(BESIDE_MS + megabytes * STEP_MS);
    await page.locator('header').waitFor();
    if (encrypted) await setPassphrase(page);
    const idle = browserMemory(profile);
    const step = async (name: string, work: () => Promise<void>) => {
      const started = performance.now();
      const growth = await growthDuring(profile, work, { idle, everyMs: READ_MS });
      const rate = megabytes / ((performance.now() - started) / 1000);
      const [extension = 0, all = 0] = [growth?.extension, growth?.all].map((bytes = 0) => bytes / MEGABYTE);
      notes.push(`${name}: +${extension.toFixed(0)} MB, whole browser +${all.toFixed(0)} MB, ${rate.toFixed(0)} MB/s`);
      if (extension > ALLOWED_MEGABYTES) failures.push(`${name}: memory grew by ${extension.toFixed(0)} MB`);
    };
    const compare = async (name: string, path: string) =>
      failures.push(...(await differences(path, items[0]!)).map((line) => `${name}: ${line}`));

    await step('check', () => layOnDesk(page, bundle));
    await step('import', async () => {
      await takeIn(page);
      await page.locator('.zj-desk-outcome').waitFor();
    });
    await step('read back', () => readBack(page));
    await step('export to a file', () => exportToFile(page));
    await compare('exported file', largestFile(profile));
    let downloaded = '';
    await step('export as a download', async () => {
      downloaded = await exportAsDownload(page);
    });
    await compare('downloaded file', downloaded);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
  const library = encrypted ? 'an encrypted library' : 'the library';
  return { name: `bundle of ${megabytes} MB through ${library}`, tried: 2, failures, notes };
}

async function setPassphrase(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/settings';
  });
  const group = page.locator('.zj-settings-group').filter({ has: page.locator('.zj-passphrase, .zj-lock-acts') });
  for (const field of [0, 1]) await group.locator('input[type=password]').nth(field).fill('一个足够长的库口令1');
  await group.getByRole('button').click();
  await group.locator('.zj-lock-acts').waitFor();
  await page.evaluate(() => {
    location.hash = '#/items';
  });
}

/** An item is read back and hashed again when it is opened. */
async function readBack(page: Page): Promise<void> {
  await page.locator('.zj-verdict-acts .zj-button-filled').click();
  await page.locator('.zj-item-check-intact').waitFor();
}

/** A headless browser has no dialog: a file that only the extension sees stands for the one that the officer would choose. */
async function exportToFile(page: Page): Promise<void> {
  await page.evaluate(() => {
    const showSaveFilePicker = async ({ suggestedName }: { suggestedName: string }) =>
      (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });
    Object.assign(globalThis, { showSaveFilePicker });
  });
  await exportAll(page);
  await page.locator('.zj-export-done').waitFor();
}

/** As in browsers that let no page write into a chosen file. */
async function exportAsDownload(page: Page): Promise<string> {
  await page.evaluate(() => Object.assign(globalThis, { showSaveFilePicker: undefined }));
  const download = page.waitForEvent('download');
  await exportAll(page);
  return (await download).path();
}

async function exportAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/items';
  });
  const row = page.locator('tbody tr');
  await row.first().waitFor();
  if (!(await row.locator('input:checked').count())) await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+e');
}

/** Where Chromium keeps the file is its own affair; nothing else there is as large but the item itself. */
function largestFile(profile: string): string {
  const files = readdirSync(join(profile, 'Default', 'File System'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return files.reduce((one, other) => (statSync(other).size > statSync(one).size ? other : one));
}

/** What an exported bundle does not hold, or holds otherwise than the item that it was made of. */
async function differences(path: string, item: EvidenceItem): Promise<string[]> {
  const zip = await openFileBlob(path);
  const verdict = await verifyBundle(zip);
  const failed = verdict.checks.filter(({ state }) => state === 'failed').map(({ name }) => name);
  const bag = await openBag(zip);
  const records = await Promise.all(itemsOf(bag).map((id) => readRecord(bag, id)));
  const same = records.length === 1 && canonicalJson(records[0]) === canonicalJson(item.record);
  return [...(verdict.ok ? [] : [`checks failed: ${failed.join()}`]), ...(same ? [] : ['another record'])];
}
