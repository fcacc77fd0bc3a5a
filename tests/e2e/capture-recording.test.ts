import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WINDOW } from '../../cli/browser.ts';
import { type CaptureBench, hasEnded, readBytes, readItem, startBench, until } from './capture-harness.ts';
import { bandedPage } from './capture-pages.ts';

/** What stands at the beginning of every Matroska file. */
const EBML = '1a45dfa3';

const PASSPHRASE = '城东所 2026 证据库';

let bench: CaptureBench;
beforeAll(async () => {
  bench = await startBench(
    { '/short': bandedPage(1500).replace('长页面', 'session') },
    // Stands in for the officer at the browser's picker.
    { window: WINDOW, args: ['--silent-debugger-extension-api', '--auto-select-tab-capture-source-by-title=session'] },
  );
  await bench.client.changeSettings({ recordSession: true });
});
afterAll(() => bench?.close());

/** Starts a recording of the page in view and waits until its first parts are written. */
async function record(): Promise<Page> {
  const recorder = await bench.browser.openExtensionPage('recording.html');
  const blank = bench.browser.context.waitForEvent('page');
  await recorder.locator('.zj-button').click();
  expect((await blank).url()).toBe('about:blank');
  await expect.poll(() => partsOf(recorder), { timeout: 20_000 }).toBeGreaterThan(0);
  return recorder;
}

const partsOf = (page: Page) =>
  page.evaluate(async () => {
    let parts = 0;
    const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('recordings', { create: true });
    type Folder = FileSystemDirectoryHandle & { values(): AsyncIterable<FileSystemHandle> };
    for await (const folder of (root as Folder).values())
      for await (const file of (folder as Folder).values()) {
        // A part that is being written is empty until it is closed.
        if (file.name.startsWith('part-') && (await (file as FileSystemFileHandle).getFile()).size > 0) parts += 1;
      }
    return parts;
  });

/** The first bytes of what lies there of a recording, hex. */
const startOfFirstPart = (page: Page) =>
  page.evaluate(async () => {
    type Folder = FileSystemDirectoryHandle & { values(): AsyncIterable<FileSystemHandle> };
    const root = (await (await navigator.storage.getDirectory()).getDirectoryHandle('recordings')) as Folder;
    for await (const folder of root.values())
      for await (const file of (folder as Folder).values())
        if (file.name.startsWith('part-000001')) {
          const start = (await (file as FileSystemFileHandle).getFile()).slice(0, 64);
          return [...new Uint8Array(await start.arrayBuffer())]
            .map((byte) => byte.toString(16).padStart(2, '0'))
            .join('');
        }
    return '';
  });

async function captured(page: Page, tabId: number) {
  await page.bringToFront();
  const { jobId } = await bench.client.send('startCapture', { tabId, mode: 'full' });
  const job = await until(bench.client, jobId, hasEnded);
  expect(job).toMatchObject({ state: 'sealed' });
  const { record } = (await readItem(bench.client, job.itemId!))!;
  return { record, recording: record.artefacts.find(({ role }) => role === 'recording') };
}

async function expectVideo(itemId: string, recording: { name: string; size: number; sha256: string }) {
  const bytes = await readBytes(bench.client, itemId, recording.name);
  expect(bytes.length).toBe(recording.size);
  expect(bytes.subarray(0, 4).toString('hex')).toBe(EBML);
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(recording.sha256);
}

it('records from a blank tab to the seal, and seals the recording with the capture', async () => {
  const { page, tabId } = await bench.open('/short');
  const recorder = await record();
  const { record: sealed, recording } = await captured(page, tabId);
  expect(recording).toMatchObject({ name: 'recording/session.webm', mediaType: 'video/webm' });
  expect(recording!.method).toMatch(/由浏览器录制一个标签页，自 .+ 起，至 .+ 结束/);
  await expectVideo(sealed.id, recording!);
  expect(sealed.notCaptured.map(({ what }) => what)).not.toContain('录屏');
  // What is sealed with the item lies nowhere else.
  await expect.poll(() => partsOf(bench.client.page)).toBe(0);
  await recorder.close();
  await page.close();
});

it('keeps a recording whose window was closed, and says that it was cut off', async () => {
  const { page, tabId } = await bench.open('/short');
  const recorder = await record();
  await recorder.close({ runBeforeUnload: false });
  const { record: sealed, recording } = await captured(page, tabId);
  expect(recording!.method).toMatch(/于 .+ 中断/);
  await expectVideo(sealed.id, recording!);
  expect(sealed.notCaptured).toContainEqual(
    expect.objectContaining({ what: '录屏', reason: expect.stringContaining('中断') }),
  );
  await page.close();
});

it('says that nothing was recorded where the office records', async () => {
  const { page, tabId } = await bench.open('/short');
  const { record: sealed, recording } = await captured(page, tabId);
  expect(recording).toBeUndefined();
  expect(sealed.notCaptured).toContainEqual({ what: '录屏', reason: '取证时没有录屏' });
  await page.close();
});

it('keeps a recording encrypted under a passphrase until it is sealed', async () => {
  const { page, tabId } = await bench.open('/short');
  const library = await bench.browser.openExtensionPage('library.html#/settings');
  const passphrases = library
    .locator('.zj-settings-group', { has: library.getByRole('button', { name: '设置口令并加密' }) })
    .locator('input[type=password]');
  for (const at of [0, 1]) await passphrases.nth(at).fill(PASSPHRASE);
  await library.getByRole('button', { name: '设置口令并加密' }).click();
  const acts = library.locator('.zj-lock-acts');
  await acts.waitFor();
  const recorder = await record();
  expect(await startOfFirstPart(recorder)).not.toContain(EBML);
  const { record: sealed, recording } = await captured(page, tabId);
  await library.bringToFront();
  await acts.getByRole('button', { name: '取消口令' }).click();
  await library.locator('.zj-passphrase input[type=password]').fill(PASSPHRASE);
  await library.locator('.zj-passphrase').getByRole('button', { name: '取消口令' }).click();
  await library.getByRole('button', { name: '设置口令并加密' }).waitFor();
  await expectVideo(sealed.id, recording!);
  expect(sealed.notCaptured.map(({ what }) => what)).not.toContain('录屏');
  await expect.poll(() => partsOf(bench.client.page)).toBe(0);
  for (const each of [recorder, library, page]) await each.close();
});
