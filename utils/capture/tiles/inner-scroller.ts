import { ExpectedFailure } from '../../base/expected-failure.ts';
import { runInPage } from '../network/frames.ts';

/** A part of the page that scrolls by itself: a chat, the list of a mini-shop, a page in a frame of its own making. */
export interface OfferedScroller {
  /** The way to the element from the root: places among the children, `s` into a shadow root. Only compared and walked. */
  path: string;
  /** CSS px: what shows of it, and the height of its whole content. */
  width: number;
  height: number;
  contentHeight: number;
}

/** How a scroller stands in the window, CSS px. */
export interface StandingScroller {
  /** What of it shows, in the coordinates of the viewport. */
  box: { x: number; y: number; width: number; height: number };
  /** Height of the element without its borders and of its whole content. */
  clientHeight: number;
  contentHeight: number;
  scrollTop: number;
  view: { width: number; height: number };
}

/** The scroller that the officer chose is no longer there, or no longer scrolls. */
export class ScrollerGoneError extends ExpectedFailure {
  override name = 'ScrollerGoneError';
  constructor() {
    super('error_captureScrollerGone');
  }
}

/** Scrollers that are offered, the largest first. */
const OFFERED = 3;

/**
 * Finds the parts of the page in view that scroll by themselves and hide much of their content: looked for under a grid of
 * points, so that a huge page costs no more than a small one.
 * @throws DocumentGoneError
 */
export function findScrollers(tabId: number): Promise<OfferedScroller[]> {
  return runInPage(
    tabId,
    (offered: number) => {
      // A document answers for members that bear the name of a picture or form of the page.
      const own = <Name extends keyof Document>(name: Name): Document[Name] =>
        Reflect.apply(Object.getOwnPropertyDescriptor(Document.prototype, name)!.get!, document, []);
      const deepest = (x: number, y: number): Element | null => {
        let element = Document.prototype.elementFromPoint.call(document, x, y);
        for (let inner = element; inner; inner = inner.shadowRoot?.elementFromPoint(x, y) ?? null) {
          if (inner === element && !inner.shadowRoot) break;
          element = inner;
        }
        return element;
      };
      const above = (element: Element): Element | null => {
        const root = element.getRootNode();
        return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
      };
      const pathOf = (element: Element): string => {
        const holder = above(element);
        if (!holder || !element.parentNode) return '';
        const place = [...element.parentNode.children].indexOf(element);
        return `${pathOf(holder)}${element.parentElement ? '' : '/s'}/${place}`;
      };
      const found = new Set<Element>();
      const steps = [0.06, 0.18, 0.3, 0.42, 0.5, 0.58, 0.7, 0.82, 0.94];
      for (const across of steps) {
        for (const down of steps) {
          for (let at = deepest(innerWidth * across, innerHeight * down); at && !found.has(at); at = above(at))
            found.add(at);
        }
      }
      const hidesMuch = (element: Element) =>
        ![own('scrollingElement'), own('documentElement'), own('body')].includes(element) &&
        element.clientWidth >= 160 &&
        element.clientHeight >= 120 &&
        element.scrollHeight > element.clientHeight * 1.25 &&
        /^(auto|scroll|overlay)$/.test(getComputedStyle(element).overflowY);
      return [...found]
        .filter(hidesMuch)
        .sort((a, b) => b.clientWidth * b.clientHeight - a.clientWidth * a.clientHeight)
        .slice(0, offered)
        .map((element) => ({
          path: pathOf(element),
          width: element.clientWidth,
          height: element.clientHeight,
          contentHeight: element.scrollHeight,
        }));
    },
    OFFERED,
  );
}

/**
 * Scrolls an inner scroller, waits until it has painted, and answers how it stands then; with `top` null it is only brought
 * into the window.
 * @throws ScrollerGoneError, DocumentGoneError
 */
export async function scrollInner(tabId: number, path: string, top: number | null): Promise<StandingScroller> {
  const scroller = await runInPage(
    tabId,
    async (way: string, to: number | null) => {
      // A document answers for members that bear the name of a picture or form of the page.
      const own = <Name extends keyof Document>(name: Name): Document[Name] =>
        Reflect.apply(Object.getOwnPropertyDescriptor(Document.prototype, name)!.get!, document, []);
      let element: Element | ShadowRoot | null | undefined = own('documentElement');
      for (const step of way.split('/').slice(1))
        element = step === 's' ? (element as Element | undefined)?.shadowRoot : element?.children[Number(step)];
      if (!(element instanceof Element) || element.scrollHeight <= element.clientHeight) return null;
      if (to === null) element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
      else element.scrollTo({ top: to, behavior: 'instant' });
      for (let frames = 0; frames < 2; frames += 1) {
        await Promise.race([
          new Promise((resolve) => requestAnimationFrame(resolve)),
          new Promise((resolve) => setTimeout(resolve, 100)),
        ]);
      }
      const rect = element.getBoundingClientRect();
      const left = rect.left + element.clientLeft;
      const upper = rect.top + element.clientTop;
      const x = Math.max(0, Math.ceil(left));
      const y = Math.max(0, Math.ceil(upper));
      return {
        box: {
          x,
          y,
          width: Math.min(innerWidth, Math.floor(left + element.clientWidth)) - x,
          height: Math.min(innerHeight, Math.floor(upper + element.clientHeight)) - y,
        },
        clientHeight: element.clientHeight,
        contentHeight: element.scrollHeight,
        scrollTop: Math.round(element.scrollTop),
        view: { width: innerWidth, height: innerHeight },
      };
    },
    path,
    top,
  );
  if (!scroller || scroller.box.height < 80) throw new ScrollerGoneError();
  return scroller;
}
