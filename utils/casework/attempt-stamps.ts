import { ExpectedFailure, type FailureKey } from '../base/expected-failure.ts';
import type { StampSender } from '../evidence/request-stamp.ts';

/** A failure as it is kept: key and substitutions of the officer's sentence. */
export interface KeptFailure {
  key: FailureKey;
  values: readonly string[];
}

/** What a run over the queue gave. */
export interface StampAttempt {
  /** UTC, ISO 8601. */
  at: string;
  stamped: number;
  /** The service could not be had at all. */
  unavailable?: KeptFailure;
  /** Replies that did not verify, by item id. */
  rejected: Readonly<Record<string, KeptFailure>>;
}

const kept = ({ key, values }: ExpectedFailure): KeptFailure => ({ key, values });

/** Tries the whole queue once; what is stamped is kept item by item, also when `signal` ends the run. */
export async function attemptStamps(
  send: StampSender,
  options: { signal?: AbortSignal; onProgress?: (done: number, total: number) => void } = {},
): Promise<StampAttempt> {
  // The readers of time stamps are large, and only a run needs them.
  const { stampPending } = await import('../store/stamp-store.ts');
  const at = new Date().toISOString();
  try {
    const { stamped, rejected } = await stampPending(send, options);
    return { at, stamped, rejected: Object.fromEntries(rejected.map(({ itemId, error }) => [itemId, kept(error)])) };
  } catch (error) {
    options.signal?.throwIfAborted();
    if (!(error instanceof ExpectedFailure)) throw error;
    return { at, stamped: 0, unavailable: kept(error), rejected: {} };
  }
}
