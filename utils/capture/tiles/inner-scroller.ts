import { ExpectedFailure } from '../../base/expected-failure.ts';
import type { ChosenScroller } from '../../evidence/capture-job.ts';
import type { OfferedScroller } from '../../reports/offered-scroller.ts';
import { DocumentGoneError, runInFrame, runInFrames } from '../network/frames.ts';
import { placeOfFrame, sharedPart } from './frame-place.ts';

/** How a scroller stands in the window, CSS px. */
export interface StandingScroller {
  /** What of it shows, in the coordinates of the viewport. */
  box: { x: number; y: number; width: number; height: number };
  /** Height of the element without its borders and of its whole content. */
  clientHeight: number;
  contentHeight: number;
  scrollTop: number;
  view: { width: number; height: number };
  /** Where the document that holds it begins in the window: the upper left corner of its viewport. */
  origin: { x: number; y: number };
}

/** The scroller that the officer chose is no longer there, or no longer scrolls. */
export class ScrollerGoneError extends ExpectedFailure {
  override name = 'ScrollerGoneError';
  constructor() {
    super('error_captureScrollerGone');
  }
}

/** Scrollers that are told of, the largest first; a page of frames without end is not followed further. */
export const MOST_SCROLLERS = 8;

/**
 * Finds the parts of the page in view, and of its frames, that scroll by themselves and hide much of their content: looked for under a grid
 * of points, so that a huge page costs no more than a small one. A frame that cannot be read offers none.
 * @throws DocumentGoneError
 */
export async function findScrollers(tabId: number): Promise<OfferedScroller[]> {
  const frames = await runInFrames(
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
      const whole = own('scrollingElement');
      const isInner = (element: Element) => ![whole, own('documentElement'), own('body')].includes(element);
      const isLarge = (element: Element) =>
        element.clientWidth >= 160 && element.clientHeight >= 120 && element.scrollHeight > element.clientHeight * 1.25;
      const scrolls = (element: Element) => /^(auto|scroll|overlay)$/.test(getComputedStyle(element).overflowY);
      const body = own('body');
      const isHeld = [own('documentElement'), body].some(
        (element) => element && /^(hidden|clip)$/.test(getComputedStyle(element).overflowY),
      );
      // The top document is what a picture of the whole page shows; that of a frame is a part of it that scrolls.
      const documents = window !== top && whole && !isHeld && isLarge(whole) ? [whole] : [];
      return [...documents, ...[...found].filter((element) => isInner(element) && isLarge(element) && scrolls(element))]
        .sort((a, b) => b.clientWidth * b.clientHeight - a.clientWidth * a.clientHeight)
        .slice(0, offered)
        .map((element) => ({
          path: element === whole ? '' : pathOf(element),
          frameUrl: window === top ? '' : location.href.slice(0, 2000),
          width: element.clientWidth,
          height: element.clientHeight,
          contentHeight: element.scrollHeight,
        }));
    },
    MOST_SCROLLERS,
  );
  const found = frames
    .flatMap(({ frameId, result }) => (result ?? []).map((scroller) => ({ frameId, ...scroller })))
    .sort((a, b) => b.width * b.height - a.width * a.height)
    .slice(0, MOST_SCROLLERS);
  return Promise.all(
    found.map(async (scroller) => ({
      ...scroller,
      reachable: scroller.frameId === 0 || (await inFrame(placeOfFrame(tabId, scroller.frameId))) !== null,
    })),
  );
}

/**
 * Scrolls an inner scroller, waits until it has painted, and answers how it stands then; with `top` null it is only brought
 * into the window.
 * @throws ScrollerGoneError, DocumentGoneError
 */
export async function scrollInner(
  tabId: number,
  { frameId, path }: ChosenScroller,
  top: number | null,
): Promise<StandingScroller> {
  if (top === null && frameId !== 0) await inFrame(placeOfFrame(tabId, frameId, true));
  const scroller = await inFrame(moveInner(tabId, frameId, path, top ?? 'bring'));
  const place = scroller && (await inFrame(placeOfFrame(tabId, frameId)));
  if (!scroller || !place) throw new ScrollerGoneError();
  const { box, ...facts } = scroller;
  const left = Math.ceil(place.x + box.left);
  const upper = Math.ceil(place.y + box.top);
  const whole = {
    x: left,
    y: upper,
    width: Math.floor(place.x + box.left + box.width) - left,
    height: Math.floor(place.y + box.top + box.height) - upper,
  };
  const shown = sharedPart(inWholePixels(place.shown), whole);
  if (shown.height < 80) throw new ScrollerGoneError();
  return { ...facts, box: shown, view: place.view, origin: { x: place.x, y: place.y } };
}

/**
 * Nothing is moved: the officer's view is still to be captured as it stands.
 * @throws ScrollerGoneError, DocumentGoneError
 */
export async function requireScroller(tabId: number, { frameId, path }: ChosenScroller): Promise<void> {
  const stands = await inFrame(moveInner(tabId, frameId, path, 'stay'));
  if (!stands || !(await inFrame(placeOfFrame(tabId, frameId)))) throw new ScrollerGoneError();
}

/** A frame that goes takes its scroller with it; the page is still there. */
async function inFrame<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof DocumentGoneError) return null;
    throw error;
  }
}

function inWholePixels({ x, y, width, height }: StandingScroller['box']): StandingScroller['box'] {
  const left = Math.ceil(x);
  const upper = Math.ceil(y);
  return { x: left, y: upper, width: Math.floor(x + width) - left, height: Math.floor(y + height) - upper };
}

/** Scrolls the element within its own document and says where it stands there; null when it is no longer one that scrolls. */
const moveInner = (tabId: number, frameId: number, path: string, to: number | 'bring' | 'stay') =>
  runInFrame(
    tabId,
    frameId,
    async (way: string, aim: number | 'bring' | 'stay') => {
      // A document answers for members that bear the name of a picture or form of the page.
      const own = <Name extends keyof Document>(name: Name): Document[Name] =>
        Reflect.apply(Object.getOwnPropertyDescriptor(Document.prototype, name)!.get!, document, []);
      const isDocument = way === '';
      let element: Element | ShadowRoot | null | undefined = isDocument
        ? own('scrollingElement')
        : own('documentElement');
      for (const step of way.split('/').slice(1))
        element = step === 's' ? (element as Element | undefined)?.shadowRoot : element?.children[Number(step)];
      if (!(element instanceof Element) || element.scrollHeight <= element.clientHeight) return null;
      if (typeof aim === 'number') element.scrollTo({ top: aim, behavior: 'instant' });
      else if (aim === 'bring' && !isDocument)
        element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
      for (let frames = 0; frames < 2; frames += 1) {
        await Promise.race([
          new Promise((resolve) => requestAnimationFrame(resolve)),
          new Promise((resolve) => setTimeout(resolve, 100)),
        ]);
      }
      const rect = element.getBoundingClientRect();
      return {
        box: {
          left: isDocument ? 0 : rect.left + element.clientLeft,
          top: isDocument ? 0 : rect.top + element.clientTop,
          width: element.clientWidth,
          height: element.clientHeight,
        },
        clientHeight: element.clientHeight,
        contentHeight: element.scrollHeight,
        scrollTop: Math.round(element.scrollTop),
      };
    },
    path,
    to,
  );
