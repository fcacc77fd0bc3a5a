import { browser } from '#imports';
import { DocumentGoneError } from '../network/frames.ts';

/**
 * Aborts as soon as the tab loads another document or is closed: a shot under way when that happens may never be answered.
 * @param moved told each address that the document gives itself (`pushState`, fragments) without another one being loaded
 * @returns the signal, and the function that ends the watch
 */
export function watchDocument(tabId: number, moved: (url: string) => void): { gone: AbortSignal; end(): void } {
  const controller = new AbortController();
  const onCommitted = (details: { tabId: number; frameId: number }) => {
    if (details.tabId === tabId && details.frameId === 0) controller.abort(new DocumentGoneError('another document'));
  };
  const onRemoved = (removed: number) => {
    if (removed === tabId) controller.abort(new DocumentGoneError('the tab was closed'));
  };
  const onMoved = (details: { tabId: number; frameId: number; url: string }) => {
    if (details.tabId === tabId && details.frameId === 0) moved(details.url);
  };
  browser.webNavigation.onHistoryStateUpdated.addListener(onMoved);
  browser.webNavigation.onReferenceFragmentUpdated.addListener(onMoved);
  browser.webNavigation.onCommitted.addListener(onCommitted);
  browser.tabs.onRemoved.addListener(onRemoved);
  return {
    gone: controller.signal,
    end() {
      browser.webNavigation.onHistoryStateUpdated.removeListener(onMoved);
      browser.webNavigation.onReferenceFragmentUpdated.removeListener(onMoved);
      browser.webNavigation.onCommitted.removeListener(onCommitted);
      browser.tabs.onRemoved.removeListener(onRemoved);
    },
  };
}
