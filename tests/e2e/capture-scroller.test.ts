import { afterAll, beforeAll, expect, it } from 'vitest';
import { WINDOW } from '../../cli/browser.ts';
import { type CaptureBench, hasEnded, pixelsOf, readItem, readText, startBench, until } from './capture-harness.ts';
import { BAND, bandColour } from './capture-pages.ts';

const BANDS = 52;
const CLAIM = 37;

const bands = Array.from({ length: BANDS }, (_, index) => {
  const text = index === CLAIM ? '<span id="claim">质检报告，当天出证</span>' : `第 ${index} 段`;
  return `<div class="band" style="background:rgb(${bandColour(index)})">${text}</div>`;
}).join('');

/** A mini-shop: head, side bar, and a list that scrolls by itself behind a shadow root. */
const SHOP = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>小店</title><style>
  body{margin:0;height:100vh;overflow:hidden;font:16px sans-serif;display:grid;grid-template:64px 1fr/220px 1fr}
  header{grid-column:1/3;background:#eee}</style><header>店铺</header><nav>分类</nav><x-list></x-list>
  <template id="list"><style>:host{display:block;min-height:0}section{height:100%;overflow-y:auto}
  .band{height:${BAND}px;box-sizing:border-box;padding:24px}</style><section>${bands}</section></template><script>
  customElements.define('x-list', class extends HTMLElement { constructor() { super();
    this.attachShadow({ mode: 'open' }).append(document.getElementById('list').content.cloneNode(true)); } });</script>`;

/** Content that comes when the page is scrolled moves a claim that was read before. */
const SHIFTING = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>示例</title><style>
  body{margin:0;font:20px/40px sans-serif} div{height:1500px}</style><section></section><div>示例</div>
  <p id="claim">检测报告代办，当天出证，包过不过退款。</p><div>结尾</div><script>
  addEventListener('scroll', () => { document.querySelector('section').style.height = '700px'; }, { once: true });</script>`;

/** A frame of another site whose own document scrolls, and one of the same site that holds a list. Both stand below the fold. */
const FEED = `<!doctype html><html lang="zh"><meta charset="utf-8"><style>body{margin:0;font:16px sans-serif}
  .band{height:${BAND}px;box-sizing:border-box;padding:24px}</style>${bands}`;
const LIST = `<!doctype html><html lang="zh"><meta charset="utf-8"><style>body{margin:0} div{margin:20px;height:300px;overflow:auto;width:360px}
  p{margin:0;height:90px}</style><div>${'<p style="background:rgb(20,90,160)">列表</p>'.repeat(10)}</div>`;
const FRAMES = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>框架</title><style>body{margin:0;font:16px sans-serif}
  header{height:1200px} iframe{display:block;border:7px solid #333;padding:5px;margin:0 0 40px 60px}</style><header>页首</header>
  <iframe id="feed" width="700" height="500"></iframe><iframe src="/list" width="420" height="340"></iframe><script>
  document.getElementById('feed').src = location.origin.replace('127.0.0.1', 'localhost') + '/feed';</script>`;

let bench: CaptureBench;
beforeAll(async () => {
  const args = ['--silent-debugger-extension-api'];
  bench = await startBench(
    { '/shop': SHOP, '/shifting': SHIFTING, '/frames': FRAMES, '/feed': FEED, '/list': LIST },
    { window: WINDOW, args },
  );
});
afterAll(() => bench?.close());

it('offers the part of a page that scrolls by itself and captures the whole of it', async () => {
  const { page, tabId } = await bench.open('/shop');
  const inner = page.locator('x-list section');
  await inner.evaluate((element) => element.scrollTo(0, 330));
  await expect
    .poll(async () => (await bench.client.send('getTabReport', { tabId })).findings.length, { timeout: 20_000 })
    .toBeGreaterThan(0);
  const before = await page.content();
  const scrollers = await bench.client.send('findScrollers', { tabId });
  expect(scrollers).toMatchObject([{ contentHeight: BANDS * BAND }]);

  const { path } = scrollers[0]!;
  const { jobId } = await bench.client.send('startCapture', {
    tabId,
    mode: 'scroller',
    scrollers: [{ frameId: 0, path }],
  });
  const job = await until(bench.client, jobId, hasEnded);
  expect(job).toMatchObject({ state: 'sealed' });
  const { record } = (await readItem(bench.client, job.itemId!))!;
  expect(record.method).toBe('scroll');
  expect(await page.content()).toBe(before);
  expect(await inner.evaluate((element) => element.scrollTop)).toBe(330);

  const pieces = record.artefacts.filter(({ role }) => role === 'stitched');
  expect(pieces.map(({ region }) => [region!.y, region!.height])).toEqual([
    [0, 4000],
    [4000, BANDS * BAND - 4000],
  ]);
  const wrong: string[] = [];
  for (const { name, region } of pieces) {
    const from = region!.y / BAND;
    const indexes = Array.from({ length: region!.height / BAND }, (_, index) => from + index);
    const points = indexes.map((band) => [500, (band - from) * BAND + BAND / 2] as const);
    const { colours } = await pixelsOf(bench.client, record.id, name, points);
    for (const [at, band] of indexes.entries())
      if (String(colours[at]) !== String(bandColour(band))) wrong.push(`${band}: ${colours[at]}`);
  }
  expect(wrong).toEqual([]);

  const { tiles } = JSON.parse(await readText(bench.client, record.id, 'screenshot/tiles.json'));
  const compared = tiles
    .slice(1)
    .map(({ check }: { check: { shared: { pixels: number; differing: number } } }) => check.shared);
  expect(
    compared.every(({ pixels, differing }: { pixels: number; differing: number }) => pixels > 0 && differing === 0),
  ).toBe(true);
  // The claim is boxed where it stands in the content.
  const [place] = pieces.flatMap(({ places = [] }) => places);
  expect(Math.floor(place!.y / BAND)).toBe(CLAIM);
  await page.close();
});

it('refuses a scroller that is not there, before anything is written', async () => {
  const { page, tabId } = await bench.open('/shop');
  await expect(
    bench.client.send('startCapture', { tabId, mode: 'scroller', scrollers: [{ frameId: 0, path: '/1/7/7' }] }),
  ).rejects.toThrow('error_captureScrollerGone');
  await page.close();
});

it('says in a capture of the whole page what it does not show of such a part', async () => {
  const { page, tabId } = await bench.open('/shop');
  const { jobId } = await bench.client.send('startCapture', { tabId, mode: 'full' });
  const job = await until(bench.client, jobId, hasEnded);
  const whole = job.notCaptured.find(({ what }) =>
    /^未选取的第 1 处滚动区域（露出 \d+ × \d+ 像素）其余 \d+ 像素高的内容$/.test(what),
  );
  expect(whole?.reason).toContain('选取滚动区域');
  await page.close();
});

it('captures the page and what scrolls in its frames, of another site too, into one item', async () => {
  const { page, tabId } = await bench.open('/frames');
  await expect
    .poll(async () => (await bench.client.send('getTabReport', { tabId })).findings.length, { timeout: 20_000 })
    .toBeGreaterThan(0);
  const found = await bench.client.send('findScrollers', { tabId });
  expect(found.map(({ frameUrl, path, reachable }) => [new URL(frameUrl).pathname, path === '', reachable])).toEqual([
    ['/feed', true, true],
    ['/list', false, true],
  ]);
  const [feed] = found;
  const { jobId } = await bench.client.send('startCapture', {
    tabId,
    mode: 'full',
    scrollers: [{ frameId: feed!.frameId, path: feed!.path }],
  });
  const job = await until(bench.client, jobId, hasEnded);
  expect(job).toMatchObject({ state: 'sealed' });
  const { record } = (await readItem(bench.client, job.itemId!))!;
  expect(record.method).toBe('debugger');
  expect(record.artefacts.some(({ role, part }) => role === 'tile' && part === undefined)).toBe(true);
  const pieces = record.artefacts.filter(({ role }) => role === 'stitched');
  expect(pieces.map(({ region, part }) => [region!.y, region!.height, part])).toEqual([
    [0, 4000, 1],
    [4000, BANDS * BAND - 4000, 1],
  ]);
  const wrong: string[] = [];
  for (const { name, region } of pieces) {
    const from = region!.y / BAND;
    const indexes = Array.from({ length: region!.height / BAND }, (_, index) => from + index);
    const points = indexes.map((band) => [400, (band - from) * BAND + BAND / 2] as const);
    const { colours } = await pixelsOf(bench.client, record.id, name, points);
    for (const [at, band] of indexes.entries())
      if (String(colours[at]) !== String(bandColour(band))) wrong.push(`${band}: ${colours[at]}`);
  }
  expect(wrong).toEqual([]);
  const [place] = pieces.flatMap(({ places = [] }) => places);
  expect(record.findings.map(({ id }) => id)).toContain(place!.findingId);
  expect(Math.floor(place!.y / BAND)).toBe(CLAIM);
  // What was not chosen is said, with its frame.
  const left = JSON.parse(await readText(bench.client, record.id, 'not-captured.json')) as { what: string }[];
  expect(left.map(({ what }) => what).filter((what) => what.includes('滚动区域'))).toEqual([
    expect.stringMatching(/^未选取的第 1 处滚动区域（框架 http:.*\/list，露出 \d+ × 300 像素）其余 600 像素高的内容$/),
  ]);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.close();
});

it('boxes a claim where it stood when its tile was taken, not where it was when the page was read', async () => {
  const { page, tabId } = await bench.open('/shifting');
  await expect
    .poll(async () => (await bench.client.send('getTabReport', { tabId })).findings.length, { timeout: 20_000 })
    .toBeGreaterThan(0);
  const { jobId } = await bench.client.send('startCapture', { tabId, mode: 'full' });
  const job = await until(bench.client, jobId, hasEnded);
  const { record } = (await readItem(bench.client, job.itemId!))!;
  const [finding] = record.findings;
  const tile = record.artefacts.find(({ role }) => role === 'tile')!;
  const place = tile.places!.find(({ findingId }) => findingId === finding!.id)!;
  expect(place.y - finding!.rect!.y).toBe(700);
  const copy = record.artefacts.find(({ role }) => role === 'annotated')!;
  const edge = [[Math.round(place.x + 20), Math.round(place.y - 2)]] as const;
  expect((await pixelsOf(bench.client, record.id, copy.name, edge)).colours).toEqual([[200, 68, 12]]);
  await page.close();
});
