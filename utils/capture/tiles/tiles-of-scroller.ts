import { delay } from '../../base/abortable.ts';
import type { ChosenScroller } from '../../evidence/capture-job.ts';
import type { MeasuredPlaces } from '../../reports/measured-places.ts';
import { type StandingScroller, scrollInner } from './inner-scroller.ts';
import { placesWithin } from './measure-places.ts';
import type { TileShooter } from './take-tiles.ts';
import { OVERLAP, planTiles, type Region } from './tile-plan.ts';
import { ScrollRefusedError } from './tiles-by-scroll.ts';
import { shootView } from './visible-tab.ts';

/** Time for pictures and repaints after a scroll, milliseconds. */
const SETTLE_MS = 120;

/** How the scroll through an inner scroller went. */
export interface InnerScroll {
  screens: number;
  ended: 'end' | 'screens' | 'seconds';
  heights: { before: number; after: number };
}

/**
 * Scrolls once through a scroller so that lazy content loads, within bounds, and puts it back.
 * @throws ScrollerGoneError, DocumentGoneError
 */
export async function scrollThroughInner(
  tabId: number,
  chosen: ChosenScroller,
  bounds: { maxScreens: number; maxSeconds: number },
  signal: AbortSignal,
): Promise<InnerScroll> {
  const startedAt = performance.now();
  const { scrollTop: back } = await scrollInner(tabId, chosen, null);
  const first = await scrollInner(tabId, chosen, 0);
  let now = first;
  let screens = 0;
  let ended: InnerScroll['ended'] = 'end';
  while (now.scrollTop + now.clientHeight < now.contentHeight - 1) {
    if (screens >= bounds.maxScreens) ended = 'screens';
    else if (performance.now() - startedAt > bounds.maxSeconds * 1000) ended = 'seconds';
    if (ended !== 'end') break;
    const before = now;
    now = await scrollInner(tabId, chosen, now.scrollTop + now.clientHeight);
    screens += 1;
    // What is loaded at the end shows as content that grows: it is given a moment.
    if (now.scrollTop + now.clientHeight >= now.contentHeight - 1) {
      await delay(SETTLE_MS * 2, signal);
      now = await scrollInner(tabId, chosen, now.scrollTop);
    }
    if (now.scrollTop <= before.scrollTop) break;
  }
  await scrollInner(tabId, chosen, back);
  return { screens, ended, heights: { before: first.contentHeight, after: now.contentHeight } };
}

/** What of the window is not the scroller: it shows in every tile and is not compared. */
export const insetsOf = ({ box, view }: StandingScroller) => ({
  top: box.y,
  bottom: view.height - box.y - box.height,
  left: box.x,
  right: view.width - box.x - box.width,
});

/**
 * Prepares tiles of an inner scroller: views of the window, one for each step of the scroller. Their regions count from where
 * the window's upper edge stands over the scroller's content, so that neighbours share rows as those of a page do.
 */
export function scrollerTiles(
  tabId: number,
  chosen: ChosenScroller,
  standing: StandingScroller,
  signal: AbortSignal,
  measure: () => Promise<MeasuredPlaces | null>,
  onAway: () => Promise<void>,
): { shooter: TileShooter; plan: Region[] } {
  const { box, view, origin, clientHeight, contentHeight } = standing;
  const page = { width: view.width, height: contentHeight - clientHeight + view.height };
  const size = `左起 ${box.x}、上起 ${box.y} 像素，宽 ${box.width}、高 ${box.height} 像素`;
  return {
    plan: planTiles(page, view.height, OVERLAP + view.height - box.height, true),
    shooter: {
      method: `逐屏滚动网页内的滚动区域（窗口中${size}）并截取当前画面，相邻两块在区域内的重叠行逐像素比对；区域以外的内容在各块中重复出现，不参与比对`,
      insets: insetsOf(standing),
      async shoot(region) {
        const { scrollTop } = await scrollInner(tabId, chosen, region.y);
        if (Math.abs(scrollTop - region.y) > 1)
          throw new ScrollRefusedError(`asked ${region.y}, stands at ${scrollTop}`);
        await delay(SETTLE_MS, signal);
        const { address } = await shootView(tabId, signal, onAway);
        const now = await measure();
        const places = now && placesWithin(now.boxes, { x: origin.x, y: origin.y + region.y }, region);
        return { address, places: Promise.resolve(places) };
      },
    },
  };
}
