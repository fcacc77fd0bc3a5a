import { type Models, STRIP_HEIGHT } from './models.ts';
import { emptyPixels, type Pixels } from './pixels.ts';
import type { StripCharacter } from './read-characters.ts';
import { cutStrip, meanOf, readStrip } from './read-strip.ts';
import type { TiltedBox } from './tilted-box.ts';

/** Characters of a column are about as high as the column is wide; strokes of one character lie no farther apart. */
const MOST_HEIGHT = 1.12;
/** Latin letters and digits lie on their side in a column; so many of them, so surely read, are taken from the turned column. */
const LEAST_SIDEWAYS = 2;
const SURE_SIDEWAYS = 0.8;

interface Cell {
  top: number;
  bottom: number;
}

const luma = (data: Uint8ClampedArray, at: number) =>
  (data[at]! * 299 + data[at + 1]! * 587 + data[at + 2]! * 114) / 1000;

/** Rows of a column that bear ink: those that differ from its paper. */
function inkedRows({ width, height, data }: Pixels): boolean[] {
  const values = new Float32Array(width * height);
  for (let i = 0, at = 0; i < values.length; i += 1, at += 4) values[i] = luma(data, at);
  const sorted = Float32Array.from(values).sort();
  const paper = sorted[sorted.length >> 1]!;
  const reach = Math.max(
    paper - sorted[Math.floor(sorted.length * 0.02)]!,
    sorted[Math.floor(sorted.length * 0.98)]! - paper,
  );
  const rows: boolean[] = [];
  for (let y = 0; y < height; y += 1) {
    let inked = 0;
    for (let x = 0; x < width; x += 1) if (Math.abs(values[y * width + x]! - paper) > reach * 0.4) inked += 1;
    rows.push(inked >= 2);
  }
  return rows;
}

/** The characters of a column from top to bottom: runs of inked rows, joined as long as they fit one character. */
export function cellsOf(column: Pixels): Cell[] {
  const cells: Cell[] = [];
  let start = -1;
  const rows = [...inkedRows(column), false];
  for (const [y, inked] of rows.entries()) {
    if (inked && start < 0) start = y;
    if (inked || start < 0) continue;
    const last = cells.at(-1);
    if (last && y - last.top <= column.width * MOST_HEIGHT) last.bottom = y;
    else cells.push({ top: start, bottom: y });
    start = -1;
  }
  return cells;
}

/** The characters of a column set side by side on its paper, each in a square. */
function layCells(column: Pixels, cells: readonly Cell[]): Pixels {
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

/** The characters that stand upright under each other, places as shares of the column's length. */
async function readStacked(picture: Pixels, box: TiltedBox, models: Models): Promise<StripCharacter[]> {
  const turned = cutStrip(picture, box);
  const column = emptyPixels(turned.height, turned.width);
  // A column's strip runs downwards: its first axis is the picture's second, its second axis the picture's first, mirrored.
  for (let y = 0; y < column.height; y += 1) {
    for (let x = 0; x < column.width; x += 1) {
      const from = ((turned.height - 1 - x) * turned.width + y) * 4;
      column.data.set(turned.data.subarray(from, from + 4), (y * column.width + x) * 4);
    }
  }
  const cells = cellsOf(column);
  if (cells.length === 0) return [];
  const read = await readStrip(layCells(column, cells), models);
  return read.map(({ char, probability, from, to }) => {
    const cell = cells[Math.min(cells.length - 1, Math.floor(((from + to) / 2) * cells.length))]!;
    return { char, probability, from: cell.top / column.height, to: cell.bottom / column.height };
  });
}

/** Runs of letters and digits that were surely read in the turned column. */
function sidewaysRuns(turned: readonly StripCharacter[]): StripCharacter[][] {
  const runs: StripCharacter[][] = [];
  let run: StripCharacter[] = [];
  for (const character of [...turned, undefined]) {
    if (character && /[!-~ ]/.test(character.char)) run.push(character);
    else {
      if (run.length >= LEAST_SIDEWAYS && meanOf(run) >= SURE_SIDEWAYS) runs.push(run);
      run = [];
    }
  }
  return runs;
}

/**
 * A column of print: Chinese characters upright under each other, letters and digits among them on their side.
 * @param box the column's box in the direction of its reading: its width runs downwards
 * @param turned what the same box says when it is read as a line on its side
 */
export async function readColumn(
  picture: Pixels,
  box: TiltedBox,
  turned: readonly StripCharacter[],
  models: Models,
): Promise<StripCharacter[]> {
  const stacked = await readStacked(picture, box, models);
  let merged = stacked;
  for (const run of sidewaysRuns(turned)) {
    const from = run[0]!.from;
    const to = run.at(-1)!.to;
    const covered = merged.filter(({ from: top, to: bottom }) => (top + bottom) / 2 > from && (top + bottom) / 2 < to);
    if (
      covered.length > 0 &&
      meanOf(covered) > meanOf(run) &&
      /\p{Script=Han}/u.test(covered.map(({ char }) => char).join(''))
    )
      continue;
    merged = [...merged.filter((each) => !covered.includes(each)), ...run].sort(
      (a, b) => a.from + a.to - b.from - b.to,
    );
  }
  return merged;
}
