import type { DebuggerSession } from './debugger-session.ts';
import { stableViewport } from './stable-viewport.ts';
import type { TileShooter } from './take-tiles.ts';
import { OVERLAP, planTiles, type Region, TILE_HEIGHT } from './tile-plan.ts';
import { blobOf } from './visible-tab.ts';

/** Pages wider than this are cut, CSS px. */
const WIDEST = 8000;

interface LayoutMetrics {
  cssVisualViewport: { clientHeight: number };
  cssContentSize: { width: number; height: number };
}

/** Extent of the page in whole CSS px. */
export async function contentSize(session: DebuggerSession): Promise<{ width: number; height: number }> {
  const { cssContentSize } = await session.send<LayoutMetrics>('Page.getLayoutMetrics');
  return { width: Math.min(WIDEST, Math.ceil(cssContentSize.width)), height: Math.ceil(cssContentSize.height) };
}

/** One region of the page as PNG, also outside the view. */
export async function shootRegion(session: DebuggerSession, region: Region): Promise<Blob> {
  const { data } = await session.send<{ data: string }>('Page.captureScreenshot', {
    format: 'png',
    captureBeyondViewport: true,
    optimizeForSpeed: true,
    clip: { ...region, scale: 1 },
  });
  return blobOf(`data:image/png;base64,${data}`);
}

/**
 * Prepares full-page tiles over the DevTools protocol: waits until the view has come to rest after attaching and throws the
 * first shot away.
 */
export async function debuggerTiles(
  session: DebuggerSession,
  signal: AbortSignal,
): Promise<{ shooter: TileShooter; plan: Region[]; settled: boolean }> {
  const readHeight = async () =>
    (await session.send<LayoutMetrics>('Page.getLayoutMetrics')).cssVisualViewport.clientHeight;
  const settled = await stableViewport(readHeight, signal);
  const page = await contentSize(session);
  await shootRegion(session, { x: 0, y: 0, width: page.width, height: Math.min(page.height, 200) });
  return {
    settled,
    plan: planTiles(page, TILE_HEIGHT, OVERLAP),
    shooter: {
      method: '浏览器调试接口按区域截取整页，每块高不超过 4000 像素，相邻两块的重叠行逐像素比对',
      insets: { top: 0, bottom: 0, right: 0 },
      shoot: (region) => shootRegion(session, region),
    },
  };
}
