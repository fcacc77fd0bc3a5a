import { storage } from '#imports';
import type { StampSender } from '../evidence/request-stamp.ts';
import { ExpectedFailure, type FailureKey } from '../expected-failure.ts';

/** A failure as it is kept: key and substitutions of the officer's sentence. */
export interface KeptFailure {
  key: FailureKey;
  values: readonly string[];
}

/** What the last run over the queue gave. */
export interface StampAttempt {
  /** UTC, ISO 8601. */
  at: string;
  stamped: number;
  /** The service could not be had at all. */
  unavailable?: KeptFailure;
  /** Replies that did not verify, by item id. */
  rejected: Readonly<Record<string, KeptFailure>>;
}

/** The last run over the queue; null before the first. */
export const stampAttemptItem = storage.defineItem<StampAttempt | null>('local:stampAttempt', { fallback: null });

const kept = ({ key, values }: ExpectedFailure): KeptFailure => ({ key, values });

/** Tries the whole queue once and writes down what came of it, so that the reason can be shown until the next run. */
export async function retryStamps(
  send: StampSender,
  options: { signal?: AbortSignal; onProgress?: (done: number, total: number) => void } = {},
): Promise<StampAttempt> {
  // The readers of time stamps are large, and only a run needs them.
  const { stampPending } = await import('./stamp-store.ts');
  const at = new Date().toISOString();
  const attempt = await stampPending(send, options).then(
    ({ stamped, rejected }): StampAttempt => ({
      at,
      stamped,
      rejected: Object.fromEntries(rejected.map(({ itemId, error }) => [itemId, kept(error)])),
    }),
    (error: unknown): StampAttempt => {
      options.signal?.throwIfAborted();
      if (!(error instanceof ExpectedFailure)) throw error;
      return { at, stamped: 0, unavailable: kept(error), rejected: {} };
    },
  );
  await stampAttemptItem.setValue(attempt);
  return attempt;
}
