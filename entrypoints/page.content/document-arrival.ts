import * as dom from '../../utils/page/dom.ts';

/** Milliseconds between two looks at a document that is still coming. */
const LOOK_EVERY = 500;

/** Whether more of a document is on its way: its server goes on sending, or a script holds up or awaits its end. */
export function isArriving(document: Document): boolean {
  const state = dom.readyState(document);
  if (state !== 'interactive') return state === 'loading';
  const [load] = dom.defaultView(document)?.performance.getEntriesByType('navigation') ?? [];
  return (load as PerformanceNavigationTiming | undefined)?.domContentLoadedEventEnd === 0;
}

/** Calls `arrived` once nothing of the document is awaited any more. It is looked at by the clock: events a page can withhold. */
export function whenArrived(document: Document, signal: AbortSignal, arrived: () => void): void {
  if (!isArriving(document)) return;
  const timer = setInterval(() => {
    if (isArriving(document)) return;
    clearInterval(timer);
    arrived();
  }, LOOK_EVERY);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
