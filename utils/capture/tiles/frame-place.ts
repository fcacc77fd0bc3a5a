import { browser } from '#imports';
import { runInFrame, runInPage } from '../network/frames.ts';

/** A rectangle, CSS px. */
export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How the viewport of a frame stands in the window, CSS px of the window. */
export interface FramePlace {
  /** Its upper left corner, which may lie outside. */
  x: number;
  y: number;
  /** What of it shows. */
  shown: Rectangle;
  view: { width: number; height: number };
}

/** What two rectangles share; without height or width where they do not touch. */
export function sharedPart(one: Rectangle, other: Rectangle): Rectangle {
  const x = Math.max(one.x, other.x);
  const y = Math.max(one.y, other.y);
  return {
    x,
    y,
    width: Math.max(0, Math.min(one.x + one.width, other.x + other.width) - x),
    height: Math.max(0, Math.min(one.y + one.height, other.y + other.height) - y),
  };
}

/** A frame and those around it, the top one first; empty when it is gone. */
async function chainOf(tabId: number, frameId: number): Promise<number[]> {
  const parents = new Map(
    ((await browser.webNavigation.getAllFrames({ tabId })) ?? []).map((frame) => [frame.frameId, frame.parentFrameId]),
  );
  const chain: number[] = [];
  for (let at: number | undefined = frameId; at !== undefined && at >= 0; at = parents.get(at)) chain.unshift(at);
  return chain[0] === 0 ? chain : [];
}

/** The place of a frame among the frames of the document around it, as both can tell across origins; -1 in a shadow root. */
const indexInParent = (tabId: number, frameId: number) =>
  runInFrame(tabId, frameId, () => {
    for (let index = 0; index < parent.length; index += 1) if (parent[index] === window) return index;
    return -1;
  });

/** The box of a child's viewport in its parent's; null where its element cannot be told or is drawn larger or smaller. */
const boxOfChild = (tabId: number, frameId: number, index: number, bring: boolean) =>
  runInFrame(
    tabId,
    frameId,
    (at: number, scroll: boolean) => {
      const holders = Document.prototype.querySelectorAll.call(document, 'iframe, frame, object');
      const holder = [...holders].find((each) => (each as HTMLIFrameElement).contentWindow === window[at]);
      if (!(holder instanceof HTMLElement)) return null;
      if (scroll) holder.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
      const rect = holder.getBoundingClientRect();
      if (Math.abs(rect.width - holder.offsetWidth) > 1 || Math.abs(rect.height - holder.offsetHeight) > 1) return null;
      const style = getComputedStyle(holder);
      const [left, right, top, bottom] = ['Left', 'Right', 'Top', 'Bottom'].map((side) =>
        Number.parseFloat(style[`padding${side}` as 'paddingLeft']),
      ) as [number, number, number, number];
      return {
        x: rect.left + holder.clientLeft + left,
        y: rect.top + holder.clientTop + top,
        width: holder.clientWidth - left - right,
        height: holder.clientHeight - top - bottom,
      };
    },
    index,
    bring,
  );

/**
 * Where a frame stands in the window, told from the frames around it one by one: no document knows where it stands itself.
 * @param bring scrolls the documents around it so that it shows
 * @returns null where that cannot be told: it is gone, stands in a shadow root, or is drawn at another scale
 * @throws DocumentGoneError
 */
export async function placeOfFrame(tabId: number, frameId: number, bring = false): Promise<FramePlace | null> {
  const view = await runInPage(tabId, () => ({ width: innerWidth, height: innerHeight }));
  let place: FramePlace = { x: 0, y: 0, shown: { x: 0, y: 0, ...view }, view };
  if (frameId === 0) return place;
  const chain = await chainOf(tabId, frameId);
  if (chain.length === 0) return null;
  for (const [depth, child] of chain.slice(1).entries()) {
    const index = await indexInParent(tabId, child);
    const box = index < 0 ? null : await boxOfChild(tabId, chain[depth]!, index, bring);
    if (!box) return null;
    const moved = { ...box, x: place.x + box.x, y: place.y + box.y };
    place = { x: moved.x, y: moved.y, shown: sharedPart(place.shown, moved), view };
  }
  return place;
}
