import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CAPTURE_STEPS } from '../../utils/evidence/capture-job.ts';
import { brokenInvariants, readStore } from '../torture/inspect-store.ts';
import {
  type CaptureBench,
  countOf,
  hasEnded,
  readItem,
  readJob,
  readLog,
  startBench,
  until,
} from './capture-harness.ts';
import { bandedPage } from './capture-pages.ts';
import { stopWorker } from './stop-worker.ts';

const PAGES = { '/long': bandedPage(16_000), '/short': bandedPage(1500), '/other': bandedPage(900) };

/** The shortest document that the browser shows by its own viewer. */
const PDF =
  '%PDF-1.1\n1 0 obj<</Pages 2 0 R/Type/Catalog>>endobj 2 0 obj<</Kids[3 0 R]/Count 1/Type/Pages>>endobj 3 0 obj<</Parent 2 0 R/MediaBox[0 0 9 9]/Type/Page>>endobj trailer<</Root 1 0 R>>';

describe('how captures end', () => {
  let bench: CaptureBench;
  beforeAll(async () => {
    bench = await startBench(PAGES, { args: ['--silent-debugger-extension-api'] });
  });
  afterAll(() => bench.close());

  /** Starts a full capture and waits until its tiles are being taken. */
  async function inMidTiles() {
    const { page, tabId } = await bench.open('/long');
    const { jobId } = await bench.client.send('startCapture', { tabId, mode: 'full' });
    await until(bench.client, jobId, (job) => (job.steps.tiles.done ?? 0) >= 1);
    return { page, tabId, jobId };
  }

  it.each([0, 120, 500, 1000])('is whole or reported when the worker stops %i ms after the start', async (ms) => {
    const items = await countOf(bench.client, 'items');
    const { page, tabId } = await bench.open('/long');
    const { jobId } = await bench.client.send('startCapture', { tabId, mode: 'full' });
    await bench.client.page.waitForTimeout(ms);
    await stopWorker(bench.client.page);
    // Any message wakes the worker; it takes up what was cut off.
    await bench.client.send('getCaptureJob', { jobId });
    const job = await until(bench.client, jobId, hasEnded);
    expect(job.state).toBe('sealed');
    expect(await countOf(bench.client, 'items')).toBe(items + 1);
    expect(await countOf(bench.client, 'staged')).toBe(0);
    const { record } = (await readItem(bench.client, job.itemId!))!;
    const tiles = record.artefacts.filter(({ role }) => role === 'tile');
    expect(tiles.map(({ region }) => region!.y)).toEqual([0, 3960, 7920, 11_880, 15_840].slice(0, tiles.length));
    expect(tiles.at(-1)!.region!.y + tiles.at(-1)!.region!.height).toBe(16_000);
    await page.close();
  });

  it('is interrupted when the worker stops and the page is gone before it wakes', async () => {
    const { page, jobId } = await inMidTiles();
    await stopWorker(bench.client.page);
    await page.close();
    await bench.client.send('getCaptureJob', { jobId });
    const job = await until(bench.client, jobId, hasEnded);
    expect(job).toMatchObject({ state: 'interrupted', failure: { key: expect.stringMatching(/^error_capture/) } });
    expect(job.itemId).toBeUndefined();
    await bench.client.send('discardCapture', { jobId });
    expect(await countOf(bench.client, 'staged')).toBe(0);
  });

  it('leaves nothing but one line when it is cancelled', async () => {
    const items = await countOf(bench.client, 'items');
    const before = (await readLog(bench.client)).length;
    const { page, jobId } = await inMidTiles();
    await bench.client.send('cancelCapture', { jobId });
    expect(await readJob(bench.client, jobId)).toMatchObject({ state: 'cancelled' });
    expect(await countOf(bench.client, 'staged')).toBe(0);
    expect(await countOf(bench.client, 'items')).toBe(items);
    const acts = (await readLog(bench.client)).slice(before).map(({ act }) => act);
    expect(acts).toEqual(['capture-started', 'capture-cancelled']);
    await page.close();
  });

  it('is interrupted, and not sealed, when the page is left', async () => {
    const items = await countOf(bench.client, 'items');
    const { page, jobId } = await inMidTiles();
    await page.goto(new URL('/other', page.url()).href);
    const job = await until(bench.client, jobId, hasEnded);
    expect(job).toMatchObject({ state: 'interrupted', failure: { key: 'error_captureNavigated' } });
    expect(await countOf(bench.client, 'items')).toBe(items);
    await expect(bench.client.send('resumeCapture', { jobId })).rejects.toThrow('error_captureNavigated');
    await bench.client.send('discardCapture', { jobId });
    expect(await countOf(bench.client, 'staged')).toBe(0);
    await page.close();
  });

  it.each(CAPTURE_STEPS)('is sealed although the worker stops in the step %s', async (step) => {
    const { page, tabId } = await bench.open('/long');
    const { jobId } = await bench.client.send('startCapture', { tabId, mode: 'full' });
    // A short step may be over before it is seen.
    await until(bench.client, jobId, (job) => job.steps[step].state !== 'waiting' || hasEnded(job));
    await stopWorker(bench.client.page);
    await bench.client.send('getCaptureJob', { jobId });
    const job = await until(bench.client, jobId, hasEnded);
    expect(job.state).toBe('sealed');
    expect(await countOf(bench.client, 'staged')).toBe(0);
    await page.close();
  });

  it('is sealed under a chain that holds when the clock is set back an hour in mid-capture', async () => {
    const { page, jobId } = await inMidTiles();
    await bench.browser.worker.evaluate(() => {
      const Clock = Date;
      const back = 3_600_000;
      globalThis.Date = class extends Clock {
        constructor(...args: [] | [number]) {
          super(...((args.length ? args : [Clock.now() - back]) as [number]));
        }
        static override now = () => Clock.now() - back;
      } as DateConstructor;
    });
    const job = await until(bench.client, jobId, hasEnded);
    expect(job.state).toBe('sealed');
    const { record } = (await readItem(bench.client, job.itemId!))!;
    expect(Date.parse(record.sealedAt)).toBeLessThan(Date.parse(record.startedAt));
    expect(brokenInvariants(await readStore(bench.client.page))).toEqual([]);
    expect(record.notCaptured.map(({ what }) => what)).toContain('前后一致的时钟');
    await stopWorker(bench.client.page);
    await page.close();
  });

  it('is interrupted when the tab is closed', async () => {
    const { page, jobId } = await inMidTiles();
    await page.close();
    const job = await until(bench.client, jobId, hasEnded);
    expect(job).toMatchObject({ state: 'interrupted', failure: { key: 'error_captureTabClosed' } });
    await bench.client.send('discardCapture', { jobId });
  });

  it('waits while another tab is in front, and goes on when its own is back', async () => {
    await bench.client.changeSettings({ captureMethod: 'scroll' });
    const { page, tabId } = await bench.open('/short');
    const { jobId } = await bench.client.send('startCapture', { tabId, mode: 'full' });
    await until(bench.client, jobId, (job) => (job.steps.tiles.done ?? 0) >= 1);
    await bench.client.page.bringToFront();
    await until(bench.client, jobId, (job) => job.state === 'paused');
    await page.bringToFront();
    const job = await until(bench.client, jobId, hasEnded);
    expect(job.state).toBe('sealed');
    await bench.client.changeSettings({ captureMethod: 'debugger' });
    await page.close();
  });

  it('answers a second start on the same tab with the capture that runs there', async () => {
    const { page, tabId, jobId } = await inMidTiles();
    expect(await bench.client.send('startCapture', { tabId, mode: 'full' })).toEqual({ jobId });
    await bench.client.send('cancelCapture', { jobId });
    await page.close();
  });

  it.each([
    ['chrome://version/', 'error_captureBrowserPage'],
    ['about:blank', 'error_captureBrowserPage'],
    ['view-source:data:text/plain,text', 'error_captureSourceView'],
    // Nothing of the store has to be reached: its address is enough.
    ['https://chromewebstore.google.com/detail/x', 'error_captureStorePage'],
  ])('refuses %s in one sentence before anything is written', async (address, key) => {
    const jobs = await countOf(bench.client, 'jobs');
    const tabId = await bench.client.page.evaluate(async (url) => {
      const { id } = await chrome.tabs.create({ url, active: true });
      while ((await chrome.tabs.get(id!)).status !== 'complete') await new Promise((done) => setTimeout(done, 20));
      return id!;
    }, address);
    await expect(bench.client.send('startCapture', { tabId, mode: 'full' })).rejects.toThrow(key);
    expect(await countOf(bench.client, 'jobs')).toBe(jobs);
    await bench.client.page.evaluate((id) => chrome.tabs.remove(id), tabId);
  });
});

