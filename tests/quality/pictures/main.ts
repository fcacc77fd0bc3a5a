import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildExtension, EXTENSION_FOLDER, launchBrowser } from '../../../cli/browser.ts';
import { browserMemory, cpuTimeOf, growthDuring } from '../../bench/browser-memory.ts';
import { codeQuality, codeTable } from '../codes.ts';
import { countingProxy } from './counting-proxy.ts';
import { readerSize } from './reader-size.ts';
import { hasTesseract, readByExtension, readByTesseract } from './readers.ts';
import { type RenderedPicture, type RenderOptions, renderPictures } from './render.ts';
import { type Measured, markdown, tableOf } from './report.ts';
import { type ReadLines, scoreReading } from './score.ts';

/** What 0.1.0 made of the same pictures, frozen before its reader was replaced. */
const FROZEN = new URL('../results/pictures-0.1.0.json', import.meta.url);

const measuredOf = (picture: RenderedPicture, read: ReadLines, cpuMs: number | null, wallMs: number): Measured => ({
  kind: picture.kind,
  part: picture.part,
  stress: picture.shows === 'paper' ? picture.stress : picture.shows === 'numbers' && picture.sheet.print < 14,
  megapixels: picture.megapixels,
  cpuMs,
  wallMs,
  score: scoreReading(picture, read),
});

export interface PictureQuality {
  ours: Measured[];
  tesseract: Measured[] | null;
  /** Bytes that the extension's processes grew by at most; null where there is no `/proc`. */
  peakBytes: number | null;
  /** Bytes that they held more than before the first picture, once the reader had been idle; null where that was not asked for. */
  idleBytes: number | null;
  firstMs: number;
  /** What the browser asked of the network while pictures were read. */
  requests: string[];
}

/** The reader is closed after a minute; its page a moment later. */
const IDLE_MS = 66_000;

/** Renders the pictures and reads them with the extension and, when asked, with Debian's tesseract. */
export async function pictureQuality(
  options: RenderOptions & {
    peer?: boolean;
    /** Wait until the reader has been closed, and see what is left. */
    idle?: boolean;
    extension?: string;
    onPicture?: (measured: Measured, picture: RenderedPicture) => void;
  } = {},
): Promise<PictureQuality> {
  const folder = mkdtempSync(join(tmpdir(), 'zhengjian-pictures-'));
  const profile = join(folder, 'profile');
  if (!options.extension) buildExtension();
  const proxy = await countingProxy();
  const browser = await launchBrowser({
    profile,
    args: proxy.args,
    ...(options.extension ? { extension: options.extension } : {}),
  });
  try {
    const pictures = await renderPictures(join(folder, 'pictures'), options);
    const before = browserMemory(profile);
    proxy.asked.length = 0;
    // Opened as the background opens it: it runs with the priority that it has in the product.
    await browser.worker.evaluate(() =>
      chrome.offscreen.createDocument({
        url: '/offscreen.html',
        reasons: ['WORKERS' as chrome.offscreen.Reason],
        justification: 'measuring',
      }),
    );
    const ours: Measured[] = [];
    let firstMs = 0;
    const growth = await growthDuring(
      profile,
      async () => {
        const started = performance.now();
        await readByExtension(browser, pictures[0]!);
        firstMs = performance.now() - started;
        for (const picture of pictures.slice(1).concat(pictures.slice(0, 1))) {
          const cpu = cpuTimeOf(profile);
          const from = performance.now();
          const read = await readByExtension(browser, picture);
          const wall = performance.now() - from;
          const used = cpuTimeOf(profile);
          const known = picture === pictures[0];
          const measured = measuredOf(picture, read, known || cpu === null || used === null ? null : used - cpu, wall);
          ours.push(measured);
          options.onPicture?.(measured, picture);
        }
      },
      { everyMs: 200 },
    );
    const requests = [...proxy.asked];
    if (options.idle) await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
    const after = options.idle ? browserMemory(profile) : null;
    const tesseract =
      options.peer && hasTesseract()
        ? pictures.map((picture) => measuredOf(picture, readByTesseract(picture), null, 0))
        : null;
    return {
      ours,
      tesseract,
      peakBytes: growth?.extension ?? null,
      idleBytes: before && after ? after.extension - before.extension : null,
      firstMs,
      requests,
    };
  } finally {
    await browser.close();
    proxy.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean' },
      part: { type: 'string' },
      most: { type: 'string' },
      faults: { type: 'boolean' },
      'no-peer': { type: 'boolean' },
      extension: { type: 'string' },
      freeze: { type: 'string' },
    },
  });
  const part = values.part === 'dev' || values.part === 'held-out' ? values.part : undefined;
  const quality = await pictureQuality({
    ...(part ? { part } : {}),
    ...(values.most ? { most: Number(values.most) } : {}),
    ...(values.extension ? { extension: values.extension } : {}),
    peer: !values['no-peer'],
    idle: !values.most,
    onPicture({ score, wallMs, kind }, { path }) {
      process.stderr.write(`${Math.round(wallMs)} ms ${kind}\n`);
      if (values.faults)
        for (const fault of score.faults) process.stderr.write(`  ${path.split('/').at(-1)}: ${fault}\n`);
    },
  });
  const rows = [
    ...tableOf('证鉴', quality.ours, true),
    ...(quality.tesseract ? tableOf("Debian's tesseract", quality.tesseract, false) : []),
  ];
  if (values.freeze) {
    const frozen = JSON.parse(readFileSync(FROZEN, 'utf8')) as Record<string, unknown>;
    writeFileSync(
      values.freeze,
      `${JSON.stringify({ ...frozen, grownSet: tableOf('0.1.0', quality.ours, false) }, null, 2)}\n`,
    );
  }
  const { grownSet = [] } = JSON.parse(readFileSync(FROZEN, 'utf8')) as { grownSet?: string[][] };
  const codes = part || values.most ? null : await codeQuality();
  const memory =
    quality.peakBytes === null
      ? ''
      : `\nMemory of the extension grew by ${Math.round(quality.peakBytes / 2 ** 20)} MB at most.`;
  const idle =
    quality.idleBytes === null
      ? ''
      : `\nA minute after the last picture it held ${Math.round(quality.idleBytes / 2 ** 20)} MB more than before the first.`;
  const size = `\nThe reader's files take ${(readerSize(values.extension ?? EXTENSION_FOLDER) / 1e6).toFixed(1)} MB when packed.`;
  const network = `\nRequests to the network while pictures were read: ${quality.requests.length === 0 ? 'none' : quality.requests.join(', ')}.`;
  const first = `The first picture took ${Math.round(quality.firstMs)} ms, its start included.`;
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ ...quality, codes })}\n`
      : `${markdown([...rows, ...(part || values.most ? [] : grownSet)])}\n\n${first}${memory}${idle}${network}${size}\n${codes ? `\n${codeTable(codes)}\n` : ''}`,
  );
}
