import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildExtension, launchBrowser } from '../../cli/browser.ts';
import { ExtensionClient } from '../../cli/extension-client.ts';
import { CAPTURE_STEPS } from '../../utils/evidence/capture-job.ts';
import { bandedPage } from '../e2e/capture-pages.ts';
import { servePages } from '../e2e/page-server.ts';
import { captureOn, takeInOn } from './full-disk-acts.ts';
import { brokenInvariants, lostSince, readStore } from './inspect-store.ts';
import type { Outcome } from './outcome.ts';
import { recordedBundle } from './recorded-items.ts';
import { mountSmallDisk, type SmallDisk } from './small-disk.ts';

/** CSS px: tall enough that a capture lasts some seconds. */
const HEIGHT = 30_000;

/** Size of the small file system, and how much of it is left free in each round, MB. */
const DISK = 2048;
const LEFT = [24, 3, 0];

/** What another program leaves when it fills the disk in mid-capture or mid-import, MB. */
const SCRAPS = [20, 2];

/** Room when a capture begins that runs into a full disk, MB: just enough to be let begin. */
const ENOUGH = 320;

/** Size of the recording in a bundle that is taken in; room that is too little for it, and enough until it is taken away, MB. */
const RECORDING = 100;
const TOO_LITTLE = 90;
const ENOUGH_TO_BEGIN = 180;

/** How an act on a full disk may end. */
const ENDINGS = ['sealed', 'imported', 'error_storageLow', 'error_storageFull'];

/**
 * Captures and imports on a file system of {@link DISK} MB that a ballast file fills up, before they begin and while they run,
 * and once more when the ballast is gone. Linux, as root.
 */
export async function fullDisk(): Promise<Outcome> {
  const name = 'captures and imports on a full disk';
  let disk: SmallDisk;
  try {
    disk = mountSmallDisk(DISK);
  } catch (error) {
    return { name, tried: 0, failures: [`no small file system: ${(error as Error).message}`], notes: [] };
  }
  const folder = mkdtempSync(join(tmpdir(), 'full-disk-bundles-'));
  try {
    return { name, ...(await fillUp(disk, folder)) };
  } finally {
    disk.remove();
    rmSync(folder, { recursive: true });
  }
}

async function fillUp(disk: SmallDisk, folder: string): Promise<Omit<Outcome, 'name'>> {
  buildExtension();
  const server = await servePages({ '/long': bandedPage(HEIGHT) });
  const failures: string[] = [];
  const notes: string[] = [];
  const endings: string[] = [];
  const browser = await launchBrowser({ profile: join(disk.folder, 'profile') });
  try {
    const client = await ExtensionClient.open(browser);
    const page = await browser.context.newPage();
    await page.goto(server.url('/long'));
    const scene = { disk, browser, client, page, tabId: await browser.tabIdOf(page) };
    const newBundle = async () => (await recordedBundle(mkdtempSync(join(folder, 'one-')), 1, RECORDING)).path;
    let before = await readStore(client.page);
    const round = async (what: string, act: Promise<string>, wanted?: string) => {
      const how = await act;
      endings.push(how);
      const isRight = wanted ? how === wanted : ENDINGS.some((ending) => how.startsWith(ending));
      if (!isRight) failures.push(`${what}: ${how}`);
      disk.clear();
      const now = await readStore(client.page);
      notes.push(`${what}: ${how}, ${now.items.length} items`);
      failures.push(...[...brokenInvariants(now), ...lostSince(before, now)].map((line) => `${what}: ${line}`));
      before = now;
    };

    await round('capture with room', captureOn(scene), 'sealed');
    for (const left of LEFT) {
      disk.fill(left);
      await round(`capture with ${left} MB left`, captureOn(scene));
    }
    for (const scrap of SCRAPS) {
      for (const step of CAPTURE_STEPS) {
        const room = { before: ENOUGH, step, after: scrap };
        await round(`capture with ${scrap} MB left at ${step}`, captureOn(scene, room));
      }
    }
    const tooLittle = takeInOn(scene, await newBundle(), { before: TOO_LITTLE });
    await round(`import with ${TOO_LITTLE} MB left`, tooLittle, 'error_storageFull');
    for (const scrap of SCRAPS) {
      const room = { before: ENOUGH_TO_BEGIN, after: scrap };
      await round(`import with ${scrap} MB left in the middle`, takeInOn(scene, await newBundle(), room));
    }
    if (!endings.some((how) => how.startsWith('error_storageFull'))) failures.push('the disk never ran full');
    await round('capture with room again', captureOn(scene), 'sealed');
    await round('import with room again', takeInOn(scene, await newBundle()), 'imported');
  } finally {
    await browser.close();
    await server.close();
  }
  return { tried: endings.length, failures, notes };
}
