import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { buildExtension, type ExtensionBrowser, type LaunchOptions, launchBrowser } from '../../cli/browser.ts';
import { ExtensionClient } from '../../cli/extension-client.ts';
import type { CaptureJob } from '../../utils/evidence/capture-job.ts';
import type { EvidenceItem } from '../../utils/evidence/record.ts';
import type { RegisterList } from '../../utils/lists/register.ts';

/** The extension in a browser, a site on loopback, and the messages of an extension page. */
export interface CaptureBench {
  browser: ExtensionBrowser;
  client: ExtensionClient;
  /** Every path that the site was asked for, in order. */
  asked: readonly string[];
  /** Opens a page of the site in front and answers with its tab. */
  open(path: string): Promise<{ page: Page; tabId: number }>;
  close(): Promise<void>;
}

/** What begins with `/unended` is answered and never ended. */
function serve(pages: Readonly<Record<string, string>>, asked: string[]): Promise<Server> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://site').pathname;
    asked.push(path);
    const page = pages[path];
    response.writeHead(page === undefined ? 404 : 200, {
      'content-type': 'text/html; charset=utf-8',
      'set-cookie': 'session=secret',
      ...(path === '/no-store' ? { 'cache-control': 'no-store' } : {}),
    });
    if (path.startsWith('/unended')) response.write(page);
    else response.end(page ?? '');
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

export async function startBench(
  pages: Readonly<Record<string, string>>,
  options: LaunchOptions = {},
): Promise<CaptureBench> {
  buildExtension();
  const asked: string[] = [];
  const server = await serve(pages, asked);
  const browser = await launchBrowser(options);
  const client = await ExtensionClient.open(browser);
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    browser,
    client,
    asked,
    async open(path) {
      const page = await browser.context.newPage();
      await page.goto(origin + path, { waitUntil: path.startsWith('/unended') ? 'commit' : 'load' });
      const tabId = await browser.tabIdOf(page);
      await page.bringToFront();
      return { page, tabId };
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Waits until a job is as wanted, and answers with it. */
export async function until(
  client: ExtensionClient,
  jobId: string,
  wanted: (job: CaptureJob) => boolean,
): Promise<CaptureJob> {
  for (;;) {
    const job = await readJob(client, jobId);
    if (job && wanted(job)) return job;
    await client.page.waitForTimeout(30);
  }
}

export const hasEnded = (job: CaptureJob) => job.state !== 'running' && job.state !== 'paused';

/** A job as it is written down; read without the service worker, which may be stopped. */
export const readJob = (client: ExtensionClient, jobId: string) =>
  fromStore<CaptureJob | undefined>(client, 'jobs', 'get', jobId);

export const readItem = (client: ExtensionClient, itemId: string) =>
  fromStore<EvidenceItem | undefined>(client, 'items', 'get', itemId);

export const readItemIds = (client: ExtensionClient) => fromStore<string[]>(client, 'items', 'getAllKeys');

export const readRegisters = (client: ExtensionClient) => fromStore<RegisterList[]>(client, 'registerLists', 'getAll');

export const countOf = (client: ExtensionClient, store: string) => fromStore<number>(client, store, 'count');

export const readLog = (client: ExtensionClient) =>
  fromStore<{ act: string; detail: string }[]>(client, 'custody', 'getAll');

function fromStore<T>(
  client: ExtensionClient,
  store: string,
  method: 'get' | 'getAll' | 'getAllKeys' | 'count',
  key?: string,
): Promise<T> {
  return client.page.evaluate(
    ([name, call, id]) =>
      new Promise<unknown>((resolve, reject) => {
        const opening = indexedDB.open('zhengjian');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const request = database
            .transaction(name!)
            .objectStore(name!)
            [call as 'get'](id as string);
          request.onerror = () => reject(request.error);
          request.onsuccess = () => {
            database.close();
            resolve(request.result);
          };
        };
      }),
    [store, method, key] as const,
  ) as Promise<T>;
}

/** One file of a sealed item. */
export async function readBytes(client: ExtensionClient, itemId: string, name: string): Promise<Buffer> {
  const base64 = await client.page.evaluate(
    async ([item, file]) => {
      const blob = await new Promise<Blob>((resolve, reject) => {
        const opening = indexedDB.open('zhengjian');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const request = opening.result.transaction('artefacts').objectStore('artefacts').get([item, file]);
          request.onerror = () => reject(request.error);
          request.onsuccess = () => {
            opening.result.close();
            resolve((request.result as { blob: Blob }).blob);
          };
        };
      });
      const reader = new FileReader();
      return new Promise<string>((resolve) => {
        reader.onload = () => resolve((reader.result as string).replace(/^[^,]*,/, ''));
        reader.readAsDataURL(blob);
      });
    },
    [itemId, name] as const,
  );
  return Buffer.from(base64, 'base64');
}

/** One file of a sealed item as text. */
export const readText = async (client: ExtensionClient, itemId: string, name: string): Promise<string> =>
  (await readBytes(client, itemId, name)).toString('utf8');

/** Colours of single pixels of a picture of a sealed item, at points in device px. */
export async function pixelsOf(
  client: ExtensionClient,
  itemId: string,
  name: string,
  points: readonly (readonly [number, number])[],
): Promise<{ width: number; height: number; colours: [number, number, number][] }> {
  const picture = `data:image/png;base64,${(await readBytes(client, itemId, name)).toString('base64')}`;
  return coloursOf(client.page, picture, points);
}

/** Colours of single pixels of a picture given as a `data:` address. */
export function coloursOf(
  page: Page,
  picture: string,
  points: readonly (readonly [number, number])[],
): Promise<{ width: number; height: number; colours: [number, number, number][] }> {
  return page.evaluate(
    async ([address, wanted]) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
      const context = canvas.getContext('2d', { willReadFrequently: true })!;
      context.drawImage(image, 0, 0);
      const colours = wanted.map(([x, y]) => {
        const [red, green, blue] = context.getImageData(x, y, 1, 1).data;
        return [red, green, blue] as [number, number, number];
      });
      return { width: image.naturalWidth, height: image.naturalHeight, colours };
    },
    [picture, points] as const,
  );
}
