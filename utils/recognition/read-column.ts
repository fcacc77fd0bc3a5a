import { type Models, STRIP_HEIGHT } from './models.ts';
import { emptyPixels, type Pixels } from './pixels.ts';
import type { StripCharacter } from './read-characters.ts';
import { cutStrip, meanOf, readStrip } from './read-strip.ts';
import type { TiltedBox } from './tilted-box.ts';

/** Characters of a column are about as high as they are wide; strokes of one character lie no farther apart. */
const MOST_HEIGHT = 1.15;
/** Letters and digits lie on their side in a column; so many of them, so surely read, are taken from the turned column. */
const LEAST_SIDEWAYS = 2;
const SURE_SIDEWAYS = 0.8;

/** Part of a column, px from its top. */
interface Span {
  top: number;
  bottom: number;
}

const luma = (data: Uint8ClampedArray, at: number) =>
  (data[at]! * 299 + data[at + 1]! * 587 + data[at + 2]! * 114) / 1000;

/** Which px of a column bear ink: those that differ from its paper. */
function inkOf({ width, height, data }: Pixels): Uint8Array {
  const values = new Float32Array(width * height);
  for (let i = 0, at = 0; i < values.length; i += 1, at += 4) values[i] = luma(data, at);
  const sorted = Float32Array.from(values).sort();
  const paper = sorted[sorted.length >> 1]!;
  const reach = Math.max(
    paper - sorted[Math.floor(sorted.length * 0.02)]!,
    sorted[Math.floor(sorted.length * 0.98)]! - paper,
  );
  return Uint8Array.from(values, (value) => (Math.abs(value - paper) > reach * 0.4 ? 1 : 0));
}

/** Width of the print in a column: the box around it is wider. */
function printWidth(ink: Uint8Array, { width, height }: Pixels): number {
  let left = width;
  let right = 0;
  for (let x = 0; x < width; x += 1) {
    let inked = 0;
    for (let y = 0; y < height; y += 1) inked += ink[y * width + x]!;
    if (inked < Math.max(2, height * 0.01)) continue;
    left = Math.min(left, x);
    right = Math.max(right, x + 1);
  }
  return right > left ? right - left : width;
}

/**
 * The characters of a column from top to bottom: runs of inked rows, joined as long as they fit one character.
 * @param taken parts that are read otherwise
 */
export function cellsOf(column: Pixels, taken: readonly Span[] = []): Span[] {
  const ink = inkOf(column);
  const most = printWidth(ink, column) * MOST_HEIGHT;
  const cells: Span[] = [];
  let start = -1;
  let joins = false;
  for (let y = 0; y <= column.height; y += 1) {
    const free = y < column.height && !taken.some(({ top, bottom }) => y >= top && y < bottom);
    let inked = 0;
    if (free) for (let x = 0; x < column.width; x += 1) inked += ink[y * column.width + x]!;
    if (free && inked >= 2) {
      if (start < 0) start = y;
      continue;
    }
    if (start >= 0) {
      const last = cells.at(-1);
      if (joins && last && y - last.top <= most) last.bottom = y;
      else cells.push({ top: start, bottom: y });
      joins = true;
      start = -1;
    }
    if (!free) joins = false;
  }
  return cells;
}

/** The characters of a column set side by side on its paper, each in a square. */
function layCells(column: Pixels, cells: readonly Span[]): Pixels {
  const side = STRIP_HEIGHT;
  const strip = emptyPixels(side * cells.length, side);
  for (let at = 0; at < strip.data.length; at += 4) strip.data.set(column.data.subarray(0, 4), at);
  for (const [index, { top, bottom }] of cells.entries()) {
    const height = Math.min(side, bottom - top);
    const from = Math.round((top + bottom - height) / 2);
    const down = Math.floor((side - height) / 2);
    for (let row = 0; row < height; row += 1) {
      const source = (from + row) * column.width * 4;
      strip.data.set(
        column.data.subarray(source, source + column.width * 4),
        ((down + row) * strip.width + index * side) * 4,
      );
    }
  }
  return strip;
}

/** A column as it stands, from the strip in which it lies on its side: the strip runs downwards. */
function uprightColumn(strip: Pixels): Pixels {
  const column = emptyPixels(strip.height, strip.width);
  for (let y = 0; y < column.height; y += 1) {
    for (let x = 0; x < column.width; x += 1) {
      const from = ((strip.height - 1 - x) * strip.width + y) * 4;
      column.data.set(strip.data.subarray(from, from + 4), (y * column.width + x) * 4);
    }
  }
  return column;
}

/** Runs of letters and digits that were surely read in the turned column. */
function sidewaysRuns(turned: readonly StripCharacter[]): StripCharacter[][] {
  const runs: StripCharacter[][] = [];
  let run: StripCharacter[] = [];
  for (const character of [...turned, undefined]) {
    if (character && /[!-~]/.test(character.char)) run.push(character);
    else if (character?.char === ' ' && run.length > 0) run.push(character);
    else {
      if (
        run.length >= LEAST_SIDEWAYS &&
        meanOf(run) >= SURE_SIDEWAYS &&
        run.some(({ char }) => /[A-Za-z0-9]/.test(char))
      )
        runs.push(run);
      run = [];
    }
  }
  return runs;
}

/** How much was read surely: a reading that leaves characters out is no better for being sure of the rest. */
const gain = (characters: readonly StripCharacter[]) =>
  characters.reduce((sum, { char, probability }) => sum + (char === ' ' ? 0 : probability - 0.5), 0);

/** A colon of a column is set as two dots beside each other. */
const asColon = (character: StripCharacter): StripCharacter =>
  /[·‥…：:]/.test(character.char) ? { ...character, char: '：' } : character;

/**
 * A column of print: Chinese characters upright under each other, letters and digits among them on their side.
 * @param box the column's box in the direction of its reading: its width runs downwards
 * @param turned what the same box says when it is read as a line on its side
 * @returns places as shares of the column's length
 */
export async function readColumn(
  picture: Pixels,
  box: TiltedBox,
  turned: readonly StripCharacter[],
  models: Models,
): Promise<StripCharacter[]> {
  const column = uprightColumn(cutStrip(picture, box));
  const { height } = column;
  const runs = sidewaysRuns(turned);
  const taken = runs.map((run) => ({ top: run[0]!.from * height, bottom: run.at(-1)!.to * height }));
  const cells = cellsOf(column, taken);
  if (cells.length === 0) return turned.map(asColon);
  const read = await readStrip(layCells(column, cells), models);
  const stacked = read.map(({ from, to, ...character }) => {
    const cell = cells[Math.min(cells.length - 1, Math.floor(((from + to) / 2) * cells.length))]!;
    return { ...character, from: cell.top / height, to: cell.bottom / height };
  });
  const merged = [...stacked, ...runs.flat()].sort((a, b) => a.from + a.to - b.from - b.to);
  return (gain(merged) >= gain(turned) ? merged : turned).map(asColon);
}
