import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EvidenceRecord } from '../../utils/evidence/record.ts';
import type { TabReport } from '../../utils/reports/tab-report.ts';
import {
  type CaptureBench,
  coloursOf,
  hasEnded,
  pixelsOf,
  readItem,
  readLog,
  readText,
  startBench,
  until,
} from './capture-harness.ts';
import { ADVERT, BAND, bandColour, bandedPage } from './capture-pages.ts';

const HEIGHT = 21_300;
const SCRIPTED = `<!doctype html><meta charset="utf-8"><title>脚本</title><p>服务器</p><script>document.querySelector('p').textContent = '脚本'</script>`;
const PAGES = {
  '/long': bandedPage(HEIGHT),
  '/short': bandedPage(1500),
  '/advert': ADVERT,
  '/scripted': SCRIPTED,
  '/no-store': SCRIPTED,
};

/** Paint behind a strong claim on a light page. */
const MARK = [255, 211, 189];

async function sealedRecord(
  bench: CaptureBench,
  path: string,
  mode: 'full' | 'view' = 'full',
): Promise<EvidenceRecord> {
  const { page, tabId } = await bench.open(path);
  const { jobId } = await bench.client.send('startCapture', { tabId, mode });
  const job = await until(bench.client, jobId, hasEnded);
  expect(job).toMatchObject({ state: 'sealed' });
  await page.close();
  const item = await readItem(bench.client, job.itemId!);
  return item!.record;
}

/** Compares the colour in the middle of every band of the page with what the tiles show there. */
async function wrongBands(bench: CaptureBench, record: EvidenceRecord, height: number): Promise<string[]> {
  const wrong: string[] = [];
  const seen = new Set<number>();
  for (const tile of record.artefacts.filter(({ role }) => role === 'tile')) {
    const { y, height: shown, scale } = tile.region!;
    const first = Math.ceil((y - BAND / 2) / BAND);
    const bands = Array.from({ length: Math.ceil(height / BAND) }, (_, index) => index).filter(
      (band) => band >= first && band * BAND + BAND / 2 < y + shown,
    );
    const points = bands.map((band) => [600, Math.round((band * BAND + BAND / 2 - y) * scale)] as const);
    const { colours } = await pixelsOf(bench.client, record.id, tile.name, points);
    for (const [index, band] of bands.entries()) {
      seen.add(band);
      if (String(colours[index]) !== String(bandColour(band))) wrong.push(`${tile.name} ${band} ${colours[index]}`);
    }
  }
  for (let band = 0; band < height / BAND; band += 1) if (!seen.has(band)) wrong.push(`band ${band} is in no tile`);
  return wrong;
}

describe.each([
  ['with the debugging bar', []],
  ['without the debugging bar', ['--silent-debugger-extension-api']],
])('a full capture %s', (_name, args) => {
  let bench: CaptureBench;
  beforeAll(async () => {
    bench = await startBench(PAGES, { args });
  });
  afterAll(() => bench.close());

  it('shows every band of a long page once, in tiles whose shared rows agree', async () => {
    const record = await sealedRecord(bench, '/long');
    expect(record.method).toBe('debugger');
    expect(record.page.document.height).toBe(HEIGHT);
    expect(await wrongBands(bench, record, HEIGHT)).toEqual([]);
    const { tiles } = JSON.parse(await readText(bench.client, record.id, 'screenshot/tiles.json'));
    expect(
      tiles.map(({ check }: { check: { shared?: { differing: number } } }) => check.shared?.differing ?? 0),
    ).toEqual(tiles.map(() => 0));
  });
});

