import { browser } from '#imports';
import { onMessage } from '../messaging.ts';
import { tabOfRequest } from '../store/message-sender.ts';
import { showReadingProgress } from '../store/reading-progress.ts';
import { CERTIFICATE_LIKENESS, recogniseTab } from './recognise-tab.ts';

/** Reads the pictures of a tab when the panel asks for it, until the tab goes elsewhere or is closed. */
export function registerRecognition(): void {
  const running = new Map<number, AbortController>();
  const end = (tabId: number) => running.get(tabId)?.abort();

  onMessage('recognisePictures', async ({ data, sender }) => {
    const tabId = tabOfRequest(sender, data.tabId);
    if (running.has(tabId)) return;
    const control = new AbortController();
    running.set(tabId, control);
    try {
      await recogniseTab(tabId, CERTIFICATE_LIKENESS, control.signal, (progress) => {
        showReadingProgress(tabId, progress);
      });
    } catch (error) {
      if (!control.signal.aborted) throw error;
    } finally {
      running.delete(tabId);
      showReadingProgress(tabId, null);
    }
  });

  browser.tabs.onRemoved.addListener(end);
  browser.webNavigation.onCommitted.addListener(({ tabId, frameId }) => {
    if (frameId === 0) end(tabId);
  });
}
