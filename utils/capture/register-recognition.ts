import { browser } from '#imports';
import { onMessage } from '../messaging.ts';
import { tabOfRequest } from '../store/message-sender.ts';
import { forgetRecognition } from '../store/recognition-store.ts';
import { CERTIFICATE_LIKENESS, recogniseTab } from './recognise-tab.ts';

/** One run per tab; leaving the page ends it. */
const runs = new Map<number, AbortController>();

function leave(tabId: number): Promise<void> {
  runs.get(tabId)?.abort();
  runs.delete(tabId);
  return forgetRecognition(tabId);
}

/** Everything that the background does for pictures: reads them when an extension page asks, stops when the page is left. */
export function registerRecognition(): void {
  onMessage('recognisePictures', async ({ data, sender }) => {
    const tabId = tabOfRequest(sender, data.tabId);
    const run = runs.get(tabId) ?? new AbortController();
    runs.set(tabId, run);
    try {
      await recogniseTab(tabId, data.all ? 0 : CERTIFICATE_LIKENESS, run.signal);
    } catch (error) {
      if (!run.signal.aborted) throw error;
    }
  });
  browser.webNavigation.onCommitted.addListener(({ tabId, frameId }) => (frameId === 0 ? leave(tabId) : undefined));
  browser.tabs.onRemoved.addListener((tabId) => leave(tabId));
}
