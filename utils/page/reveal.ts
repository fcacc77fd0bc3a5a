import * as dom from './dom.ts';
import { around, type Box, boxesOf, lineBoxes } from './range-boxes.ts';

/** Where a finding is drawn: around its words, or around the element that bears words without a place of their own. */
export function placeOf(ranges: readonly AbstractRange[], element: Element | null): Box | null {
  const box = around(ranges.flatMap(boxesOf));
  if (box) return box;
  const rect = element && dom.getBoundingClientRect(element);
  return rect && rect.width > 0 && rect.height > 0 ? rect : null;
}

/** The same, a box for each line in which its words stand. */
export function linesOf(ranges: readonly AbstractRange[], element: Element | null): Box[] {
  const lines = lineBoxes(ranges.flatMap(boxesOf));
  const box = lines.length === 0 ? placeOf([], element) : null;
  return box ? [box] : lines;
}

/** Brings a place to the middle of the viewport, through every scroller around it. Changes nothing but scroll positions. */
export function reveal(ranges: readonly AbstractRange[], element: Element | null): void {
  const first = ranges[0]?.startContainer;
  const holder = (first && dom.elementAround(first)) ?? element;
  if (!holder) return;
  dom.scrollIntoView(holder, { block: 'center', inline: 'nearest', behavior: 'instant' });
  const view = dom.defaultView(dom.documentOf(holder));
  const box = placeOf(ranges, element);
  // The words can be far from the middle of a holder that is larger than the screen.
  if (!view || !box || (box.y >= 0 && box.y + box.height <= view.innerHeight)) return;
  view.scrollBy({ top: box.y + box.height / 2 - view.innerHeight / 2, behavior: 'instant' });
}
