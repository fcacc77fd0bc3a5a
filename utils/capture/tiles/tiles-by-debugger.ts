import type { MeasuredPlaces } from '../../reports/measured-places.ts';
import type { DebuggerSession } from '../network/debugger-session.ts';
import { placesWithin } from './measure-places.ts';
import { stableViewport } from './stable-viewport.ts';
import type { TileShooter } from './take-tiles.ts';
import { OVERLAP, planTiles, type Region, TILE_HEIGHT } from './tile-plan.ts';

/** Pages wider than this are cut, CSS px. */
const WIDEST = 8000;

interface LayoutMetrics {
  cssVisualViewport: { clientHeight: number };
  cssContentSize: { width: number; height: number };
}

/** Extent of the page in whole CSS px. */
async function contentSize(session: DebuggerSession): Promise<{ width: number; height: number }> {
  const { cssContentSize } = await session.send<LayoutMetrics>('Page.getLayoutMetrics');
  return { width: Math.min(WIDEST, Math.ceil(cssContentSize.width)), height: Math.ceil(cssContentSize.height) };
}

/** One region of the page, also outside the view, as a `data:` address of a PNG. */
async function shootRegion(session: DebuggerSession, region: Region): Promise<string> {
  const { data } = await session.send<{ data: string }>('Page.captureScreenshot', {
    format: 'png',
    captureBeyondViewport: true,
    optimizeForSpeed: true,
    clip: { ...region, scale: 1 },
  });
  return `data:image/png;base64,${data}`;
}

/** The browser's bar slid in while tiles were being shot: what was shot so far may show the view repeated. */
export class ViewMovedError extends Error {
  override name = 'ViewMovedError';
}

/** After attaching, the browser's bar slides in within this time, if it does. */
const BAR_MS = 800;

/**
 * Prepares full-page tiles over the DevTools protocol and throws the first shot away. For as long as the browser's bar may still
 * slide in, the height of the view is read after each shot.
 * @param measure tells where the findings stand
 * @param patient waits for the view to come to rest instead of watching it
 */
export async function debuggerTiles(
  session: DebuggerSession,
  signal: AbortSignal,
  measure: () => Promise<MeasuredPlaces | null>,
  patient: boolean,
): Promise<{ shooter: TileShooter; plan: Region[]; settled: boolean }> {
  const readHeight = async () =>
    (await session.send<LayoutMetrics>('Page.getLayoutMetrics')).cssVisualViewport.clientHeight;
  const watchedUntil = patient ? 0 : performance.now() + BAR_MS;
  const settled = !patient || (await stableViewport(readHeight, signal));
  const height = await readHeight();
  const page = await contentSize(session);
  const shoot = async (region: Region) => {
    const isWatched = performance.now() < watchedUntil;
    const address = await shootRegion(session, region);
    if (isWatched && (await readHeight()) !== height) throw new ViewMovedError();
    const places = measure().then((now) => now && placesWithin(now.boxes, now.scroll, region));
    return { address, places };
  };
  await shoot({ x: 0, y: 0, width: page.width, height: Math.min(page.height, 200) });
  return {
    settled,
    plan: planTiles(page, TILE_HEIGHT, OVERLAP),
    shooter: {
      method: '浏览器调试接口按区域截取整页，每块高不超过 4000 像素，相邻两块的重叠行逐像素比对',
      insets: { top: 0, bottom: 0, left: 0, right: 0 },
      shoot,
    },
  };
}
