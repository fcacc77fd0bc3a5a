import { compareRows, isBlack, isBlank } from './pixel-check.ts';
import { BAND_HEIGHT } from './text-bands.ts';
import type { TilePixels } from './tile-pixels.ts';
import { type Region, sharedRows } from './tile-plan.ts';

/** Rows at the lower end of a tile that the browser leaves black when it shot before it had painted, CSS px. */
const LOWER_END = 32;

/** What was found wrong with a tile; empty means that it can be kept. */
export interface TileCheck {
  /** Pixels shared with the tile above, and how many of them differ. */
  shared?: { rows: [number, number]; pixels: number; differing: number };
  /** The shared rows do not agree with the tile above. */
  disagrees: boolean;
  /** Bands of the page where the document has text and the picture has none, by their upper edge in CSS px. */
  blankBands: number[];
  /** The lower end is pure black. */
  blackEnd: boolean;
}

/** What stays in place while the page scrolls, CSS px: a fixed head, foot or margin and the scroll bar are not compared. */
export interface Insets {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

const usable = (region: Region, insets: Insets, isFirst: boolean): Region => ({
  ...region,
  y: region.y + (isFirst ? 0 : insets.top),
  height: region.height - (isFirst ? 0 : insets.top) - insets.bottom,
});

/**
 * Checks a tile against the tile above it and against where the document has text.
 * @param above the neighbour, already accepted
 */
export function checkTile(
  tile: TilePixels,
  above: TilePixels | null,
  textBands: ReadonlySet<number>,
  insets: Insets,
): TileCheck {
  const check: TileCheck = { disagrees: false, blankBands: [], blackEnd: false };
  const area = usable(tile.region, insets, above === null);
  const shared = above && sharedRows(usable(above.region, insets, above.region.y === 0), area);
  if (above && shared) {
    const upper = above.rows(shared.top, shared.bottom, insets);
    const lower = tile.rows(shared.top, shared.bottom, insets);
    if (upper && lower) {
      const { pixels, differing, agree } = compareRows(upper, lower);
      check.shared = { rows: [shared.top, shared.bottom], pixels, differing };
      check.disagrees = !agree;
    }
  }
  const firstBand = Math.ceil(area.y / BAND_HEIGHT);
  const lastBand = Math.floor((area.y + area.height) / BAND_HEIGHT) - 1;
  for (let band = firstBand; band <= lastBand; band += 1) {
    if (!textBands.has(band)) continue;
    const pixels = tile.rows(band * BAND_HEIGHT, (band + 1) * BAND_HEIGHT, insets);
    if (pixels && isBlank(pixels)) check.blankBands.push(band * BAND_HEIGHT);
  }
  const end = tile.region.y + tile.region.height;
  const lowerEnd = tile.rows(end - LOWER_END, end);
  check.blackEnd = lowerEnd !== null && isBlack(lowerEnd);
  return check;
}

/** Whether a check found nothing wrong. */
export const isSound = (check: TileCheck): boolean =>
  !check.disagrees && check.blankBands.length === 0 && !check.blackEnd;
