import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { ensureBrowser } from '../browser.ts';
import type { HarvestedPage } from './in-page.ts';

const ORIGIN = 'http://corpus.example';

async function bundle(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: fileURLToPath(new URL('./in-page.ts', import.meta.url)), formats: ['iife'], name: 'train' },
    },
  })) as Rolldown.RolldownOutput[];
  return `${built[0]!.output[0].code}\nglobalThis.train = train;`;
}

/** The paragraphs of pages as the product reads them, in Chromium; nothing is fetched. */
export async function harvestPages(pages: readonly { id: string; html: string }[]): Promise<HarvestedPage[]> {
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.addInitScript(await bundle());
    let shown = '';
    await page.route('**/*', (route) =>
      route.request().url().startsWith(ORIGIN)
        ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: shown })
        : route.abort(),
    );
    const harvested: HarvestedPage[] = [];
    for (const { id, html } of pages) {
      shown = html;
      await page.goto(`${ORIGIN}/${encodeURIComponent(id)}`);
      harvested.push(
        await page.evaluate(() => (globalThis as unknown as { train: { harvest(): HarvestedPage } }).train.harvest()),
      );
    }
    return harvested;
  } finally {
    await browser.close();
  }
}
