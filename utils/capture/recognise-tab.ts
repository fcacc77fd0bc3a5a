import { browser } from '#imports';
import { sendMessage } from '../messaging.ts';
import type { PagePicture } from '../recognition/reading.ts';
import { notify } from '../store/notices.ts';
import { isFrameGone } from '../tabs/frame-gone.ts';
import { type SkippedPicture, saveRecognition } from '../tabs/recognition-store.ts';
import { canOpenOffscreen, isOffscreenGone, openOffscreenPage } from './offscreen-page.ts';

/** Pictures less like a certificate than this are read only when everything is asked for. */
export const CERTIFICATE_LIKENESS = 0.6;

/** One run a tab; a later call joins it. */
const running = new Map<number, Promise<void>>();

type Listed = PagePicture & { frameId: number };

/** Pictures of every frame whose content script can be spoken to. */
async function listAll(tabId: number): Promise<{ pictures: Listed[]; skipped: SkippedPicture[] }> {
  const frames = (await browser.webNavigation.getAllFrames({ tabId })) ?? [];
  const lists = await Promise.all(
    frames.map(async ({ frameId }) => {
      try {
        const { pictures, skipped } = await sendMessage('listPictures', undefined, { tabId, frameId });
        return { pictures: pictures.map((picture) => ({ ...picture, frameId })), skipped };
      } catch (error) {
        if (isFrameGone(error)) return { pictures: [], skipped: [] };
        throw error;
      }
    }),
  );
  return {
    pictures: lists.flatMap((list) => list.pictures).sort((a, b) => b.likeness - a.likeness),
    skipped: lists.flatMap((list) => [...list.skipped]),
  };
}

/** Reads one picture and hands what it says to its frame. */
async function recognise(tabId: number, { frameId, id, url }: Listed): Promise<SkippedPicture | null> {
  await openOffscreenPage();
  const answer = await sendMessage('readPicture', { url });
  await sendMessage('showReading', { pictureId: id, ...answer }, { tabId, frameId });
  return 'skipped' in answer ? { url: url.slice(0, 200), reason: answer.skipped } : null;
}

/** Reads a picture, and once more when its reader or its frame went away meanwhile; then it is said to be unread. */
async function recogniseTwice(tabId: number, picture: Listed, signal: AbortSignal): Promise<SkippedPicture | null> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await recognise(tabId, picture);
    } catch (error) {
      if (signal.aborted || !(isFrameGone(error) || isOffscreenGone(error))) throw error;
      if (attempt === 2) return { url: picture.url.slice(0, 200), reason: 'timeout' };
    }
  }
}

async function run(tabId: number, likeness: number, signal: AbortSignal): Promise<void> {
  const listed = await listAll(tabId);
  const wanted = listed.pictures.filter((picture) => picture.likeness >= likeness);
  const skipped = [...listed.skipped];
  const unlike = listed.pictures.length - wanted.length;
  const tell = async (done: number) => {
    await saveRecognition(tabId, { done, total: wanted.length, skipped, unlike });
    notify({ kind: 'report', key: String(tabId) });
  };
  if (!canOpenOffscreen()) {
    skipped.push(...wanted.map(({ url }) => ({ url: url.slice(0, 200), reason: 'unsupported' as const })));
    wanted.length = 0;
  }
  await tell(0);
  for (const [index, picture] of wanted.entries()) {
    signal.throwIfAborted();
    const reason = await recogniseTwice(tabId, picture, signal);
    if (reason) skipped.push(reason);
    await tell(index + 1);
  }
}

/**
 * Reads the pictures of a tab, likeliest certificate first, and hands each reading to its frame, whose report then holds what
 * they say. A call while one runs joins it.
 * @param likeness least likeness to a certificate; 0 reads all
 */
export function recogniseTab(tabId: number, likeness: number, signal: AbortSignal): Promise<void> {
  const already = running.get(tabId);
  if (already) return already;
  const started = run(tabId, likeness, signal).finally(() => running.delete(tabId));
  running.set(tabId, started);
  return started;
}
