import { browser } from '#imports';
import type { MeasuredPlaces } from '../../reports/measured-places.ts';
import type { PageFacts } from '../../reports/page-facts.ts';
import { placesWithin } from './measure-places.ts';
import type { TileShooter } from './take-tiles.ts';
import { OVERLAP, planTiles, type Region, TILE_HEIGHT } from './tile-plan.ts';

// Typed by hand: the shared types describe what Chromium has too.
const captureTab = (
  browser.tabs as typeof browser.tabs & { captureTab?: (tabId: number, options: object) => Promise<string> }
).captureTab;

/** True where the browser shoots any part of a page by its coordinates (Firefox). */
export const canCaptureRect = (): boolean => captureTab !== undefined;

/** Full-page tiles by the browser's own picture of a rectangle; nothing scrolls and no bar appears. */
export function rectTiles(
  tabId: number,
  facts: PageFacts,
  measure: () => Promise<MeasuredPlaces | null>,
): { shooter: TileShooter; plan: Region[] } {
  return {
    plan: planTiles(facts.document, TILE_HEIGHT, OVERLAP),
    shooter: {
      method: '浏览器按坐标截取整页，每块高不超过 4000 像素，相邻两块的重叠行逐像素比对',
      insets: { top: 0, bottom: 0, left: 0, right: 0 },
      async shoot(region) {
        const rect = { x: region.x, y: region.y, width: region.width, height: region.height };
        const scale = facts.viewport.devicePixelRatio;
        const address = await captureTab!(tabId, { format: 'png', rect, scale });
        const places = measure().then((now) => now && placesWithin(now.boxes, now.scroll, region));
        return { address, places };
      },
    },
  };
}
