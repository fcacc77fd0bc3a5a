import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildExtension, FIREFOX_FOLDER } from '../../cli/browser.ts';
import type { CaptureJob } from '../../utils/evidence/capture-job.ts';
import type { EvidenceRecord } from '../../utils/evidence/record.ts';
import { BAND, bandColour, bandedPage } from './capture-pages.ts';
import { type Firefox, type FirefoxPage, launchFirefox } from './firefox.ts';
import { serveTls, type TlsServer } from './tls-server.ts';

const HEIGHT = 9300;

let firefox: Firefox;
let site: TlsServer;
let library: FirefoxPage;

beforeAll(async () => {
  buildExtension('firefox');
  site = await serveTls({ '/long': bandedPage(HEIGHT) });
  firefox = await launchFirefox(FIREFOX_FOLDER);
  library = await firefox.openExtensionPage('library.html');
});
afterAll(async () => {
  await firefox?.close();
  site?.close();
});

/** Runs the body of an async function in the library page, where `send`, `row` and `file` are at hand; answers with its value. */
async function inLibrary<T>(body: string): Promise<T> {
  const text = await library.evaluate(`(async () => {
    const send = async (type, data) => {
      const answer = await browser.runtime.sendMessage({ id: 0, type, data, timestamp: Date.now() });
      if (answer?.err) throw new Error(answer.err.message);
      return answer?.res;
    };
    const row = (store, key) => new Promise((resolve, reject) => {
      const opening = indexedDB.open('zhengjian');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const request = opening.result.transaction(store).objectStore(store).get(key);
        request.onerror = () => reject(request.error);
        request.onsuccess = () => { opening.result.close(); resolve(request.result); };
      };
    });
    const file = async (item, name) => (await row('artefacts', [item, name])).blob;
    return JSON.stringify(await (async () => { ${body} })() ?? null);
  })()`);
  return JSON.parse(text) as T;
}

it('captures a whole page by its coordinates, with the certificate chain of the very load', async () => {
  await firefox.page.goto(site.url('/long'));
  await firefox.page.activate();
  const jobId = await inLibrary<string>(`
    const tab = (await browser.tabs.query({})).find(({ url }) => url.startsWith('https://localhost'));
    return (await send('startCapture', { tabId: tab.id, mode: 'full' })).jobId;`);
  const job = await expect
    .poll(() => inLibrary<CaptureJob>(`return row('jobs', ${JSON.stringify(jobId)})`), {
      timeout: 80_000,
      interval: 300,
    })
    .toSatisfy(({ state }: CaptureJob) => state !== 'running' && state !== 'paused')
    .then(() => inLibrary<CaptureJob>(`return row('jobs', ${JSON.stringify(jobId)})`));
  expect(job).toMatchObject({ state: 'sealed' });
  const { record } = await inLibrary<{ record: EvidenceRecord }>(`return row('items', ${JSON.stringify(job.itemId)})`);
  expect(record.method).toBe('capture-tab');

  const wrong: string[] = [];
  const seen = new Set<number>();
  for (const { name, region } of record.artefacts.filter(({ role }) => role === 'tile')) {
    const first = Math.ceil((region!.y - BAND / 2) / BAND);
    const bands = Array.from({ length: HEIGHT / BAND }, (_, band) => band).filter(
      (band) => band >= first && band * BAND + BAND / 2 < region!.y + region!.height,
    );
    const rows = bands.map((band) => Math.round((band * BAND + BAND / 2 - region!.y) * region!.scale));
    const colours = await inLibrary<number[][]>(`
      const bitmap = await createImageBitmap(await file(${JSON.stringify(record.id)}, ${JSON.stringify(name)}));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      context.drawImage(bitmap, 0, 0);
      return ${JSON.stringify(rows)}.map((y) => [...context.getImageData(300, y, 1, 1).data].slice(0, 3));`);
    for (const [at, band] of bands.entries()) {
      seen.add(band);
      if (String(colours[at]) !== String(bandColour(band))) wrong.push(`${name} ${band}: ${colours[at]}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(seen.size).toBe(HEIGHT / BAND);

  const tls = await inLibrary<{ source: string; chain: { sha256: string }[] }>(
    `return JSON.parse(await (await file(${JSON.stringify(record.id)}, 'network/tls.json')).text())`,
  );
  expect(tls.source).toBe('载入本网页的那次请求所用的连接');
  expect(tls.chain[0]!.sha256).toBe(createHash('sha256').update(site.chain[0]!.raw).digest('hex'));
  // Firefox tells of the connection: nothing is asked of the site.
  expect(site.requests.filter((request) => request.startsWith('HEAD'))).toEqual([]);

  const network = await inLibrary<{ nameLookup: { addresses: string[] } }>(
    `return JSON.parse(await (await file(${JSON.stringify(record.id)}, 'network.json')).text())`,
  );
  expect(network.nameLookup.addresses.length).toBeGreaterThan(0);
  expect(record.notCaptured.map(({ what }) => what)).toContain('MHTML 网页存档');
});
