import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CaptureBench, hasEnded, readItem, readText, startBench, until } from './capture-harness.ts';

let bench: CaptureBench;

beforeAll(async () => {
  bench = await startBench({
    '/unended': `<!doctype html><meta charset="utf-8"><title>广告</title><p>检测报告当天出证</p>${' '.repeat(4_096)}`,
    '/advert': '<!doctype html><meta charset="utf-8"><title>广告</title><p>检测报告当天出证</p>',
  });
});
afterAll(() => bench?.close());

const SLOW = { timeout: 180_000, retry: 0 };

it(
  'a page that stops answering is sealed with its picture and the findings made, and said to be unread',
  SLOW,
  async () => {
    const { client } = bench;
    const { page, tabId } = await bench.open('/advert');
    const found = async () => (await client.send('getTabReport', { tabId }))?.findings.length ?? 0;
    await expect.poll(found, { timeout: 30_000 }).toBeGreaterThan(0);
    // What a reader that runs away does to the page's one thread: nothing else gets a turn.
    await page.evaluate(() => {
      setTimeout(() => {
        for (;;);
      }, 0);
    });
    const { jobId } = await client.send('startCapture', { tabId, mode: 'full' });
    const job = await until(client, jobId, hasEnded);
    expect([job.state, job.failure]).toEqual(['sealed', undefined]);
    expect(job.notCaptured.find(({ what }) => what === '网页文字')?.reason).toContain('网页没有应答');
    const { record } = (await readItem(client, job.itemId!))!;
    expect(record.findings.map(({ matchedText }) => matchedText)).not.toEqual([]);
    expect(record.notCaptured.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['网页文字', '网页存档、源代码和延迟载入的内容', '窗口以外的画面']),
    );
    const pictures = record.artefacts.filter(({ role }) => role === 'view-before' || role === 'view-after');
    expect(pictures.map(({ role }) => role).sort()).toEqual(['view-after', 'view-before']);
    expect(pictures.every(({ size }) => size > 1000)).toBe(true);
    expect(record.page.title).toBe('广告');
  },
);

it('a page that its server never ends is sealed with its text as far as it has come', SLOW, async () => {
  const { client } = bench;
  const { page, tabId } = await bench.open('/unended');
  const found = async () => (await client.send('getTabReport', { tabId }))?.findings.length ?? 0;
  await expect.poll(found, { timeout: 30_000 }).toBeGreaterThan(0);
  const { jobId } = await client.send('startCapture', { tabId, mode: 'view' });
  const job = await until(client, jobId, hasEnded);
  expect([job.state, job.failure]).toEqual(['sealed', undefined]);
  expect(job.notCaptured.map(({ what }) => what)).not.toContain('网页文字');
  expect(job.notCaptured.find(({ what }) => what.startsWith('服务器发来的 HTML'))?.reason).toContain('还没有发完');
  expect(await readText(client, job.itemId!, 'page/text.txt')).toContain('检测报告当天出证');
  await page.close();
});