describe('what a capture holds', () => {
  let bench: CaptureBench;
  beforeAll(async () => {
    // The driven window is told a size that the debugging bar takes a piece of: views would show it black.
    bench = await startBench(PAGES, { args: ['--silent-debugger-extension-api'] });
  });
  afterAll(() => bench.close());

  it('keeps views, archive, source, facts and what is missing, each with its way of making', async () => {
    const record = await sealedRecord(bench, '/short');
    const roles = record.artefacts.map(({ role }) => role);
    for (const role of [
      'view-marked',
      'page-states',
      'view-before',
      'view-after',
      'tile',
      'archive',
      'source',
      'text',
      'metadata',
      'network',
      'environment',
      'findings',
      'certificates',
      'not-captured',
      'thumbnail',
    ])
      expect(roles).toContain(role);
    expect(record.artefacts.every(({ method }) => /[一-鿿]/.test(method))).toBe(true);
    expect(await readText(bench.client, record.id, 'page/page.mhtml')).toContain('multipart/related');
    expect(await readText(bench.client, record.id, 'page/text.txt')).toContain('第 14 段');
    expect(JSON.parse(await readText(bench.client, record.id, 'not-captured.json'))).toEqual(record.notCaptured);
  });

  it('keeps what the server sent beside what scripts made of it, without asking again; or says why not', async () => {
    const record = await sealedRecord(bench, '/scripted');
    expect(bench.asked.filter((path) => path === '/scripted')).toHaveLength(1);
    expect(await readText(bench.client, record.id, 'page/server.html')).toBe(SCRIPTED);
    expect(await readText(bench.client, record.id, 'page/source.html')).toContain('<p>脚本</p>');
    expect(record.artefacts.find(({ role }) => role === 'server-source')!.method).toContain('报告的一致');
    const other = await sealedRecord(bench, '/no-store');
    expect(other.artefacts.some(({ role }) => role === 'server-source')).toBe(false);
    expect(other.notCaptured.find(({ what }) => what.startsWith('服务器发来的 HTML'))?.reason).toContain(
      '没有为此再次向服务器请求',
    );
    expect(bench.asked.filter((path) => path === '/no-store')).toHaveLength(1);
  });

  it('tells the network facts of the very load, without the value of a cookie', async () => {
    const record = await sealedRecord(bench, '/short');
    const text = await readText(bench.client, record.id, 'network.json');
    const { load } = JSON.parse(text);
    expect(load).toMatchObject({ status: 200, ip: '127.0.0.1', fromCache: false, url: record.page.url });
    expect(load.responseHeaders.map(({ name }: { name: string }) => name.toLowerCase())).toContain('set-cookie');
    expect(text).not.toContain('secret');
  });

  it('captures the view alone when asked to', async () => {
    const record = await sealedRecord(bench, '/short', 'view');
    expect(record.method).toBe('view-only');
    expect(record.artefacts.some(({ role }) => role === 'tile')).toBe(false);
    const view = record.artefacts.find(({ role }) => role === 'view-before')!;
    const { colours } = await pixelsOf(bench.client, record.id, view.name, [[600, 150]]);
    expect(colours).toEqual([bandColour(1)]);
  });

  it('takes the marks off the page before the shots and puts them back; the marked copy is another file', async () => {
    const { page, tabId } = await bench.open('/advert');
    const report = await expect
      .poll(() => bench.client.send('getTabReport', { tabId }), { timeout: 10_000 })
      .toSatisfy(({ findings }: TabReport) => findings.some(({ level, rect }) => level === 'strong' && rect))
      .then(() => bench.client.send('getTabReport', { tabId }));
    const { rect } = report.findings.find(({ level, rect }) => level === 'strong' && rect)!;
    const points = Array.from(
      { length: 60 },
      (_, index) => [Math.round(rect!.x + (rect!.width * index) / 60), Math.round(rect!.y + rect!.height / 2)] as const,
    );
    const isMarked = (colours: number[][]) => colours.some((colour) => String(colour) === String(MARK));
    const onPage = async () => {
      const picture = `data:image/png;base64,${(await page.screenshot()).toString('base64')}`;
      return isMarked((await coloursOf(bench.client.page, picture, points)).colours);
    };
    await expect.poll(onPage).toBe(true);

    const { jobId } = await bench.client.send('startCapture', { tabId, mode: 'full' });
    const job = await until(bench.client, jobId, hasEnded);
    const { record } = (await readItem(bench.client, job.itemId!))!;
    expect(record.findings.map(({ phrase }) => phrase)).toEqual(report.findings.map(({ phrase }) => phrase));
    for (const { name } of record.artefacts.filter(({ role }) => ['view-before', 'view-after', 'tile'].includes(role)))
      expect(isMarked((await pixelsOf(bench.client, record.id, name, points)).colours), name).toBe(false);
    const copy = record.artefacts.find(({ role }) => role === 'annotated')!;
    expect(copy.derivedFrom).toEqual(['screenshot/tile-0001.png']);
    const edge = [[Math.round(rect!.x + 20), Math.round(rect!.y - 2)]] as const;
    const { colours } = await pixelsOf(bench.client, record.id, copy.name, edge);
    expect(colours).toEqual([[200, 68, 12]]);
    await expect.poll(onPage).toBe(true);
    await page.close();
  });

  it('scrolls and shoots where the debugger is unwanted, and puts the scroll position back', async () => {
    await bench.client.changeSettings({ captureMethod: 'scroll' });
    const { page, tabId } = await bench.open('/short');
    await page.evaluate(() => scrollTo(0, 333));
    const { jobId } = await bench.client.send('startCapture', { tabId, mode: 'full' });
    const job = await until(bench.client, jobId, hasEnded);
    const { record } = (await readItem(bench.client, job.itemId!))!;
    expect(record.method).toBe('scroll');
    expect(record.page.scroll.y).toBe(333);
    expect(await page.evaluate(() => scrollY)).toBe(333);
    expect(await wrongBands(bench, record, 1500)).toEqual([]);
    await bench.client.changeSettings({ captureMethod: 'debugger' });
    await page.close();
  });

  it('falls back to scrolling when the debugger is refused, and says so', async () => {
    await bench.browser.worker.evaluate(() => {
      chrome.debugger.attach = () => Promise.reject(new Error('Cannot attach to this target.'));
    });
    const record = await sealedRecord(bench, '/short');
    expect(record.method).toBe('scroll');
    expect(record.notCaptured).toContainEqual(
      expect.objectContaining({ what: '调试接口截图', reason: expect.stringContaining('Cannot attach') }),
    );
  });

  it('writes one line for the start and one for the seal of each capture', async () => {
    const acts = (await readLog(bench.client)).map(({ act }) => act);
    expect(acts.filter((act) => act === 'capture-started')).toHaveLength(8);
    expect(acts.filter((act) => act === 'captured')).toHaveLength(8);
    expect(acts).toHaveLength(16);
  });
});
