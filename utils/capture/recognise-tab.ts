import { browser } from '#imports';
import { sendMessage } from '../messaging.ts';
import type { PagePicture } from '../recognition/reading.ts';
import { hasOffscreenPages, openOffscreenPage } from './offscreen-page.ts';

/** Pictures less like a certificate than this are read only when everything is asked for. */
export const CERTIFICATE_LIKENESS = 0.6;

const running = new Map<number, Promise<void>>();

/** Frames of a tab whose content script can be spoken to. */
async function readableFrames(tabId: number): Promise<number[]> {
  const results = await browser.scripting.executeScript({ target: { tabId, allFrames: true }, func: () => true });
  return results.map((result) => result.frameId);
}

async function recogniseFrame(tabId: number, frameId: number, likeness: number, signal: AbortSignal): Promise<void> {
  const { pictures } = await sendMessage('listPictures', undefined, { tabId, frameId });
  for (const picture of pictures.filter((each: PagePicture) => each.likeness >= likeness)) {
    signal.throwIfAborted();
    await openOffscreenPage();
    const answer = await sendMessage('readPicture', { url: picture.url });
    await sendMessage('showReading', { pictureId: picture.id, ...answer }, { tabId, frameId });
  }
}

/**
 * Reads the pictures of a tab, frame by frame, and hands each reading to its frame, whose report then holds what they say.
 * A second call while one runs joins it. Frames that went away are passed over.
 * @param likeness least likeness to a certificate, 0 reads all
 */
export function recogniseTab(tabId: number, likeness: number, signal: AbortSignal): Promise<void> {
  const already = running.get(tabId);
  if (already) return already;
  const run = (async () => {
    if (!hasOffscreenPages()) return;
    for (const frameId of await readableFrames(tabId)) {
      try {
        await recogniseFrame(tabId, frameId, likeness, signal);
      } catch (error) {
        if (signal.aborted) throw error;
        if (!isFrameGone(error)) throw error;
      }
    }
  })().finally(() => running.delete(tabId));
  running.set(tabId, run);
  return run;
}

const isFrameGone = (error: unknown) =>
  error instanceof Error &&
  /No response|Receiving end does not exist|No frame|message channel closed/i.test(error.message);
