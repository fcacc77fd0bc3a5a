import { mayHoldChinese } from './page-character.ts';

/** Between two looks at a page that keeps changing. */
const LOOK_EVERY = 500;

/**
 * Resolves when the document may show Chinese: at once for most that ever will. Until then no scanner is built, which keeps the many
 * small frames of other pages (players, counters, maps) free of our work. Never resolves after `signal` aborts.
 */
export function whenChinese(document: Document, signal: AbortSignal): Promise<void> {
  if (mayHoldChinese(document)) return Promise.resolve();
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      timer = undefined;
      if (signal.aborted || !mayHoldChinese(document)) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(() => {
      timer ??= setTimeout(look, LOOK_EVERY);
    });
    observer.observe(document, { subtree: true, childList: true, characterData: true });
    signal.addEventListener('abort', () => {
      observer.disconnect();
      clearTimeout(timer);
    });
  });
}
