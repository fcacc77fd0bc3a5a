import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildExtension, launchBrowser } from '../../cli/browser.ts';
import { ExtensionClient } from '../../cli/extension-client.ts';
import { bandedPage } from '../e2e/capture-pages.ts';
import { growthDuring } from './browser-memory.ts';
import { median } from './statistics.ts';

/** One click to sealed on a long page, against the bare tiles of the same page over the debugger, in the same run. */
export interface CaptureBench {
  /** Height of the page, CSS px. */
  height: number;
  rounds: number;
  /** Medians, milliseconds. */
  captureMs: number;
  bareTilesMs: number;
  /** Median of the per-round ratios. */
  ratio: number;
  /**
   * Most memory above idle during one capture, MB (10⁶ bytes), as the sum of PSS: the extension's processes, and all of the
   * browser's. Null without `/proc`.
   */
  extensionMemoryMb: number | null;
  browserMemoryMb: number | null;
}

const HEIGHT = 33_000;
const TILE = 4000;

/** The tiles and nothing else, as a naive tool would take them: attach, wait for the bar, shoot, detach. */
async function bareTiles(client: ExtensionClient, tabId: number): Promise<number> {
  return client.page.evaluate(
    async ([id, height, tile]) => {
      const began = performance.now();
      await chrome.debugger.attach({ tabId: id }, '1.3');
      const { cssContentSize } = (await chrome.debugger.sendCommand({ tabId: id }, 'Page.getLayoutMetrics')) as {
        cssContentSize: { width: number };
      };
      for (let y = 0; y < height; y += tile) {
        const clip = { x: 0, y, width: cssContentSize.width, height: Math.min(tile, height - y), scale: 1 };
        await chrome.debugger.sendCommand({ tabId: id }, 'Page.captureScreenshot', {
          format: 'png',
          captureBeyondViewport: true,
          clip,
        });
      }
      await chrome.debugger.detach({ tabId: id });
      return performance.now() - began;
    },
    [tabId, HEIGHT, TILE] as const,
  );
}

async function wholeCapture(client: ExtensionClient, tabId: number): Promise<number> {
  const began = performance.now();
  const { jobId } = await client.send('startCapture', { tabId, mode: 'full' });
  for (;;) {
    const job = await client.send('getCaptureJob', { jobId });
    if (job?.state === 'sealed') return performance.now() - began;
    if (job?.state !== 'running') throw new Error(`the capture ended as ${job?.state} ${job?.failure?.key ?? ''}`);
    await client.page.waitForTimeout(20);
  }
}

/** Measures in a real Chromium with the built extension. @throws NoBrowserError */
export async function benchCapture(rounds: number): Promise<CaptureBench> {
  buildExtension();
  const page = bandedPage(HEIGHT);
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const profile = mkdtempSync(join(tmpdir(), 'bench-'));
  const browser = await launchBrowser({ profile, args: ['--silent-debugger-extension-api'] });
  try {
    const client = await ExtensionClient.open(browser);
    const tab = await browser.context.newPage();
    await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const tabId = await browser.tabIdOf(tab);
    await tab.bringToFront();
    const bare: number[] = [];
    const whole: number[] = [];
    // The first capture of a fresh browser tells the memory and warms up; it is not timed.
    const growth = await growthDuring(profile, () => wholeCapture(client, tabId));
    await bareTiles(client, tabId);
    for (let round = 0; round < rounds; round += 1) {
      bare.push(await bareTiles(client, tabId));
      whole.push(await wholeCapture(client, tabId));
    }
    const megabytes = (bytes: number | undefined) => (bytes === undefined ? null : Math.round(bytes / 1e6));
    return {
      height: HEIGHT,
      rounds,
      captureMs: median(whole),
      bareTilesMs: median(bare),
      ratio: median(whole.map((ms, round) => ms / bare[round]!)),
      extensionMemoryMb: megabytes(growth?.extension),
      browserMemoryMb: megabytes(growth?.all),
    };
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
