import { browser } from '#imports';
import { ExpectedFailure } from '../../base/expected-failure.ts';
import type { CaptureRefusal } from '../../evidence/capture-job.ts';
import type { PageFacts } from '../../reports/page-facts.ts';
import { requireDesk } from '../../store/desk-store.ts';
import { readSettings } from '../../store/settings.ts';
import { storeKey } from '../../store/store-key.ts';
import { DocumentGoneError, isAnswering } from '../network/frames.ts';
import { isPdfShown, readyPdf } from '../network/pdf-in-tab.ts';
import { readPageFacts } from '../steps/read-page-facts.ts';
import { factsByBrowser } from '../steps/without-page.ts';
import { CaptureRefusedError, refusalOf, refuseDocument, unreadableRefusal } from './capture-refusal.ts';
import { ensureRoom } from './storage-room.ts';

/**
 * What a capture begins with, once nothing stands in its way.
 * @throws CaptureRefusedError, NobodyAtDeskError, StorageLowError, StoreLockedError
 */
export async function readyToCapture(tabId: number) {
  const tab = await browser.tabs.get(tabId);
  const { facts, hung } = await readableFacts(tabId, tab.url || tab.pendingUrl || '');
  const settings = await readSettings();
  const [, attending] = await Promise.all([storeKey(), requireDesk(settings), ensureRoom(facts)]);
  return { tab, facts, hung, settings, attending };
}

/** Why a capture of the tab would not start now; null when it would. Starts and writes nothing. */
export async function captureRefusal(tabId: number): Promise<CaptureRefusal | null> {
  try {
    await readyToCapture(tabId);
    return null;
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    return { key: error.key, values: error.values };
  }
}

/** @throws CaptureRefusedError */
async function readableFacts(tabId: number, address: string): Promise<{ facts: PageFacts; hung: boolean }> {
  if (isPdfShown(address)) return { facts: (await readyPdf(tabId)).page, hung: false };
  const refusal = refusalOf(address);
  if (refusal) throw new CaptureRefusedError(refusal);
  let facts: PageFacts;
  let hung: boolean;
  try {
    hung = !(await isAnswering(tabId));
    facts = await (hung ? factsByBrowser(tabId) : readPageFacts(tabId));
  } catch (error) {
    if (!(error instanceof DocumentGoneError)) throw error;
    throw new CaptureRefusedError(unreadableRefusal(address), [], { cause: error });
  }
  refuseDocument(facts.contentType);
  return { facts, hung };
}
