import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CaptureBench, hasEnded, readItem, readItemIds, readText, startBench, until } from './capture-harness.ts';
import { bandedPage } from './capture-pages.ts';

let bench: CaptureBench;

beforeAll(async () => {
  const page = `<!doctype html><meta charset="utf-8"><title>广告</title>
    <style>body { margin: 0 } p { width: 100%; height: 2200px; background: linear-gradient(#fff, #ccd) }</style>
    <p>包过 ISO9001 认证</p>`;
  bench = await startBench({ '/': page, '/long': bandedPage(40_000) }, { window: { width: 1366, height: 768 } });
}, 120_000);

afterAll(() => bench?.close());

/** Speaks to the toolbar button's real popup, which a page of playwright's never is, over a debugger session of its own. */
const inPopup = (expression: string): Promise<unknown> =>
  bench.client.page.evaluate(async (asked) => {
    for (;;) {
      const target = (await chrome.debugger.getTargets()).find(({ url }) => url.endsWith('/popup.html'));
      if (target) {
        const popup = { targetId: target.id };
        if (!target.attached) await chrome.debugger.attach(popup, '1.3');
        const parameters = { expression: asked, userGesture: true, returnByValue: true, awaitPromise: true };
        const answer = await chrome.debugger.sendCommand(popup, 'Runtime.evaluate', parameters);
        return (answer as { result: { value: unknown } }).result.value;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }, expression);

it('seals a page at the width that the officer saw before the click in the popup, which then opens the evidence', async () => {
  const { page, tabId } = await bench.open('/');
  await expect.poll(async () => (await bench.client.send('getTabReport', { tabId })).state).toBe('done');
  const width = await page.evaluate(() => innerWidth);
  expect(width).toBe(1366);

  await bench.browser.worker.evaluate(() => chrome.action.openPopup());
  await expect.poll(() => inPopup(`document.querySelector('.zj-button-main')?.disabled`)).toBe(false);
  await inPopup(`document.querySelector('.zj-button-main').click()`);
  await expect.poll(() => inPopup(`document.querySelector('.zj-latest-sealed b')?.textContent`)).toBe('已封存');
  expect(await page.evaluate(() => innerWidth)).toBe(width);

  const [id] = await readItemIds(bench.client);
  const item = await readItem(bench.client, id!);
  const facts = JSON.parse(await readText(bench.client, id!, 'metadata.json'));
  expect(facts.viewport.width).toBe(width);
  const tiles = item!.record.artefacts.filter(({ role }) => role === 'tile');
  expect(tiles.length).toBeGreaterThan(0);
  for (const { region } of tiles) expect(region?.width).toBe(width);
});

it('says in the record that the page was made narrower while its tiles were taken, though it was as wide again in the end', async () => {
  const { client } = bench;
  const { page, tabId } = await bench.open('/long');
  const session = await page.context().newCDPSession(page);
  const { windowId } = (await session.send('Browser.getWindowForTarget')) as { windowId: number };
  const setWidth = (width: number) => session.send('Browser.setWindowBounds', { windowId, bounds: { width } });
  const { jobId } = await client.send('startCapture', { tabId, mode: 'full' });
  await until(client, jobId, ({ steps }) => (steps.tiles.done ?? 0) > 0);
  await setWidth(980);
  const { steps } = await until(client, jobId, () => true);
  const narrower = (steps.tiles.done ?? 0) + 2;
  await until(client, jobId, (job) => hasEnded(job) || (job.steps.tiles.done ?? 0) >= narrower);
  await setWidth(1366);
  const { itemId } = await until(client, jobId, hasEnded);
  const { record } = (await readItem(client, itemId!))!;
  expect(record.notCaptured).toContainEqual({
    what: '自始至终不变的窗口宽度',
    reason: expect.stringContaining('由 1366 像素变为 980 像素'),
  });
});
