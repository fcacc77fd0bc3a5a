import * as dom from './dom.ts';
import { around, type Box, boxesOf } from './range-boxes.ts';
import { placeOf } from './reveal.ts';

/** An element that holds a value with its label: a row of a table, an entry of a list, a paragraph. */
const ROW = 'tr, li, p';

/** A row that is higher than so many of its values holds other things, too. */
const MOST_TIMES = 3;

/** Where a value stands with its label, as far as one row of the page holds both. */
function rowOf(range: AbstractRange): Box | null {
  const value = around(boxesOf(range));
  if (!value) return null;
  const holder = dom.elementAround(range.startContainer);
  const row = holder && dom.closest(holder, ROW);
  if (!row || !dom.contains(row, range.endContainer)) return value;
  const { x, y, width, height } = dom.getBoundingClientRect(row);
  return height > 0 && height <= MOST_TIMES * value.height ? { x, y, width, height } : value;
}

/** The frame of a certificate: around its values and the labels that stand beside them, or around its picture. */
export function certificateFrame(ranges: readonly AbstractRange[], element: Element | null): Box | null {
  return around(ranges.flatMap((range) => rowOf(range) ?? [])) ?? placeOf([], element);
}
