import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type ExtensionBrowser, installDebianPackages } from '../../../cli/browser.ts';
import type { PictureReading } from '../../../utils/recognition/picture-reading.ts';
import type { RenderedPicture } from './render.ts';
import type { ReadLines } from './score.ts';

/** The extension's own reader, spoken to by its service worker as the product does, in its offscreen page. */
export async function readByExtension(browser: ExtensionBrowser, { path }: RenderedPicture): Promise<ReadLines> {
  const type = path.endsWith('.png') ? 'png' : 'jpeg';
  const url = `data:image/${type};base64,${readFileSync(path).toString('base64')}`;
  const answer = (await browser.worker.evaluate(
    (address) =>
      chrome.runtime.sendMessage({ id: 0, type: 'readPicture', data: { data: address, keep: false }, timestamp: 0 }),
    url,
  )) as { res?: { reading?: PictureReading; skipped?: string }; err?: unknown };
  const reading = answer.res?.reading;
  if (!reading) return { lines: [], codes: [] };
  return {
    lines: reading.lines.map((line) => line.text),
    codes: reading.codes.map((code) => code.text),
    // Version 0.1.0 says nothing of single characters.
    ...(reading.lines.every(({ glyphs }) => glyphs) ? { reading } : {}),
  };
}

/** True when Debian's tesseract with Chinese data is there or could be installed. */
export function hasTesseract(): boolean {
  try {
    if (execFileSync('tesseract', ['--list-langs'], { encoding: 'utf8' }).includes('chi_sim')) return true;
  } catch {
    // Not there yet.
  }
  return installDebianPackages(['tesseract-ocr', 'tesseract-ocr-chi-sim']);
}

/** Debian's tesseract with Debian's Chinese data, unprepared, as its users run it. */
export function readByTesseract({ path }: RenderedPicture): ReadLines {
  const text = execFileSync('tesseract', [path, '-', '-l', 'chi_sim', '--psm', '3'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    encoding: 'utf8',
  });
  return { lines: text.split('\n').filter((line) => line.trim() !== ''), codes: [] };
}
