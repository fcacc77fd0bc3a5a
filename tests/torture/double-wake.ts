import { hasEnded, readItem, readItemIds, readLog, startBench, until } from '../e2e/capture-harness.ts';
import { bandedPage } from '../e2e/capture-pages.ts';
import { stopWorker } from '../e2e/stop-worker.ts';
import type { Outcome } from './outcome.ts';

/**
 * The worker is stopped in the middle of a capture and woken by the capture's own alarm, which asks for what was cut off while
 * the waking worker asks for it too: each capture must be sealed once, under the next number, without a false word.
 */
export async function doubleWake(rounds: number): Promise<Outcome> {
  const failures: string[] = [];
  const bench = await startBench({ '/long': bandedPage(9000) }, { args: ['--silent-debugger-extension-api'] });
  const { client } = bench;
  try {
    const { page, tabId } = await bench.open('/long');
    for (let round = 0; round < rounds; round++) {
      const fail = (what: string) => failures.push(`round ${round}: ${what}`);
      const before = await readItemIds(client);
      const { jobId } = await client.send('startCapture', { tabId, mode: 'full' });
      // Another moment each time, from before the first step to the tiles.
      await client.page.waitForTimeout((round * 37) % 900);
      await stopWorker(client.page);
      await client.page.evaluate(() => chrome.alarms.create('capture', { when: Date.now() + 20 }));
      const job = await until(client, jobId, hasEnded);
      if (job.state !== 'sealed') {
        fail(`${job.state} ${job.failure?.key ?? ''}`);
        continue;
      }
      const fresh = (await readItemIds(client)).filter((id) => !before.includes(id));
      if (fresh.length !== 1) fail(`${fresh.length} items`);
      const seals = (await readLog(client)).filter(({ act }) => act === 'captured').length;
      if (seals !== before.length + 1) fail(`${seals} seals`);
      const missed = (await readItem(client, job.itemId!))?.record.notCaptured.map(
        ({ what, reason }) => `${what}：${reason}`,
      );
      if (missed?.some((line) => line.includes('浏览器没有允许'))) fail(missed.join('；'));
      await page.bringToFront();
    }
    const numbers = (await readItemIds(client)).map((id) => Number(id.split('-')[1])).sort((a, b) => a - b);
    if (numbers.some((number, index) => number !== index + 1)) failures.push(`numbers ${numbers.join(' ')}`);
  } finally {
    await bench.close();
  }
  return { name: 'woken by the alarm in mid-capture', tried: rounds, failures, notes: [] };
}
