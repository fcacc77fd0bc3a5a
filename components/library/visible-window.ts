/** Lists up to this length are drawn whole: find-in-page and screen readers then see every row. */
export const WINDOW_FROM = 200;

/** The rows to draw, and the empty space that stands for the others (px). */
export interface VisibleWindow {
  first: number;
  /** Exclusive. */
  last: number;
  before: number;
  after: number;
}

/** The slice of a list of equally high rows that is in view, with some rows to spare on both sides. All lengths in px. */
export function visibleWindow(list: {
  count: number;
  rowHeight: number;
  scrollTop: number;
  viewportHeight: number;
  spare?: number;
}): VisibleWindow {
  const { count, rowHeight, scrollTop, viewportHeight, spare = 12 } = list;
  if (count <= WINDOW_FROM) return { first: 0, last: count, before: 0, after: 0 };
  const first = Math.max(0, Math.min(count, Math.floor(scrollTop / rowHeight)) - spare);
  const last = Math.min(count, Math.ceil((scrollTop + viewportHeight) / rowHeight) + spare);
  return { first, last, before: first * rowHeight, after: (count - last) * rowHeight };
}

/** The scroll position nearest to the present one at which a row is wholly in view, px. */
export function scrollToRow(row: {
  index: number;
  rowHeight: number;
  scrollTop: number;
  viewportHeight: number;
}): number {
  const top = row.index * row.rowHeight;
  if (top < row.scrollTop) return top;
  return Math.max(row.scrollTop, top + row.rowHeight - row.viewportHeight);
}
