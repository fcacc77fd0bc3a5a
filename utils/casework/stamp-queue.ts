import { storage } from '#imports';
import type { StampSender } from '../evidence/request-stamp.ts';
import { attemptStamps, type StampAttempt } from './attempt-stamps.ts';

/** The last run over the queue; null before the first. */
export const stampAttemptItem = storage.defineItem<StampAttempt | null>('local:stampAttempt', { fallback: null });

/** Tries the whole queue once and writes down what came of it, so that the reason can be shown until the next run. */
export async function retryStamps(
  send: StampSender,
  options: Parameters<typeof attemptStamps>[1] = {},
): Promise<StampAttempt> {
  const attempt = await attemptStamps(send, options);
  await stampAttemptItem.setValue(attempt);
  return attempt;
}