it('refuses a PDF file, which the browser shows by a viewer of its own', async () => {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/pdf' }).end(PDF);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bench = await startBench({});
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/paper.pdf`;
    const tabId = await bench.client.page.evaluate(async (address) => {
      const { id } = await chrome.tabs.create({ url: address, active: true });
      while ((await chrome.tabs.get(id!)).status !== 'complete') await new Promise((done) => setTimeout(done, 20));
      return id!;
    }, url);
    await expect(bench.client.send('startCapture', { tabId, mode: 'full' })).rejects.toThrow('error_capturePdf');
    expect(await countOf(bench.client, 'jobs')).toBe(0);
  } finally {
    await bench.close();
    server.closeAllConnections();
    server.close();
  }
});

describe('a disk that is nearly full', () => {
  let bench: CaptureBench;
  beforeAll(async () => {
    bench = await startBench(PAGES, { args: ['--silent-debugger-extension-api'] });
  });
  afterAll(() => bench.close());

  it('is found before the first step', async () => {
    const { page, tabId } = await bench.open('/long');
    // The limit holds for as long as the session that sets it.
    const session = await bench.client.page.context().newCDPSession(bench.client.page);
    const origin = await bench.client.page.evaluate(() => location.origin);
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 });
    await expect(bench.client.send('startCapture', { tabId, mode: 'full' })).rejects.toThrow('error_storageLow');
    expect(await countOf(bench.client, 'jobs')).toBe(0);
    await session.detach();
    await page.close();
  });
});

describe('pictures whose reader is taken away', () => {
  /** A paper drawn as a picture, which a capture has read before it freezes what was found. */
  const PAPER = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>证书</title><body><script>
    const canvas = Object.assign(document.createElement('canvas'), { width: 900, height: 1270 });
    const context = canvas.getContext('2d');
    context.fillStyle = '#fff'; context.fillRect(0, 0, 900, 1270);
    context.fillStyle = '#111'; context.font = '44px sans-serif';
    ['质量管理体系认证证书', '证书编号 00126Q30001R0M', '发证机构 某某认证有限公司', '颁发日期 2026年3月15日']
      .forEach((line, index) => context.fillText(line, 90, 200 + index * 120));
    document.body.append(Object.assign(new Image(), { src: canvas.toDataURL(), alt: '认证证书' }));
  </script>`;
  let bench: CaptureBench;
  beforeAll(async () => {
    bench = await startBench({ '/paper': PAPER }, { args: ['--silent-debugger-extension-api'] });
  });
  afterAll(() => bench.close());

  it('are said to be unread or read again, and the capture is sealed', async () => {
    const { page, tabId } = await bench.open('/paper');
    const { jobId } = await bench.client.send('startCapture', { tabId, mode: 'full' });
    let closed = 0;
    let job = await until(bench.client, jobId, () => true);
    while (!hasEnded(job)) {
      closed += await bench.client.page.evaluate(() =>
        chrome.offscreen.closeDocument().then(
          () => 1,
          () => 0,
        ),
      );
      await bench.client.page.waitForTimeout(50);
      job = await until(bench.client, jobId, () => true);
    }
    expect(job.failure).toBeUndefined();
    expect(closed).toBeGreaterThan(0);
    expect(job.state).toBe('sealed');
    await page.close();
  });
});

describe('a page that crashes', () => {
  let bench: CaptureBench;
  beforeAll(async () => {
    bench = await startBench(PAGES, { args: ['--silent-debugger-extension-api'] });
  });
  afterAll(() => bench.close());

  it('interrupts its capture, which is named and leaves nothing when it is discarded', async () => {
    // A renderer that dies under a shot of the debugger now and then takes the headless browser with it.
    await bench.client.changeSettings({ captureMethod: 'scroll' });
    const { page, tabId } = await bench.open('/long');
    const { jobId } = await bench.client.send('startCapture', { tabId, mode: 'full' });
    await until(bench.client, jobId, (job) => (job.steps.tiles.done ?? 0) >= 1);
    const session = await page.context().newCDPSession(page);
    // Never answered by a page that is gone.
    session.send('Page.crash').catch(() => undefined);
    const job = await until(bench.client, jobId, hasEnded);
    expect(job.state).toBe('interrupted');
    expect((await readLog(bench.client)).map(({ act }) => act)).toEqual(['capture-started', 'capture-interrupted']);
    await bench.client.send('discardCapture', { jobId });
    expect(await countOf(bench.client, 'staged')).toBe(0);
  });
});
