import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { CaptureJob } from '../utils/evidence/capture-job.ts';
import type { ExtensionBrowser } from './browser.ts';
import type { ExtensionClient } from './extension-client.ts';

const POLL_MS = 150;
const PATIENCE_MS = 300_000;

/** Waits until a capture has ended, however it ended. */
async function ended(client: ExtensionClient, jobId: string): Promise<CaptureJob> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const job = await client.send('getCaptureJob', { jobId });
    if (!job) throw new Error(`the capture ${jobId} is gone`);
    if (job.state !== 'running' && job.state !== 'paused') return job;
    await client.page.waitForTimeout(POLL_MS);
  }
  throw new Error(`the capture ${jobId} did not end within ${PATIENCE_MS / 1000} s`);
}

/**
 * Captures a tab and exports the sealed item from the library, as an officer does with two clicks.
 * @returns the path of the bundle
 * @throws when the capture did not seal, with the reason the officer would see
 */
export async function captureAndExport(
  browser: ExtensionBrowser,
  client: ExtensionClient,
  target: { page: Page; tabId: number; folder: string },
): Promise<string> {
  await target.page.bringToFront();
  const { jobId } = await client.send('startCapture', { tabId: target.tabId, mode: 'full' });
  const job = await ended(client, jobId);
  if (job.state !== 'sealed' || !job.itemId) {
    throw new Error(`the capture was not sealed: ${job.state} ${job.failure?.key ?? ''}`.trim());
  }
  const library = await browser.openExtensionPage(`library.html#/items/${job.itemId}`);
  try {
    const download = library.waitForEvent('download', { timeout: PATIENCE_MS });
    await library
      .getByRole('button', { name: /导出证据包|Export bundle/ })
      .first()
      .click();
    const bundle = await download;
    const path = join(target.folder, bundle.suggestedFilename());
    await bundle.saveAs(path);
    return path;
  } finally {
    await library.close();
  }
}
