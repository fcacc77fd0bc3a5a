import { browser } from '#imports';
import { canOpenOffscreen, isOffscreenGone, openOffscreenPage } from '../../background/offscreen-page.ts';
import { checkedPictures } from '../../messages/border.ts';
import { isFrameGone } from '../../messages/frame-gone.ts';
import { sendMessage } from '../../messages/messaging.ts';
import { pictureAddress } from '../../recognition/picture-address.ts';
import type { PagePicture } from '../../recognition/picture-reading.ts';
import { notify } from '../../store/notices.ts';
import { type SkippedPicture, saveRecognition } from '../../tabs/recognition-store.ts';
import { keepPicture } from './kept-pictures.ts';
import { ShownPictures } from './shown-pictures.ts';

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
        const listed = await sendMessage('listPictures', undefined, { tabId, frameId });
        const { pictures, skipped } = checkedPictures(listed);
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

interface Reading {
  tabId: number;
  shown: ShownPictures;
  /** False for a private window: nothing of it outlasts the page. */
  keep: boolean;
  signal: AbortSignal;
}

/** Reads one picture and hands what it says to its frame. */
async function recognise({ tabId, shown, keep }: Reading, picture: Listed): Promise<SkippedPicture | null> {
  const data = await shown.of(picture);
  await openOffscreenPage();
  const answer = data ? await sendMessage('readPicture', { data, keep }) : { skipped: 'not-fetched' as const };
  if (data && 'reading' in answer) keepPicture(tabId, pictureAddress(picture.url, answer.reading.digest), data);
  await sendMessage('showReading', { pictureId: picture.id, ...answer }, { tabId, frameId: picture.frameId });
  return 'skipped' in answer ? { url: picture.url.slice(0, 200), reason: answer.skipped } : null;
}

/** Reads a picture, and once more when its reader or its frame went away meanwhile; then it is said to be unread. */
async function recogniseTwice(reading: Reading, picture: Listed): Promise<SkippedPicture | null> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await recognise(reading, picture);
    } catch (error) {
      if (reading.signal.aborted || !(isFrameGone(error) || isOffscreenGone(error))) throw error;
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
  const { incognito } = await browser.tabs.get(tabId);
  const reading = { tabId, shown: new ShownPictures(tabId), keep: !incognito, signal };
  await tell(0);
  for (const [index, picture] of wanted.entries()) {
    signal.throwIfAborted();
    const reason = await recogniseTwice(reading, picture);
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
