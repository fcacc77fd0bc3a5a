import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { EXTENSION_FOLDER } from '../../cli/browser.ts';
import { BUILT_IN_PACKS } from '../../rules/index.ts';
import { compile } from '../../utils/scan/compile.ts';
import { packLexicon } from '../../utils/scan/packed-lexicon.ts';
import { seeded } from './corpus.ts';
import type { bench as InPage } from './in-page.ts';
import { openScriptBrowser } from './script-browser.ts';
import { median, percentile } from './statistics.ts';

declare const bench: typeof InPage;

/** One method on pages of one size; the ratio is the median of the per-round ratios to the floor of the same round. */
export interface Row {
  method: string;
  characters: number;
  rounds: number;
  ms: number;
  ratio: number;
  ratioP90: number;
  /** Share of the planted phrases found. */
  recall: number;
}

export interface BenchReport {
  date: string;
  machine: string;
  browser: string;
  rows: Row[];
  /** Single numbers with what issue 3 asks of them. */
  figures: { name: string; value: number; unit: string; target: number }[];
}

export interface BenchOptions {
  sizes: readonly number[];
  rounds: number;
  /** Rounds of the keyword-by-keyword peer, which takes half a minute on a large page. */
  slowRounds: number;
  /** Findings on the page whose frames are timed. */
  frameFindings: number;
  say: (line: string) => void;
}

const SLOW = /usual/;
const WARM_UPS = 2;

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

type BenchPage = Awaited<ReturnType<Awaited<ReturnType<typeof openScriptBrowser>>['open']>>;

async function measureSize(page: BenchPage, characters: number, options: BenchOptions): Promise<Row[]> {
  const names = await page.evaluate(() => bench.names());
  const random = seeded(characters);
  const times = names.map(() => [] as number[]);
  const ratios = names.map(() => [] as number[]);
  const recalls = names.map(() => [] as number[]);
  for (let round = -WARM_UPS; round < options.rounds; round++) {
    const taken = new Map<number, number>();
    for (const index of shuffled([...names.keys()], random)) {
      if (SLOW.test(names[index]!) && (round < 0 || round >= options.slowRounds)) continue;
      const run = { index, characters, seed: 1000 + round };
      const { ms, recall } = await page.evaluate(
        (given) => bench.measure(given.index, given.characters, given.seed),
        run,
      );
      taken.set(index, ms);
      if (round >= 0) recalls[index]!.push(recall);
    }
    if (round < 0) continue;
    for (const [index, ms] of taken) {
      times[index]!.push(ms);
      ratios[index]!.push(ms / taken.get(0)!);
    }
    options.say(`${characters} characters, round ${round + 1} of ${options.rounds}`);
  }
  const measured = [...names.keys()].filter((index) => times[index]!.length > 0);
  return measured.map((index) => ({
    method: names[index]!,
    characters,
    rounds: times[index]!.length,
    ms: median(times[index]!),
    ratio: median(ratios[index]!),
    ratioP90: percentile(ratios[index]!, 0.9),
    recall: median(recalls[index]!),
  }));
}

/** Kilobytes (1000 bytes) of the content script as it is sent: gzipped. */
function contentScriptSize(): number | null {
  const folder = join(EXTENSION_FOLDER, 'content-scripts');
  if (!existsSync(folder)) return null;
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  return scripts.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name)), { level: 9 }).length, 0) / 1000;
}

/** Measures in a real Chromium. @throws NoBrowserError */
export async function runBench(options: BenchOptions): Promise<BenchReport> {
  const browser = await openScriptBrowser(new URL('in-page.ts', import.meta.url));
  try {
    const largest = options.sizes.at(-1)!;
    const packed = packLexicon(compile(BUILT_IN_PACKS));
    const unpacked: { ms: number; bytes: number }[] = [];
    for (let round = 0; round < options.rounds; round++) {
      const fresh = await browser.open();
      unpacked.push(await fresh.evaluate((text) => bench.unpack(text), packed));
      await fresh.close();
    }
    const page = await browser.open();
    const rows: Row[] = [];
    for (const characters of options.sizes) rows.push(...(await measureSize(page, characters, options)));
    const ours = (characters: number) =>
      rows.find((row) => row.characters === characters && row.method.startsWith('证鉴'))!;
    const edits = await page.evaluate((given) => bench.edits(given.largest, given.rounds), {
      largest,
      rounds: options.rounds,
    });
    const frames = await page.evaluate((given) => bench.frameCost(given.largest, given.findings, given.count), {
      largest,
      findings: options.frameFindings,
      count: 12 * options.rounds,
    });
    const tasks: number[] = [];
    const latin: number[] = [];
    for (let round = 0; round < options.rounds; round++) {
      tasks.push(await page.evaluate((characters) => bench.longestTask(characters), largest));
      latin.push(await page.evaluate(() => bench.latin(100_000)));
    }
    const size = contentScriptSize();
    return {
      date: new Date().toISOString().slice(0, 10),
      machine: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores`,
      browser: `Chromium ${browser.version}`,
      rows,
      figures: [
        {
          name: `scan of ${options.sizes[0]} characters, cold`,
          value: ours(options.sizes[0]!).ratio,
          unit: '× floor',
          target: 2.5,
        },
        { name: `scan of ${largest} characters, cold`, value: ours(largest).ratio, unit: '× floor', target: 2 },
        { name: 'one-node edit rescanned', value: median(edits.plain), unit: 'ms', target: 0.05 },
        {
          name: 'one-node edit that brings a phrase, to its finding',
          value: median(edits.phrase),
          unit: 'ms',
          target: 0.05,
        },
        {
          name: `frame of a mutating page, more with ${options.frameFindings.toLocaleString('en')} findings`,
          value: Math.max(0, median(frames.withFindings) - median(frames.without)),
          unit: 'ms',
          target: 1,
        },
        { name: 'longest task of a scan', value: median(tasks), unit: 'ms', target: 8 },
        { name: 'automaton and fold table', value: unpacked[0]!.bytes / 1e6, unit: 'MB', target: 1 },
        {
          name: 'packs compiled ahead, ready in a new page',
          value: median(unpacked.map(({ ms }) => ms)),
          unit: 'ms',
          target: 10,
        },
        { name: 'page of 100,000 characters without Chinese', value: median(latin), unit: 'ms', target: 1 },
        ...(size === null ? [] : [{ name: 'content script, gzipped', value: size, unit: 'kB', target: 45 }]),
      ],
    };
  } finally {
    await browser.close();
  }
}
