/** Part of the page in CSS px, document coordinates. */
export interface Region {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Tallest tile in CSS px: taller shots come back white or repeated without an error. */
export const TILE_HEIGHT = 4000;

/**
 * Rows that neighbours share, CSS px. Together with {@link TILE_HEIGHT} it makes a step of 3,960, a whole number of device
 * pixels at every usual zoom (110 %, 125 %, 150 %, 175 %), so that shared rows are sampled alike in both tiles.
 */
export const OVERLAP = 40;

/**
 * Tiles that cover a page from top to bottom, each sharing `overlap` rows with the next. The last one ends at the page's end:
 * it is cut off there, or with `whole` moved up to its full height (a viewport that scrolls no further).
 * @param tileHeight CSS px, more than `overlap`
 */
export function planTiles(
  page: { width: number; height: number },
  tileHeight: number,
  overlap: number,
  whole = false,
): Region[] {
  if (tileHeight <= overlap) throw new RangeError('a tile must be higher than its overlap');
  const regions: Region[] = [];
  for (let y = 0; ; y += tileHeight - overlap) {
    const left = page.height - y;
    const top = whole ? Math.max(0, Math.min(y, page.height - tileHeight)) : y;
    const height = whole ? tileHeight : Math.min(tileHeight, left);
    regions.push({ x: 0, y: top, width: page.width, height });
    if (left <= tileHeight) return regions;
  }
}

/** The rows that two neighbours both show, document coordinates; null when they do not touch. */
export function sharedRows(above: Region, below: Region): { top: number; bottom: number } | null {
  const top = Math.max(above.y, below.y);
  const bottom = Math.min(above.y + above.height, below.y + below.height);
  return bottom > top ? { top, bottom } : null;
}
