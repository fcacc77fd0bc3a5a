import type { Glyph } from './picture-reading.ts';

/** What the recogniser makes of the lines of a table and of specks; at the edge of a cell it is never print. */
const EDGE_NOISE = /[\s|_~^]/;
/** The same at the beginning of a cell only: a colon whose label stands in another box, a speck. */
const START_NOISE = /[:;,.]/;

/** A short Chinese label and its colon. */
const LABEL = /^\p{Script=Han}{2,8}\s*:/u;

function trimmed(cell: readonly Glyph[]): Glyph[] {
  let start = 0;
  let end = cell.length;
  while (start < end && (EDGE_NOISE.test(cell[start]!.char) || START_NOISE.test(cell[start]!.char))) start += 1;
  while (end > start && EDGE_NOISE.test(cell[end - 1]!.char)) end -= 1;
  return cell.slice(start, end);
}

function cellsOf(row: readonly Glyph[]): Glyph[][] {
  const cells: Glyph[][] = [[]];
  for (const glyph of row) {
    if (glyph.char === '\t') cells.push([]);
    else cells.at(-1)!.push(glyph);
  }
  return cells;
}

/** A label at the beginning of a row stands in a cell of its own. */
function parted(cell: Glyph[], index: number): Glyph[][] {
  const label = index === 0 ? LABEL.exec(cell.map(({ char }) => char).join('')) : null;
  return label ? [cell.slice(0, label[0].length), cell.slice(label[0].length)] : [cell];
}

/**
 * One recognised row without the noise at the edges of its cells. Cells stay parted by tabs, and a label is parted from its value.
 * What is printed is never completed, only what cannot be print is removed.
 */
export function cleanRow(row: readonly Glyph[]): Glyph[] {
  const cells = cellsOf(row)
    .flatMap((cell, index) => parted(trimmed(cell), index))
    .map(trimmed)
    .filter((cell) => cell.length > 0);
  return cells.flatMap((cell, index) => {
    if (index === 0) return cell;
    const { box } = cells[index - 1]!.at(-1)!;
    return [{ char: '\t', sure: 1, box: { ...box, x: box.x + box.width, width: 0 } }, ...cell];
  });
}
