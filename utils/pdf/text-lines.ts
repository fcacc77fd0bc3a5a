import { around } from '../recognition/around.ts';
import type { Glyph, RecognisedLine } from '../recognition/picture-reading.ts';
import { MOST_CHARACTERS } from './pdf-limits.ts';

/** A run of characters as a PDF places it, in CSS px of the page, y downward from its top. */
export interface TextRun {
  text: string;
  /** Left end of the base line. */
  x: number;
  baseline: number;
  width: number;
  /** Height of the print. */
  size: number;
  /** It stands across the page. */
  turned?: boolean;
}

/** Parts of a line that are further from each other than this many heights of print are columns. */
const COLUMN_GAP = 1.2;
/** And further than this many they are words. */
const WORD_GAP = 0.2;
/** Base lines that differ by less than this part of the height are one line. */
const SAME_LINE = 0.4;

function glyphsOf({ text, x, baseline, width, size }: TextRun): Glyph[] {
  const chars = [...text];
  const advance = width / Math.max(1, chars.length);
  return chars.flatMap((char, index) => {
    const box = { x: x + index * advance, y: baseline - size * 0.88, width: advance, height: size };
    // Fonts of Chinese PDFs name radicals (⼀) where characters (一) are meant.
    return [...char.normalize('NFKC')].flatMap((each) => each.split('')).map((each) => ({ char: each, sure: 1, box }));
  });
}

const space = (char: '\t' | ' ', after: Glyph): Glyph => ({ char, sure: 1, box: { ...after.box, width: 0 } });

function lineOf(runs: readonly TextRun[]): RecognisedLine | null {
  const glyphs: Glyph[] = [];
  let end = 0;
  for (const run of runs) {
    const own = glyphsOf(run);
    const last = glyphs.at(-1);
    const gap = run.x - end;
    if (last && last.char.trim() !== '' && gap > run.size * WORD_GAP)
      glyphs.push(space(gap > run.size * COLUMN_GAP ? '\t' : ' ', last));
    glyphs.push(...own);
    end = run.x + run.width;
  }
  const text = glyphs.map(({ char }) => char).join('');
  const printed = glyphs.filter(({ char }) => char.trim() !== '');
  if (printed.length === 0) return null;
  return { text, confidence: 1, box: around(printed.map(({ box }) => box)), glyphs };
}

/**
 * The lines of a page from its runs of text: what stands at one height is one line, from left to right, columns parted by tabs. Runs that
 * stand across the page are lines of their own. Text is NFKC; bounded at {@link MOST_CHARACTERS}.
 */
export function linesOfRuns(all: readonly TextRun[]): RecognisedLine[] {
  let room = MOST_CHARACTERS;
  const runs = all.filter(({ text }) => {
    room -= text.length;
    return room >= 0 && text.trim() !== '';
  });
  const straight = runs.filter(({ turned }) => !turned).sort((a, b) => a.baseline - b.baseline);
  const rows: TextRun[][] = [];
  for (const run of straight) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && run.baseline - first.baseline < Math.min(run.size, first.size) * SAME_LINE) row.push(run);
    else rows.push([run]);
  }
  const lines = rows
    .map((row) => row.sort((a, b) => a.x - b.x))
    .concat(runs.filter(({ turned }) => turned).map((run) => [run]));
  return lines.flatMap((row) => lineOf(row) ?? []);
}
