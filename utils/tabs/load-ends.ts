/** How long after the browser has ended a load its frames may still have to say so, in milliseconds. */
const LATELY_MS = 5_000;

/** Tabs whose load has ended lately; a worker that starts anew knows of none, and takes all for ended long ago. */
const timers = new Map<number, ReturnType<typeof setTimeout>>();

/** The browser has ended the load of a tab; `over` is called once that is no longer lately. */
export function noteLoadEnd(tabId: number, over: () => void): void {
  clearTimeout(timers.get(tabId));
  timers.set(
    tabId,
    setTimeout(() => {
      timers.delete(tabId);
      over();
    }, LATELY_MS),
  );
}

export const loadEndedLately = (tabId: number): boolean => timers.has(tabId);
