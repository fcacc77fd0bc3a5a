import { browser } from '#imports';
import type { SkipReason } from '../recognition/picture-reading.ts';

/** How far the reading of a tab's pictures is, and what was left out and why. */
export interface RecognitionProgress {
  done: number;
  total: number;
  skipped: readonly SkippedPicture[];
  /** How many were left out for each reason, those beyond the list as well. */
  counts: Readonly<Partial<Record<SkipReason, number>>>;
  /** Pictures left alone because they do not look like certificates. */
  unlike?: number;
}

export interface SkippedPicture {
  /** As the page addresses it, cut to 200 characters. */
  url: string;
  reason: SkipReason;
}

/** More than this is said by its number only. */
const MAX_SKIPPED = 40;

const keyOf = (tabId: number) => `recognition-${tabId}`;

/** Undefined when the pictures of the tab were never read. */
export async function readRecognition(tabId: number): Promise<RecognitionProgress | undefined> {
  const key = keyOf(tabId);
  return (await browser.storage.session.get(key))[key] as RecognitionProgress | undefined;
}

export async function saveRecognition(tabId: number, progress: Omit<RecognitionProgress, 'counts'>): Promise<void> {
  const counts: Partial<Record<SkipReason, number>> = {};
  for (const { reason } of progress.skipped) counts[reason] = (counts[reason] ?? 0) + 1;
  await browser.storage.session.set({
    [keyOf(tabId)]: { ...progress, counts, skipped: progress.skipped.slice(0, MAX_SKIPPED) },
  });
}

/** How many pictures were left out beyond those in the list. */
export const furtherSkipped = ({ counts, skipped }: RecognitionProgress): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0) - skipped.length;

/** The tab has another document or is closed. */
export async function forgetRecognition(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId));
}
