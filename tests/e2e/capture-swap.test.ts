import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PageState } from '../../utils/evidence/page-state.ts';
import { type CaptureBench, hasEnded, readItem, readText, startBench, until } from './capture-harness.ts';
import { untilPainted } from './painted.ts';

/** Sees the marks go, and says something else from then on. */
const SWAPPING = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>当天出证</title><p>当天出证</p><script>
  let marked = false;
  const look = () => {
    const painted = [...CSS.highlights.keys()].some((key) => key.startsWith('zhengjian'));
    if (marked && !painted) {
      document.querySelector('p').textContent = '本店不办理任何证书';
      document.title = '通知';
      history.pushState(null, '', '/swap?clean');
      return;
    }
    marked ||= painted;
    requestAnimationFrame(look);
  };
  look();
</script>`;
const STILL = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>当天出证</title><p>当天出证</p>`;

let bench: CaptureBench;

beforeAll(async () => {
  bench = await startBench({ '/swap': SWAPPING, '/still': STILL });
});
afterAll(() => bench.close());

async function captured(path: string, alter?: (page: Page) => Promise<void>) {
  const { page, tabId } = await bench.open(path);
  await untilPainted(page, '当天出证');
  await alter?.(page);
  const { jobId } = await bench.client.send('startCapture', { tabId, mode: 'view' });
  const job = await until(bench.client, jobId, hasEnded);
  expect(job).toMatchObject({ state: 'sealed' });
  await page.close();
  const { record } = (await readItem(bench.client, job.itemId!))!;
  const states = JSON.parse(await readText(bench.client, record.id, 'page-states.json')) as PageState[];
  return { record, states };
}

it('keeps what a page showed before it saw the marks go, and names each thing that it changed', async () => {
  const { record, states } = await captured('/swap');
  expect(record.artefacts.map(({ role }) => role)).toContain('view-marked');
  const [before, after] = states;
  expect(before).toMatchObject({ moment: '标示隐去前', title: '当天出证' });
  expect(after).toMatchObject({ moment: '标示隐去后', title: '通知' });
  expect(after!.url).toContain('/swap?clean');
  expect(after!.textSha256).not.toBe(before!.textSha256);
  const named = record.notCaptured.map(({ what }) => what).join('\n');
  for (const thing of ['网页地址', '网页标题', '网页文字']) expect(named).toContain(`不变的${thing}`);
});

it('names no change of a page that makes none', async () => {
  const { record, states } = await captured('/still');
  expect(new Set(states.map(({ textSha256 }) => textSha256)).size).toBe(1);
  expect(record.page).not.toHaveProperty('loadedFrom');
  expect(states.map(({ moment }) => moment)).toEqual(['标示隐去前', '标示隐去后', '取证结束时']);
  expect(record.notCaptured.filter(({ what }) => what.includes('不变'))).toEqual([]);
});

it('seals a page as it stands, also where it was altered at the computer', async () => {
  const { record } = await captured('/still', (page) =>
    page.evaluate(() => {
      document.querySelector('p')!.textContent = '当天出证，本机改过';
      history.pushState(null, '', '/elsewhere?a');
    }),
  );
  expect(await readText(bench.client, record.id, 'page/text.txt')).toContain('本机改过');
  expect(record.page.url).toMatch(/\/elsewhere\?a$/);
  expect(record.page.loadedFrom).toMatch(/\/still$/);
  expect(record.notCaptured.filter(({ what }) => what.includes('不变'))).toEqual([]);
});
