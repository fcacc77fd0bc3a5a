import { delay } from '../../base/abortable.ts';
import type { MeasuredPlaces } from '../../reports/measured-places.ts';
import { runInPage } from '../network/frames.ts';
import { placesWithin } from './measure-places.ts';
import type { TileShooter } from './take-tiles.ts';
import type { Insets } from './tile-check.ts';
import { OVERLAP, planTiles, type Region } from './tile-plan.ts';
import { shootView } from './visible-tab.ts';

/** Time for pictures and repaints after a scroll, milliseconds. */
const SETTLE_MS = 120;

/** The view would not scroll to where a tile begins: the page scrolls by itself or an inner part of it scrolls instead. */
export class ScrollRefusedError extends Error {
  override name = 'ScrollRefusedError';
}

interface ViewShape {
  width: number;
  height: number;
  document: { width: number; height: number };
  insets: Insets;
}

/** Measures the view and what is fixed to its upper and lower edge, while the page is scrolled halfway. */
function measureView(tabId: number): Promise<ViewShape> {
  return runInPage(tabId, async () => {
    // A document answers for members that bear the name of a picture or form of the page.
    const own = <Name extends keyof Document>(name: Name): Document[Name] =>
      Reflect.apply(Object.getOwnPropertyDescriptor(Document.prototype, name)!.get!, document, []);
    const scroller = own('scrollingElement') ?? own('documentElement');
    const back = scrollY;
    scrollTo({ top: Math.min(innerHeight, scroller.scrollHeight - innerHeight) / 2 + 1, behavior: 'instant' });
    await Promise.race([
      new Promise((resolve) => requestAnimationFrame(resolve)),
      new Promise((resolve) => setTimeout(resolve, 100)),
    ]);
    const insets = { top: 0, bottom: 0, left: 0, right: innerWidth - scroller.clientWidth };
    const probes = [0.1, 0.5, 0.9].map((share) => Math.round(share * innerWidth));
    const fixedAt = (x: number, y: number) => {
      for (let at = Document.prototype.elementFromPoint.call(document, x, y); at; at = at.parentElement) {
        if (/^(fixed|sticky)$/.test(getComputedStyle(at).position)) return at.getBoundingClientRect();
      }
      return null;
    };
    for (const x of probes) {
      const head = fixedAt(x, 1);
      if (head && head.height < innerHeight / 2) insets.top = Math.max(insets.top, Math.ceil(head.bottom));
      const foot = fixedAt(x, innerHeight - 2);
      if (foot && foot.height < innerHeight / 2)
        insets.bottom = Math.max(insets.bottom, Math.ceil(innerHeight - foot.top));
    }
    scrollTo({ top: back, behavior: 'instant' });
    return {
      width: innerWidth,
      height: innerHeight,
      document: { width: scroller.scrollWidth, height: scroller.scrollHeight },
      insets,
    };
  });
}

/** Scrolls the document and waits until it has painted; answers where it really stands. */
function scrollDocument(tabId: number, top: number): Promise<number> {
  return runInPage(
    tabId,
    async (y: number) => {
      scrollTo({ left: 0, top: y, behavior: 'instant' });
      for (let frames = 0; frames < 2; frames += 1) {
        await Promise.race([
          new Promise((resolve) => requestAnimationFrame(resolve)),
          new Promise((resolve) => setTimeout(resolve, 100)),
        ]);
      }
      return Math.round(scrollY);
    },
    top,
  );
}

/** Scrolls back to where the officer was. */
export async function restoreScroll(tabId: number, position: { x: number; y: number }): Promise<void> {
  await runInPage(
    tabId,
    (x: number, y: number) => scrollTo({ left: x, top: y, behavior: 'instant' }),
    position.x,
    position.y,
  );
}

/**
 * Prepares full-page tiles by scrolling the view and shooting it twice a second at most, without the debugger. What is fixed to
 * the window shows in every tile: it is measured, said in the method, and left out of the comparison.
 */
export async function scrollTiles(
  tabId: number,
  signal: AbortSignal,
  measure: () => Promise<MeasuredPlaces | null>,
  onAway: () => Promise<void>,
): Promise<{ shooter: TileShooter; plan: Region[]; wider: boolean }> {
  const view = await measureView(tabId);
  const { insets } = view;
  const fixed =
    insets.top + insets.bottom > 0
      ? `；固定在窗口上沿 ${insets.top} 像素、下沿 ${insets.bottom} 像素的内容会在各块中重复出现，不参与比对`
      : '';
  const page = { width: view.width, height: Math.max(view.document.height, view.height) };
  return {
    wider: view.document.width > view.width + 1,
    plan: planTiles(page, view.height, OVERLAP + insets.top + insets.bottom, true),
    shooter: {
      method: `逐屏滚动截取当前画面，相邻两块的重叠行逐像素比对${fixed}`,
      insets,
      async shoot(region) {
        const top = await scrollDocument(tabId, region.y);
        if (Math.abs(top - region.y) > 1) throw new ScrollRefusedError(`asked ${region.y}, stands at ${top}`);
        await delay(SETTLE_MS, signal);
        const { address } = await shootView(tabId, signal, onAway);
        // Measured before the next shot scrolls on.
        const now = await measure();
        return { address, places: Promise.resolve(now && placesWithin(now.boxes, now.scroll, region)) };
      },
    },
  };
}
