import { browser } from '#imports';
import { stayAwake } from '../../utils/background/keep-awake.ts';
import { canOpenOffscreen, isOffscreenGone, openOffscreenPage } from '../../utils/background/offscreen-page.ts';
import { within } from '../../utils/base/abortable.ts';
import { ExpectedFailure } from '../../utils/base/expected-failure.ts';
import type { StampAttempt } from '../../utils/casework/attempt-stamps.ts';
import { stampAttemptItem } from '../../utils/casework/stamp-queue.ts';
import { SWEEP_AFTER_MS, sweepHealth } from '../../utils/casework/sweep-health.ts';
import { takeUpkeepTurn } from '../../utils/casework/upkeep-turn.ts';
import { awaitsStamp } from '../../utils/evidence/practice.ts';
import { sendMessage } from '../../utils/messages/messaging.ts';
import { isAnyItem } from '../../utils/store/evidence-store.ts';
import { onNotice } from '../../utils/store/notices.ts';
import { readSettings } from '../../utils/store/settings.ts';
import { lockState } from '../../utils/store/store-key.ts';

const ALARM = 'upkeep';

/** Minutes after the browser started, and between two runs. */
const FIRST_AFTER = 5;
const EVERY = 60;

/** How long asking for time stamps may take, and a whole run, in milliseconds; what is left is taken up by the next. */
const STAMPS_MS = 60_000;
const BUDGET_MS = 3 * 60_000;

/** Asks for the time stamps that are waiting; null when that ended before they were through. */
export type AskForStamps = (url: string) => Promise<StampAttempt | null>;

/**
 * What the library does while it is open, done for an office that seldom opens it: tries the time stamps that are waiting, then
 * checks what was not checked for a week. It gives way to a capture and to a change of the passphrase, and ends with its time.
 */
export async function keepUp(askForStamps: AskForStamps): Promise<void> {
  await takeUpkeepTurn(async () => {
    const ended = new AbortController();
    const budget = setTimeout(() => ended.abort(), BUDGET_MS);
    onNotice(({ kind }) => {
      if (kind === 'job' || kind === 'lock') ended.abort();
    }, ended.signal);
    const rest = stayAwake();
    try {
      const { timestampUrl } = await readSettings();
      if (timestampUrl && (await isAnyItem(awaitsStamp))) {
        const attempt = await askForStamps(timestampUrl);
        if (attempt) await stampAttemptItem.setValue(attempt);
      }
      // A locked file is neither intact nor damaged: the check waits for the passphrase.
      if ((await lockState()) === 'locked') return;
      await sweepHealth(new Date(Date.now() - SWEEP_AFTER_MS), { signal: ended.signal });
    } catch (error) {
      // What is expected (a full disk, a library that was just locked) is said where an officer sees it.
      if (!ended.signal.aborted && !(error instanceof ExpectedFailure)) throw error;
    } finally {
      clearTimeout(budget);
      rest();
      ended.abort();
    }
  });
}

/**
 * The readers of time stamps are large and a service worker loads nothing later, so a page that nobody sees does it. The page
 * goes on should the worker be stopped: each stamp is kept as it comes.
 */
async function askOffscreen(url: string): Promise<StampAttempt | null> {
  if (!canOpenOffscreen()) return null;
  await openOffscreenPage();
  try {
    const late = () => new Error('the offscreen page did not answer');
    return await within(sendMessage('stampWaiting', { url, forMs: STAMPS_MS }), 2 * STAMPS_MS, late);
  } catch (error) {
    if (isOffscreenGone(error)) return null;
    throw error;
  }
}

/** Sets the alarm and does the upkeep when it goes. Call once, synchronously, when the background starts. */
export function registerUpkeep(): void {
  browser.alarms.onAlarm.addListener(({ name }) => (name === ALARM ? keepUp(askOffscreen) : undefined));
  void browser.alarms.get(ALARM).then((alarm) => {
    if (!alarm) browser.alarms.create(ALARM, { delayInMinutes: FIRST_AFTER, periodInMinutes: EVERY });
  });
}
