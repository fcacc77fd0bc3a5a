import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildExtension, type ExtensionBrowser, installDebianPackages, launchBrowser } from '../../cli/browser.ts';
import { readCertificatesFromLines } from '../../utils/certificate/read.ts';
import type { PictureReading } from '../../utils/recognition/reading.ts';
import { codeQuality, codeTable } from './codes.ts';
import { type RenderedPicture, renderPictures } from './render-pictures.ts';

/** What one engine made of one picture. */
interface Score {
  degradation: string;
  /** Characters right and printed. */
  right: number;
  printed: number;
  fieldsRight: number;
  fieldsPrinted: number;
  codesRight: number;
  codesPrinted: number;
  ms: number;
}

const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');

/** Levenshtein distance, two rows. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      row[j] = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    previous = row;
  }
  return previous[b.length]!;
}

function score(picture: RenderedPicture, lines: readonly string[], codes: readonly string[], ms: number): Score {
  const printed = plain(picture.text);
  const fields = readCertificatesFromLines(lines, { today: '2026-11-23' })[0]?.fields ?? {};
  const expected = Object.entries(picture.paper.fields);
  return {
    degradation: picture.degradation.slug,
    right: Math.max(0, printed.length - distance(plain(lines.join('')), printed)),
    printed: printed.length,
    fieldsRight: expected.filter(
      ([field, value]) => plain(fields[field as keyof typeof fields]?.value ?? '') === plain(value),
    ).length,
    fieldsPrinted: expected.length,
    codesRight: picture.paper.code !== undefined && codes.includes(picture.paper.code) ? 1 : 0,
    codesPrinted: picture.paper.code === undefined ? 0 : 1,
    ms,
  };
}

/** The extension's own recogniser, spoken to by its service worker as the product does. */
async function readByExtension(browser: ExtensionBrowser, picture: RenderedPicture): Promise<Score> {
  const type = picture.path.endsWith('.png') ? 'png' : 'jpeg';
  const url = `data:image/${type};base64,${readFileSync(picture.path).toString('base64')}`;
  const started = performance.now();
  const answer = (await browser.worker.evaluate(
    (address) => chrome.runtime.sendMessage({ id: 0, type: 'readPicture', data: { url: address }, timestamp: 0 }),
    url,
  )) as { res: { reading?: PictureReading } };
  const ms = performance.now() - started;
  const reading = answer.res.reading;
  return score(
    picture,
    reading?.lines.map((line) => line.text) ?? [],
    reading?.codes.map((code) => code.text) ?? [],
    ms,
  );
}

/** Debian's tesseract with Debian's Chinese data, unprepared, as its users run it. */
function readByNative(picture: RenderedPicture): Score {
  const started = performance.now();
  const text = execFileSync('tesseract', [picture.path, '-', '-l', 'chi_sim', '--psm', '3'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    encoding: 'utf8',
  });
  return score(
    picture,
    text.split('\n').filter((line) => line.trim() !== ''),
    [],
    performance.now() - started,
  );
}

const sum = (scores: readonly Score[], key: Exclude<keyof Score, 'degradation'>) =>
  scores.reduce((total, each) => total + each[key], 0);
const percent = (right: number, all: number) => (all === 0 ? '–' : `${((100 * right) / all).toFixed(1)} %`);

function rowOf(name: string, scores: readonly Score[]): string[] {
  const times = scores.map((each) => each.ms).sort((a, b) => a - b);
  return [
    name,
    String(scores.length),
    percent(sum(scores, 'right'), sum(scores, 'printed')),
    percent(sum(scores, 'fieldsRight'), sum(scores, 'fieldsPrinted')),
    percent(sum(scores, 'codesRight'), sum(scores, 'codesPrinted')),
    `${Math.round(times[Math.floor(times.length / 2)]!)} ms`,
  ];
}

export interface PictureQuality {
  date: string;
  rows: string[][];
  overall: { characters: number; fields: number; timeRatio: number | null };
}

/**
 * Renders the picture corpus and reads it with the extension and, where it is installed, with Debian's tesseract.
 * @param only reads only the first so many pictures
 */
export async function pictureQuality(only?: number): Promise<PictureQuality> {
  const folder = mkdtempSync(join(tmpdir(), 'zhengjian-pictures-'));
  buildExtension();
  const browser = await launchBrowser();
  try {
    const pictures = (await renderPictures(folder)).slice(0, only);
    const page = await browser.openExtensionPage('offscreen.html');
    // The recogniser starts once; its start is no picture's time.
    await readByExtension(browser, pictures[0]!);
    const ours: Score[] = [];
    for (const picture of pictures) ours.push(await readByExtension(browser, { ...picture }));
    await page.close();
    const native = nativeScores(pictures);
    const kinds = [...new Set(ours.map((each) => each.degradation))];
    const rows = [
      ...kinds.map((kind) =>
        rowOf(
          kind,
          ours.filter((each) => each.degradation === kind),
        ),
      ),
      rowOf('all', ours),
      ...(native ? [rowOf("Debian's tesseract, all", native)] : []),
    ];
    return {
      date: new Date().toISOString().slice(0, 10),
      rows,
      overall: {
        characters: sum(ours, 'right') / sum(ours, 'printed'),
        fields: sum(ours, 'fieldsRight') / sum(ours, 'fieldsPrinted'),
        timeRatio: native ? sum(ours, 'ms') / sum(native, 'ms') : null,
      },
    };
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function nativeScores(pictures: readonly RenderedPicture[]): Score[] | null {
  try {
    if (!execFileSync('tesseract', ['--list-langs'], { encoding: 'utf8' }).includes('chi_sim'))
      throw new Error('no data');
  } catch {
    if (!installDebianPackages(['tesseract-ocr', 'tesseract-ocr-chi-sim'])) return null;
  }
  return pictures.map((picture) => readByNative(picture));
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { json: { type: 'boolean' } } });
  const quality = await pictureQuality();
  const codes = await codeQuality();
  const head = ['pictures', 'count', 'characters', 'fields exact', 'codes', 'median time'];
  const table = [head, head.map(() => '---'), ...quality.rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
  const ratio = quality.overall.timeRatio;
  const time = ratio === null ? '' : `\nTime of all pictures, ours to Debian's tesseract: ${ratio.toFixed(2)}\n`;
  process.stdout.write(
    values.json ? `${JSON.stringify({ ...quality, codes })}\n` : `${table}\n${time}\n${codeTable(codes)}\n`,
  );
}
