import { removeAbandonedBundles } from '../../utils/casework/bundle-file.ts';
import { retryStamps } from '../../utils/casework/stamp-queue.ts';
import { SWEEP_AFTER_MS, sweepHealth } from '../../utils/casework/sweep-health.ts';
import { stampSender } from '../../utils/casework/timestamp-service.ts';
import { takeUpkeepTurn } from '../../utils/casework/upkeep-turn.ts';
import { awaitsStamp } from '../../utils/evidence/practice.ts';
import { listItems } from '../../utils/store/evidence-store.ts';
import { readSettings } from '../../utils/store/settings.ts';
import { lockState } from '../../utils/store/store-key.ts';

/** How long the library is left alone after opening, in milliseconds. */
const SETTLE_MS = 5_000;

/** How often the same is done in a library that stays open, in milliseconds. */
const REPEAT_MS = 3_600_000;

/**
 * What the library does unasked while it is open: removes what broken-off exports left, asks the browser never to clear the store
 * by itself, tries the time stamps that are waiting, then checks the store. Once after opening, every hour, and when the
 * connection comes back, unless the background is at it just then.
 */
export function startUpkeep(signal: AbortSignal): void {
  let running = false;
  const run = async () => {
    await removeAbandonedBundles();
    const items = await listItems();
    // A locked file is neither intact nor damaged: the check waits for the passphrase.
    const locked = (await lockState()) === 'locked';
    if (items.length && !(await navigator.storage.persisted())) await navigator.storage.persist();
    const { timestampUrl } = await readSettings();
    const waiting = items.some(awaitsStamp);
    if (timestampUrl && waiting) await retryStamps(stampSender(timestampUrl), { signal });
    if (!locked) await sweepHealth(new Date(Date.now() - SWEEP_AFTER_MS), { signal });
  };
  const start = () => {
    if (running) return;
    running = true;
    takeUpkeepTurn(run)
      .catch((error) => {
        if (!signal.aborted) reportError(error);
      })
      .finally(() => {
        running = false;
      });
  };
  const first = setTimeout(start, SETTLE_MS);
  const next = setInterval(start, REPEAT_MS);
  addEventListener('online', start, { signal });
  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(first);
      clearInterval(next);
    },
    { once: true },
  );
}
