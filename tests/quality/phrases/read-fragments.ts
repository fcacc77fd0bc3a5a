import { fileURLToPath } from 'node:url';
import { chromium, type Frame } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { ensureBrowser } from '../../../cli/browser.ts';
import { type Fragment, pageOf } from './corpus.ts';
import type { Engine } from './in-page.ts';
import type { Reading } from './score.ts';

/** Milliseconds that a fragment with a script or shadow root is given, so that late checks for shadow roots have run. */
const SETTLE_MS = 700;
const ORIGIN = 'http://corpus.example';

/** The in-page code as one script; it leaves `quality.read`. */
async function bundle(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: fileURLToPath(new URL('./in-page.ts', import.meta.url)), formats: ['iife'], name: 'quality' },
    },
  })) as Rolldown.RolldownOutput[];
  const script = built[0]!.output[0].code;
  return `${script}\nglobalThis.quality = quality;`;
}

async function readFrame(frame: Frame, engine: Engine, settle: number): Promise<Reading> {
  return frame.evaluate(
    ([name, milliseconds]) =>
      (globalThis as unknown as { quality: { read(engine: string, settleMs: number): Promise<Reading> } }).quality.read(
        name,
        milliseconds,
      ),
    [engine, settle] as const,
  );
}

/** Reads every fragment with every engine in Chromium, each on a page of its own load; frames are read and joined. */
export async function readFragments(
  fragments: readonly Fragment[],
  engines: readonly Engine[],
): Promise<Map<Engine, Reading[]>> {
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.addInitScript(await bundle());
    let shown = '';
    await page.route(`${ORIGIN}/**`, (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: shown }),
    );
    const readings = new Map<Engine, Reading[]>(engines.map((engine) => [engine, []]));
    for (const fragment of fragments) {
      shown = pageOf(fragment);
      for (const engine of engines) {
        await page.goto(`${ORIGIN}/${fragment.id}`);
        const settle = /<script|shadowroot/.test(fragment.html) ? SETTLE_MS : 0;
        const parts = await Promise.all(page.frames().map((frame) => readFrame(frame, engine, settle)));
        readings.get(engine)!.push({
          claims: parts.flatMap((part) => part.claims),
          grey: parts.flatMap((part) => part.grey),
          characters: parts.reduce((total, part) => total + part.characters, 0),
        });
      }
    }
    return readings;
  } finally {
    await browser.close();
  }
}
