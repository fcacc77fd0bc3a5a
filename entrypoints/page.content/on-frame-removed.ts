const LOOK_EVERY = 1000;

/**
 * Calls `removed` when an inner frame has gone. A frame that is taken out can no longer send anything itself, and the number of frames is
 * the one sign of it that costs nothing.
 */
export function onFrameRemoved(view: Window, signal: AbortSignal, removed: () => void): void {
  let before = view.length;
  const timer = setInterval(() => {
    const now = view.length;
    if (now < before) removed();
    before = now;
  }, LOOK_EVERY);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
