import { browser } from '#imports';
import type { CaptureJob } from '../../evidence/capture-job.ts';
import { DocumentGoneError, PageHungError } from '../network/frames.ts';
import { loadKeyOf } from '../network/load-key.ts';
import { HUNG } from './capture-run.ts';

/** Whether the tab still holds the document of which the capture was begun. */
export async function isSameDocument(job: CaptureJob): Promise<boolean> {
  try {
    return (await loadKeyOf(job.tabId)) === job.loadKey;
  } catch (error) {
    if (error instanceof DocumentGoneError) return false;
    if (!(error instanceof PageHungError)) throw error;
    // It does not tell; the browser knows what is in the tab.
    return (await browser.tabs.get(job.tabId)).url === job.url;
  }
}

/** The key of the tab's document, or that it hangs. @throws DocumentGoneError */
export async function keyOrHung(tabId: number): Promise<string> {
  try {
    return await loadKeyOf(tabId);
  } catch (error) {
    if (error instanceof PageHungError) return HUNG;
    throw error;
  }
}
