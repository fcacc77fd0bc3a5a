import { browser } from '#imports';
import { DocumentGoneError } from './frames.ts';

/**
 * Aborts as soon as the tab loads another document or is closed: a shot under way when that happens may never be answered.
 * @returns the signal, and the function that ends the watch
 */
export function watchDocument(tabId: number): { gone: AbortSignal; end(): void } {
  const controller = new AbortController();
  const onCommitted = (details: { tabId: number; frameId: number }) => {
    if (details.tabId === tabId && details.frameId === 0) controller.abort(new DocumentGoneError('another document'));
  };
  const onRemoved = (removed: number) => {
    if (removed === tabId) controller.abort(new DocumentGoneError('the tab was closed'));
  };
  browser.webNavigation.onCommitted.addListener(onCommitted);
  browser.tabs.onRemoved.addListener(onRemoved);
  return {
    gone: controller.signal,
    end() {
      browser.webNavigation.onCommitted.removeListener(onCommitted);
      browser.tabs.onRemoved.removeListener(onRemoved);
    },
  };
}
