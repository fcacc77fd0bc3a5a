import type { Page } from 'playwright-core';
import type { ExtensionBrowser } from '../../cli/browser.ts';
import type { ExtensionClient } from '../../cli/extension-client.ts';
import zh from '../../public/_locales/zh_CN/messages.json' with { type: 'json' };
import type { CaptureJob, CaptureStep } from '../../utils/evidence/capture-job.ts';
import { hasEnded } from '../e2e/capture-harness.ts';
import { endOfTakingIn, layOnDesk, takeIn } from './library-desk.ts';
import type { SmallDisk } from './small-disk.ts';

/** How long an act may take, in milliseconds. */
const ACT_MS = 60_000;

/** What the officer is told when there is no room: refused before it begins, or stopped while it is written. */
const SENTENCES = ['error_storageLow', 'error_storageFull'];

export interface Scene {
  disk: SmallDisk;
  browser: ExtensionBrowser;
  client: ExtensionClient;
  /** The page to capture, and its tab. */
  page: Page;
  tabId: number;
}

/**
 * Captures the page, with `before` MB when it begins and `after` MB once it has come to `step`, or with the room there is.
 * @returns `sealed`, or the key of the reason
 */
export async function captureOn(
  { disk, client, page, tabId }: Scene,
  room?: { before: number; step: CaptureStep; after: number },
): Promise<string> {
  await page.bringToFront();
  if (room) disk.fill(room.before);
  try {
    const { jobId } = await client.send('startCapture', { tabId, mode: 'full' });
    if (room) {
      await told(client, jobId, (job) => job.steps[room.step].state !== 'waiting' || hasEnded(job));
      disk.fill(room.after);
    }
    const { state, failure } = await told(client, jobId, hasEnded);
    return state === 'sealed' ? state : [failure?.key, ...(failure?.values ?? [])].join(' ') || state;
  } catch (error) {
    return SENTENCES.find((sentence) => String(error).includes(sentence)) ?? String(error);
  }
}

/**
 * The job once it is as wanted, as the product tells it: to open the store here, past the product's own caution, would be what
 * loses it on a full disk, and an ending may have found no room to be written.
 */
async function told(client: ExtensionClient, jobId: string, wanted: (job: CaptureJob) => boolean): Promise<CaptureJob> {
  const deadline = Date.now() + ACT_MS;
  for (;;) {
    const job = await client.send('getCaptureJob', { jobId });
    if (job && wanted(job)) return job;
    if (Date.now() > deadline) throw new Error('never ended');
    await client.page.waitForTimeout(30);
  }
}

/**
 * Takes a bundle in, with `before` MB when it begins and `after` MB once its files are being written.
 * @returns `imported`, or the reason
 */
export async function takeInOn(
  { disk, browser }: Scene,
  bundle: string,
  { before, after }: { before?: number; after?: number } = {},
): Promise<string> {
  const page = await browser.openExtensionPage('library.html');
  page.setDefaultTimeout(ACT_MS);
  try {
    await layOnDesk(page, bundle);
    if (before !== undefined) disk.fill(before);
    await takeIn(page);
    if (after !== undefined) {
      await page.getByText(zh.import_running.message.split(' ', 1)[0]!).waitFor();
      disk.fill(after);
    }
    const how = await endOfTakingIn(page);
    return how === zh.error_storageFull.message ? 'error_storageFull' : how;
  } finally {
    await page.close();
  }
}
