import { browser } from '#imports';
import { sendMessage } from '../messages/messaging.ts';

/** The frame whose card is being stepped through, by tab; lost with the worker, stepping then starts at the top. */
const current = new Map<number, number>();

async function step(tabId: number, frameId: number, by: 1 | -1, restart: boolean): Promise<boolean> {
  try {
    return await sendMessage('stepFinding', { by, restart }, { tabId, frameId });
  } catch {
    // A frame without our script (or gone meanwhile) has nothing to step through.
    return false;
  }
}

/** Goes to the next or previous claim of a tab: frame after frame in the browser's order, round and round. */
export async function stepFindings(tabId: number, by: 1 | -1): Promise<void> {
  const frames = ((await browser.webNavigation.getAllFrames({ tabId })) ?? [])
    .map(({ frameId }) => frameId)
    .sort((one, other) => one - other);
  const start = Math.max(0, frames.indexOf(current.get(tabId) ?? 0));
  for (let count = 0; count <= frames.length; count += 1) {
    const frameId = frames[(((start + by * count) % frames.length) + frames.length) % frames.length];
    if (frameId === undefined) return;
    if (await step(tabId, frameId, by, count > 0)) {
      current.set(tabId, frameId);
      return;
    }
  }
}
