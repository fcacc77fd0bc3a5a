import { browser } from '#imports';
import { abortable, delay, firstOf } from '../../base/abortable.ts';
import { DocumentGoneError } from '../network/frames.ts';

/** The browser allows two shots a second: this many milliseconds lie between one and the next, and before a refused one again. */
const BETWEEN_SHOTS_MS = 510;

/** Refusals for another reason than the quota (a tab being dragged, a window being minimised) are tried again this often. */
const OTHER_REFUSALS = 5;

const isQuota = (error: unknown) =>
  error instanceof Error && /MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND/.test(error.message);

/** @throws DocumentGoneError when the tab was closed */
async function tabOf(tabId: number) {
  try {
    return await browser.tabs.get(tabId);
  } catch (error) {
    throw new DocumentGoneError('the tab was closed', { cause: error });
  }
}

/**
 * Waits until the tab is the one in front of its window.
 * @param onAway called once when it is not, before the wait
 */
export async function untilInFront(tabId: number, signal: AbortSignal, onAway: () => Promise<void>): Promise<void> {
  if ((await tabOf(tabId)).active) return;
  await onAway();
  const wake = new AbortController();
  const changed = () => wake.abort();
  browser.tabs.onActivated.addListener(changed);
  browser.tabs.onRemoved.addListener(changed);
  try {
    while (!(await tabOf(tabId)).active) {
      // The timer covers what no event tells: a change between the look and the listener.
      await delay(1000, firstOf(signal, wake.signal)).catch(() => signal.throwIfAborted());
    }
  } finally {
    browser.tabs.onActivated.removeListener(changed);
    browser.tabs.onRemoved.removeListener(changed);
  }
}

// By the clock that nobody can set.
let lastShotAt = Number.NEGATIVE_INFINITY;

/** What the tab shows now, as {@link shootView} takes it, as bytes. */
export async function captureView(
  tabId: number,
  signal: AbortSignal,
  onAway: () => Promise<void>,
): Promise<{ picture: Blob; capturedAt: string }> {
  const { address, capturedAt } = await shootView(tabId, signal, onAway);
  return { picture: await blobOf(address), capturedAt };
}

/**
 * A PNG of what the tab shows now, as the officer sees it, as a `data:` address. The tab must be in front before and after, or the shot is of
 * another page and is thrown away.
 */
export async function shootView(
  tabId: number,
  signal: AbortSignal,
  onAway: () => Promise<void>,
): Promise<{ address: string; capturedAt: string }> {
  for (let refusals = 0; ; ) {
    await delay(Math.max(0, lastShotAt + BETWEEN_SHOTS_MS - performance.now()), signal);
    await untilInFront(tabId, signal, onAway);
    lastShotAt = performance.now();
    const { windowId } = await tabOf(tabId);
    try {
      const address = await abortable(browser.tabs.captureVisibleTab(windowId, { format: 'png' }), signal);
      const capturedAt = new Date().toISOString();
      if ((await tabOf(tabId)).active) return { address, capturedAt };
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof DocumentGoneError) throw error;
      if (!isQuota(error) && ++refusals > OTHER_REFUSALS) throw error;
      await delay(BETWEEN_SHOTS_MS, signal);
    }
  }
}

/** The bytes of a `data:` address. */
export async function blobOf(address: string): Promise<Blob> {
  return (await fetch(address)).blob();
}
