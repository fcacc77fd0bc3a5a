import { runInPage } from '../network/frames.ts';

/** How the scroll through the page went. */
export interface LazyScroll {
  screens: number;
  milliseconds: number;
  /** The end of the page was reached, or the bound that stopped the scroll. */
  ended: 'end' | 'screens' | 'seconds';
  /** Height of the document before and after, CSS px. */
  heights: { before: number; after: number };
  /** Pictures that had not arrived when the wait was over. */
  pendingPictures: number;
}

/**
 * Scrolls once through the page so that lazy content loads, waits for the pictures it brought, and puts the scroll position
 * back. Bounded: a feed without end stops at the bound, and the result says so.
 * @throws DocumentGoneError
 */
export function scrollThrough(tabId: number, bounds: { maxScreens: number; maxSeconds: number }): Promise<LazyScroll> {
  return runInPage(
    tabId,
    async (maxScreens: number, maxSeconds: number): Promise<LazyScroll> => {
      // A document answers for members that bear the name of a picture or form of the page.
      const own = <Name extends keyof Document>(name: Name): Document[Name] =>
        Reflect.apply(Object.getOwnPropertyDescriptor(Document.prototype, name)!.get!, document, []);
      const scroller = own('scrollingElement') ?? own('documentElement');
      const startedAt = performance.now();
      const elapsed = () => performance.now() - startedAt;
      const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
      // A tab in the background draws no frames: the timer lets the scroll go on there.
      const frame = () => Promise.race([new Promise((resolve) => requestAnimationFrame(resolve)), pause(60)]);
      const pending = () => [...document.images].filter((image) => !image.complete).length;
      const back = { left: scrollX, top: scrollY };
      const before = scroller.scrollHeight;
      let screens = 0;
      let ended: LazyScroll['ended'] = 'end';
      for (let top = 0; top < scroller.scrollHeight - innerHeight; screens += 1) {
        if (screens >= maxScreens) {
          ended = 'screens';
          break;
        }
        if (elapsed() > maxSeconds * 1000) {
          ended = 'seconds';
          break;
        }
        const height = scroller.scrollHeight;
        top += innerHeight;
        scrollTo({ left: 0, top, behavior: 'instant' });
        await frame();
        // What an observer loads shows as pictures under way or as a page that grows: only then is there something to wait for.
        if (pending() > 0 || scroller.scrollHeight !== height) await pause(80);
        if (top >= scroller.scrollHeight - innerHeight && screens > 0) await pause(120);
      }
      while (pending() > 0 && elapsed() < Math.min(maxSeconds * 1000, 4000)) await pause(60);
      scrollTo({ ...back, behavior: 'instant' });
      await frame();
      return {
        screens,
        milliseconds: Math.round(elapsed()),
        ended,
        heights: { before, after: scroller.scrollHeight },
        pendingPictures: pending(),
      };
    },
    bounds.maxScreens,
    bounds.maxSeconds,
  );
}
