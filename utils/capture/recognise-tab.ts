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

/** Pictures read so far, and of how many. */
export interface ReadingProgress {
  done: number;
  total: number;
}

/** What a frame that went away meanwhile answers: nothing. */
async function unlessGone(act: () => Promise<void>, signal: AbortSignal): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (signal.aborted || !isFrameGone(error)) throw error;
  }
}

async function readPictureOf(tabId: number, frameId: number, picture: PagePicture): Promise<void> {
  await openOffscreenPage();
  const answer = await sendMessage('readPicture', { url: picture.url });
  await sendMessage('showReading', { pictureId: picture.id, ...answer }, { tabId, frameId });
}

/**
 * Reads the pictures of a tab, frame by frame, and hands each reading to its frame, whose report then holds what they say.
 * A second call while one runs joins it. Frames that went away are passed over.
 * @param likeness least likeness to a certificate, 0 reads all
 * @param onProgress called before each picture
 */
export function recogniseTab(
  tabId: number,
  likeness: number,
  signal: AbortSignal,
  onProgress: (progress: ReadingProgress) => void = () => {},
): Promise<void> {
  const already = running.get(tabId);
  if (already) return already;
  const run = (async () => {
    if (!hasOffscreenPages()) return;
    const wanted: { frameId: number; picture: PagePicture }[] = [];
    for (const frameId of await readableFrames(tabId))
      await unlessGone(async () => {
        const { pictures } = await sendMessage('listPictures', undefined, { tabId, frameId });
        for (const picture of pictures) if (picture.likeness >= likeness) wanted.push({ frameId, picture });
      }, signal);
    for (const [done, { frameId, picture }] of wanted.entries()) {
      signal.throwIfAborted();
      onProgress({ done, total: wanted.length });
      await unlessGone(() => readPictureOf(tabId, frameId, picture), signal);
    }
  })().finally(() => running.delete(tabId));
  running.set(tabId, run);
  return run;
}

const isFrameGone = (error: unknown) =>
  error instanceof Error &&
  /No response|Receiving end does not exist|No frame|message channel closed/i.test(error.message);
