import { delay } from '../../base/abortable.ts';

const POLL_MS = 120;
const EQUAL_READINGS = 3;
const PATIENCE_MS = 4000;

/**
 * Waits until the height of the view has read the same three times in a row: after attaching, the browser's bar slides in, and
 * a full-page shot taken meanwhile is black or repeated below the view, without an error.
 * @param readHeight CSS px
 * @returns whether it came to rest within four seconds
 */
export async function stableViewport(readHeight: () => Promise<number>, signal: AbortSignal): Promise<boolean> {
  let last = Number.NaN;
  let equal = 1;
  for (let waited = 0; waited <= PATIENCE_MS; waited += POLL_MS) {
    const height = await readHeight();
    equal = height === last ? equal + 1 : 1;
    if (equal >= EQUAL_READINGS) return true;
    last = height;
    await delay(POLL_MS, signal);
  }
  return false;
}
