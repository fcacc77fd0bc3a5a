import { runInFrames } from '../network/frames.ts';

/*
 * Bringing a part of a frame into the window scrolls the documents around it. Each keeps in the script's own world, which the page does not see,
 * where it stood; a capture that goes on after its worker died finds it there.
 */

/** Every frame remembers where it stands, unless it remembers already. */
export async function rememberScroll(tabId: number): Promise<void> {
  await runInFrames(tabId, () => {
    const place = Symbol.for('zhengjian.scroll');
    const world = globalThis as typeof globalThis & { [place]?: { left: number; top: number } };
    world[place] ??= { left: scrollX, top: scrollY };
  });
}

/** Every frame goes back to where it stood. */
export async function returnScroll(tabId: number): Promise<void> {
  await runInFrames(tabId, () => {
    const place = Symbol.for('zhengjian.scroll');
    const world = globalThis as typeof globalThis & { [place]?: { left: number; top: number } };
    const back = world[place];
    if (back) scrollTo({ ...back, behavior: 'instant' });
    delete world[place];
  });
}
