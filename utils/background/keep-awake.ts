import { browser } from '#imports';

/** A service worker is stopped after thirty idle seconds; a trivial call of the browser's counts as work. */
const CALL_EVERY_MS = 20_000;

const ALARM = 'capture';

/** All that keeps the worker alive, and the captures among it. */
let works = 0;
let jobs = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** Keeps the service worker alive until the function that it returns is called. */
export function stayAwake(): () => void {
  works += 1;
  timer ??= setInterval(() => void browser.runtime.getPlatformInfo(), CALL_EVERY_MS);
  let ended = false;
  return () => {
    if (ended) return;
    ended = true;
    works -= 1;
    if (works > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/**
 * Keeps the service worker alive while a capture runs, and sets an alarm that starts it again should it be stopped all the
 * same. Returns the function that ends both.
 */
export function keepAwake(): () => void {
  const rest = stayAwake();
  jobs += 1;
  browser.alarms.create(ALARM, { periodInMinutes: 1 });
  let ended = false;
  return () => {
    if (ended) return;
    ended = true;
    rest();
    jobs -= 1;
    if (jobs === 0) void browser.alarms.clear(ALARM);
  };
}

/** Takes the alarm of an earlier worker back when no capture runs. */
export async function restUnlessNeeded(): Promise<void> {
  if (jobs === 0) await browser.alarms.clear(ALARM);
}

/** Calls `wake` when the alarm of a capture that was cut off goes. */
export function onWake(wake: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) wake();
  });
}
