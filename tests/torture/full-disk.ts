import { join } from 'node:path';
import { buildExtension, launchBrowser } from '../../cli/browser.ts';
import { ExtensionClient } from '../../cli/extension-client.ts';
import { CAPTURE_STEPS, type CaptureJob, type CaptureStep } from '../../utils/capture/capture-job.ts';
import { hasEnded } from '../e2e/capture-harness.ts';
import { bandedPage } from '../e2e/capture-pages.ts';
import { servePages } from '../e2e/page-server.ts';
import { brokenInvariants, lostSince, readStore, type StoreState } from './inspect-store.ts';
import type { Outcome } from './outcome.ts';
import { mountSmallDisk, type SmallDisk } from './small-disk.ts';

/** CSS px: tall enough that a capture lasts some seconds. */
const HEIGHT = 30_000;

/** Size of the small file system, and how much of it is left free in each round, MB. */
const DISK = 2048;
const LEFT = [24, 3, 0];

/** What another program leaves when it fills the disk in mid-capture, MB. */
const SCRAPS = [20, 2];

/** Room when a capture begins that runs into a full disk, MB: just enough to be let begin. */
const ENOUGH = 320;

/** How long a capture may take, in milliseconds. */
const CAPTURE_MS = 60_000;

/** What the officer is told when there is no room: refused before it begins, or stopped while it is written. */
const SENTENCES = ['error_storageLow', 'error_storageFull'];

/**
 * Captures on a file system of {@link DISK} MB that a ballast file fills up, before the capture and at each of its steps, and
 * once more when the ballast is gone. Linux, as root.
 */
export async function fullDisk(): Promise<Outcome> {
  const name = 'captures on a full disk';
  let disk: SmallDisk;
  try {
    disk = mountSmallDisk(DISK);
  } catch (error) {
    return { name, tried: 0, failures: [`no small file system: ${(error as Error).message}`], notes: [] };
  }
  try {
    return { name, ...(await captureOn(disk)) };
  } finally {
    disk.remove();
  }
}

async function captureOn(disk: SmallDisk): Promise<Omit<Outcome, 'name'>> {
  buildExtension();
  const server = await servePages({ '/long': bandedPage(HEIGHT) });
  const failures: string[] = [];
  const endings: string[] = [];
  const notes: string[] = [];
  const browser = await launchBrowser({ profile: join(disk.folder, 'profile') });
  try {
    const client = await ExtensionClient.open(browser);
    const page = await browser.context.newPage();
    await page.goto(server.url('/long'));
    const tabId = await browser.tabIdOf(page);
    const capture = async (fillAt?: CaptureStep, scrap = 0): Promise<string> => {
      await page.bringToFront();
      if (fillAt) disk.fill(ENOUGH);
      try {
        const { jobId } = await client.send('startCapture', { tabId, mode: 'full' });
        if (fillAt) await told(client, jobId, (job) => job.steps[fillAt].state !== 'waiting' || hasEnded(job));
        if (fillAt) disk.fill(scrap);
        const { state, failure } = await told(client, jobId, hasEnded);
        return state === 'sealed' ? state : [failure?.key, ...(failure?.values ?? [])].join(' ') || state;
      } catch (error) {
        return SENTENCES.find((sentence) => String(error).includes(sentence)) ?? String(error);
      }
    };
    if ((await capture()) !== 'sealed') failures.push('the first capture did not seal');
    let before: StoreState = await readStore(client.page);
    const round = async (name: string, how: string) => {
      endings.push(how);
      if (how !== 'sealed' && !SENTENCES.some((sentence) => how.startsWith(sentence))) failures.push(`${name}: ${how}`);
      disk.clear();
      const now = await readStore(client.page);
      notes.push(`${name}: ${how}, ${now.items.length} items`);
      failures.push(...[...brokenInvariants(now), ...lostSince(before, now)].map((line) => `${name}: ${line}`));
      before = now;
    };
    for (const left of LEFT) {
      disk.fill(left);
      await round(`${left} MB left`, await capture());
    }
    for (const scrap of SCRAPS)
      for (const step of CAPTURE_STEPS) await round(`${scrap} MB left at ${step}`, await capture(step, scrap));
    if (!endings.some((how) => how.startsWith('error_storageFull'))) failures.push('the disk never ran full');
    const after = await capture();
    if (after !== 'sealed') failures.push(`with room again: ${after}`);
  } finally {
    await browser.close();
    await server.close();
  }
  return { tried: LEFT.length + SCRAPS.length * CAPTURE_STEPS.length + 2, failures, notes };
}

/**
 * The job once it is as wanted, as the product tells it: to open the store here, past the product's own caution, would be what
 * loses it on a full disk, and an ending may have found no room to be written.
 */
async function told(client: ExtensionClient, jobId: string, wanted: (job: CaptureJob) => boolean): Promise<CaptureJob> {
  const deadline = Date.now() + CAPTURE_MS;
  for (;;) {
    const job = await client.send('getCaptureJob', { jobId });
    if (job && wanted(job)) return job;
    if (Date.now() > deadline) throw new Error('never ended');
    await client.page.waitForTimeout(30);
  }
}
