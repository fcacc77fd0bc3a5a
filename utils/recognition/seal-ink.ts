import type { Pixels } from './pixels.ts';

/** Side of the squares in which red px are counted, px. */
const CELL = 6;
/** A square with this share of red px belongs to a patch. */
const RED_SHARE = 0.06;
/** Red over both other channels by this many levels is seal ink, also where it lies over print. */
const EXCESS = 28;
/** Inside of a seal less is enough: the edges of its strokes are mixed with paper. */
const LEAST_TINGE = 8;
/** A seal is at least so wide and high, px, and about as wide as high. */
const LEAST_SIDE = 48;
const MOST_RATIO = 1.7;
/** A filled badge has more red than an outline and a few words leave; its white words would go with it. */
const MOST_FILL = 0.55;
/** Single red characters as large as a seal stand in rows; so many alike beside each other are print. */
const ROW_OF_PRINT = 3;

/** A patch of red, in cells; both ends belong to it. */
interface Patch {
  left: number;
  top: number;
  right: number;
  bottom: number;
  cells: number[];
  red: number;
}

const excess = (data: Uint8ClampedArray, at: number) => data[at]! - Math.max(data[at + 1]!, data[at + 2]!);

/** Red px of every cell, counted. */
function countRed({ width, height, data }: Pixels, columns: number, rows: number): Uint16Array {
  const counts = new Uint16Array(columns * rows);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / CELL) * columns;
    for (let x = 0, at = y * width * 4; x < width; x += 1, at += 4) {
      if (excess(data, at) > EXCESS) counts[row + Math.floor(x / CELL)]! += 1;
    }
  }
  return counts;
}

/** Cells with red that touch, or lie two cells apart: the ring, the star and the words of a seal are one patch. */
function redPatches(counts: Uint16Array, columns: number, rows: number): Patch[] {
  const isRed = (cell: number) => counts[cell]! >= CELL * CELL * RED_SHARE;
  const seen = new Uint8Array(counts.length);
  const patches: Patch[] = [];
  for (let start = 0; start < counts.length; start += 1) {
    if (seen[start] || !isRed(start)) continue;
    const patch: Patch = { left: columns, top: rows, right: 0, bottom: 0, cells: [], red: 0 };
    const stack = [start];
    seen[start] = 1;
    while (stack.length > 0) {
      const cell = stack.pop()!;
      const x = cell % columns;
      const y = (cell - x) / columns;
      patch.cells.push(cell);
      patch.red += counts[cell]!;
      patch.left = Math.min(patch.left, x);
      patch.right = Math.max(patch.right, x);
      patch.top = Math.min(patch.top, y);
      patch.bottom = Math.max(patch.bottom, y);
      for (let ny = Math.max(0, y - 2); ny <= Math.min(rows - 1, y + 2); ny += 1) {
        for (let nx = Math.max(0, x - 2); nx <= Math.min(columns - 1, x + 2); nx += 1) {
          const next = ny * columns + nx;
          if (!seen[next] && isRed(next)) {
            seen[next] = 1;
            stack.push(next);
          }
        }
      }
    }
    patches.push(patch);
  }
  return patches;
}

const widthOf = ({ left, right }: Patch) => (right - left + 1) * CELL;
const heightOf = ({ top, bottom }: Patch) => (bottom - top + 1) * CELL;

function looksLikeSeal(patch: Patch): boolean {
  const width = widthOf(patch);
  const height = heightOf(patch);
  return (
    Math.min(width, height) >= LEAST_SIDE &&
    Math.max(width, height) <= MOST_RATIO * Math.min(width, height) &&
    patch.red < MOST_FILL * width * height
  );
}

/** Two patches of about one height that stand beside each other no farther than print does. */
function besides(a: Patch, b: Patch): boolean {
  const low = Math.min(heightOf(a), heightOf(b));
  const shared = (Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) + 1) * CELL;
  const gap = (Math.max(a.left, b.left) - Math.min(a.right, b.right) - 1) * CELL;
  return shared > 0.7 * low && low > 0.6 * Math.max(heightOf(a), heightOf(b)) && gap < 0.7 * low;
}

/** How many of the others stand in one row with a patch, itself counted. */
function rowOf(patch: Patch, all: readonly Patch[]): number {
  const row = new Set([patch]);
  for (const member of row) for (const other of all) if (!row.has(other) && besides(member, other)) row.add(other);
  return row.size;
}

/** The level at which a share of some values lies, from below. */
function levelAt(histogram: Uint32Array, share: number): number {
  const wanted = histogram.reduce((sum, count) => sum + count, 0) * share;
  let seen = 0;
  for (let level = 0; level < 256; level += 1) {
    seen += histogram[level]!;
    if (seen > wanted) return level;
  }
  return 255;
}

/** Red levels below this are print under the ink, not ink. */
const DARK = 110;
/** The paint of a seal is uneven; the level that becomes paper lies so far below the middle of its px. */
const INK_SHARE = 0.2;

/** Visits the px of a patch by their offsets. */
function eachPixel({ width, height }: Pixels, seal: Patch, visit: (at: number) => void): void {
  for (let y = seal.top * CELL; y < Math.min(height, (seal.bottom + 1) * CELL); y += 1) {
    for (let x = seal.left * CELL; x < Math.min(width, (seal.right + 1) * CELL); x += 1) visit((y * width + x) * 4);
  }
}

/** Paints over the ink of one seal: its red channel, stretched so that ink is as light as the paper beside it. */
function paintOver(picture: Pixels, seal: Patch): void {
  const { data } = picture;
  const ink = new Uint32Array(256);
  const paper = new Uint32Array(256);
  eachPixel(picture, seal, (at) => {
    if (excess(data, at) > EXCESS) {
      if (data[at]! > DARK) ink[data[at]!]! += 1;
    } else paper[data[at + 1]!]! += 1;
  });
  const light = levelAt(paper, 0.6);
  const stretch = light / Math.max(DARK, levelAt(ink, INK_SHARE));
  eachPixel(picture, seal, (at) => {
    if (excess(data, at) < LEAST_TINGE) return;
    const level = Math.min(light, data[at]! * stretch);
    data[at] = level;
    data[at + 1] = level;
    data[at + 2] = level;
  });
}

/**
 * Takes red seals off a picture, in place, and leaves red titles, prices and badges: only patches about as wide as high go. Print
 * under a seal stays, for in the red channel it is dark and the ink light.
 */
export function removeSealInk(picture: Pixels): void {
  const columns = Math.ceil(picture.width / CELL);
  const rows = Math.ceil(picture.height / CELL);
  const patches = redPatches(countRed(picture, columns, rows), columns, rows);
  const seals = patches.filter(looksLikeSeal);
  for (const seal of seals) if (rowOf(seal, seals) < ROW_OF_PRINT) paintOver(picture, seal);
}
