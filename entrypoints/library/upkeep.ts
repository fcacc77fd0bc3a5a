import { readSettings } from '../../utils/settings.ts';
import { sweepHealth } from '../../utils/store/sweep-health.ts';
import { stampWaitingItems } from './time-stamps.ts';

/** Every item is read back and re-hashed at least this often, as long as the library is opened. */
const SWEEP_AFTER_MS = 7 * 24 * 3_600_000;

/** How long the library is left alone after opening, in milliseconds. */
const SETTLE_MS = 5_000;

/** What the library does unasked while it is open: time stamps that are still waiting, then the check of the store. */
export function startUpkeep(signal: AbortSignal): void {
  const run = async () => {
    const { timestampUrl } = await readSettings();
    if (timestampUrl) await stampWaitingItems(timestampUrl, signal);
    await sweepHealth(new Date(Date.now() - SWEEP_AFTER_MS), { signal });
  };
  const timer = setTimeout(() => {
    run().catch((error) => {
      if (!signal.aborted) reportError(error);
    });
  }, SETTLE_MS);
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}
