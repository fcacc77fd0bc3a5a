import { browser } from '#imports';
import { openOffscreenPage } from '../../utils/background/offscreen-page.ts';
import { forgetPictures, keptPicture } from '../../utils/capture/pictures/kept-pictures.ts';
import { CERTIFICATE_LIKENESS, recogniseTab } from '../../utils/capture/pictures/recognise-tab.ts';
import { onMessage } from '../../utils/messages/messaging.ts';
import { readSettings } from '../../utils/store/settings.ts';
import { tabOfRequest } from '../../utils/tabs/message-sender.ts';
import { forgetRecognition } from '../../utils/tabs/recognition-store.ts';

/** One run per tab; leaving the page ends it. */
const runs = new Map<number, AbortController>();

function leave(tabId: number): Promise<void> {
  runs.get(tabId)?.abort();
  runs.delete(tabId);
  forgetPictures(tabId);
  return forgetRecognition(tabId);
}

async function recognise(tabId: number, likeness: number): Promise<void> {
  const run = runs.get(tabId) ?? new AbortController();
  runs.set(tabId, run);
  try {
    await recogniseTab(tabId, likeness, run.signal);
  } catch (error) {
    if (!run.signal.aborted) throw error;
  }
}

/**
 * Everything that the background does for pictures: reads them when an extension page asks, or of every loaded page when the
 * office switched that on; stops when the page is left.
 */
export function registerRecognition(): void {
  onMessage('recognisePictures', async ({ data, sender }) => {
    const tabId = tabOfRequest(sender, data.tabId);
    await recognise(tabId, data.all ? 0 : CERTIFICATE_LIKENESS);
  });
  onMessage('openReader', openOffscreenPage);
  onMessage('getPicture', ({ data }) => keptPicture(data.tabId, data.url));
  browser.webNavigation.onCompleted.addListener(async ({ tabId, frameId }) => {
    if (frameId === 0 && (await readSettings()).recogniseWhileBrowsing) await recognise(tabId, CERTIFICATE_LIKENESS);
  });
  browser.webNavigation.onCommitted.addListener(({ tabId, frameId }) => (frameId === 0 ? leave(tabId) : undefined));
  browser.tabs.onRemoved.addListener((tabId) => leave(tabId));
}
