import type { FindingPlace } from '../../evidence/finding-place.ts';
import { placesWithin } from './measure-places.ts';
import type { Insets } from './tile-check.ts';
import { type Region, TILE_HEIGHT } from './tile-plan.ts';

/** A view of the window with the scroller at one place, and where to read its picture. */
export interface ScrollerTile {
  name: string;
  region: Region & { scale: number };
  places: readonly FindingPlace[];
  read(): Promise<Blob>;
}

/** One piece of the scroller's content put together from the views. */
export interface StitchedPiece {
  picture: Blob;
  /** In the coordinates of the content, its upper edge is 0. */
  region: Region & { scale: number };
  derivedFrom: string[];
  /** Where findings stand in it. */
  places: FindingPlace[];
}

/** The places of the findings in the coordinates of the content, each line from the first view that shows its middle. */
export function placesInContent(tiles: readonly ScrollerTile[], insets: Insets): FindingPlace[] {
  const found = new Map<string, FindingPlace>();
  for (const { region, places } of tiles) {
    const lines = new Map<string, number>();
    for (const place of places) {
      const line = (lines.get(place.findingId) ?? 0) + 1;
      lines.set(place.findingId, line);
      const key = `${place.findingId} ${line}`;
      const middle = place.y + place.height / 2 - region.y;
      const shows = middle >= insets.top && middle <= region.height - insets.bottom;
      if (shows && !found.has(key)) found.set(key, { ...place, x: place.x - insets.left, y: place.y - insets.top });
    }
  }
  return [...found.values()];
}

/**
 * The scroller's content alone, without what stands around it in the window, in pieces of at most {@link TILE_HEIGHT} CSS px.
 * @param insets what of each view is not the scroller
 */
export async function* stitchScroller(
  tiles: readonly ScrollerTile[],
  insets: Insets,
): AsyncGenerator<StitchedPiece, void> {
  const [first] = tiles;
  if (!first) return;
  const { scale, width: viewWidth, height: viewHeight } = first.region;
  const width = viewWidth - insets.left - insets.right;
  const shown = viewHeight - insets.top - insets.bottom;
  const placed = placesInContent(tiles, insets);
  const end = tiles.at(-1)!.region.y + shown;
  for (let from = 0; from < end; from += TILE_HEIGHT) {
    const to = Math.min(end, from + TILE_HEIGHT);
    const canvas = new OffscreenCanvas(Math.round(width * scale), Math.round((to - from) * scale));
    const context = canvas.getContext('2d')!;
    const derivedFrom: string[] = [];
    for (const { name, region, read } of tiles) {
      if (region.y >= to || region.y + shown <= from) continue;
      const bitmap = await createImageBitmap(await read());
      const part = [insets.left, insets.top, width, shown].map((length) => Math.round(length * scale));
      const [x, y, w, h] = part as [number, number, number, number];
      context.drawImage(bitmap, x, y, w, h, 0, Math.round((region.y - from) * scale), w, h);
      bitmap.close();
      derivedFrom.push(name);
    }
    const picture = await canvas.convertToBlob({ type: 'image/png' });
    const region = { x: 0, y: from, width, height: to - from, scale };
    yield { picture, region, derivedFrom, places: placesWithin(placed, { x: 0, y: 0 }, region) };
  }
}
