import { browser } from '#imports';
import { within } from '../../base/abortable.ts';
import { ExpectedFailure, type FailureKey } from '../../base/expected-failure.ts';
import { isFrameGone } from '../../messages/frame-gone.ts';
import { sendMessage } from '../../messages/messaging.ts';
import type { ShownPdf } from '../../reports/shown-pdf.ts';
import { isViewer } from '../../tabs/viewer-address.ts';
import { DocumentGoneError } from './frames.ts';

/** The viewer has nothing that could be captured: the sentence says why, or what to wait for. */
export class PdfNotThereError extends ExpectedFailure {
  override name = 'PdfNotThereError';
}

const PATIENCE_MS = 10_000;

/** Whether an address is that of the viewer. */
export const isPdfShown = isViewer;

/**
 * The PDF that a tab shows in the extension's viewer; null for every other tab.
 * @throws DocumentGoneError when the tab is closed, or its viewer does not answer
 */
export async function shownPdf(tabId: number): Promise<ShownPdf | null> {
  try {
    const { url = '' } = await browser.tabs.get(tabId);
    if (!isViewer(url)) return null;
  } catch (error) {
    throw new DocumentGoneError('the tab was closed', { cause: error });
  }
  try {
    const asked = sendMessage('describePdf', undefined, { tabId });
    return await within(asked, PATIENCE_MS, () => new Error('the viewer gave no answer'));
  } catch (error) {
    if (isFrameGone(error)) throw new DocumentGoneError('the viewer was left', { cause: error });
    throw error;
  }
}

/** The shown PDF, all of it. @throws PdfNotThereError while it is fetched, or when it could not be; DocumentGoneError */
export async function readyPdf(tabId: number): Promise<ShownPdf> {
  const shown = await shownPdf(tabId);
  if (!shown) throw new DocumentGoneError('the tab shows another document');
  const { isThere, pdf } = shown;
  if (isThere) return shown;
  if (pdf.failure) throw new PdfNotThereError(pdf.failure.key as FailureKey, [...pdf.failure.values]);
  throw new PdfNotThereError('error_capturePdfLoading');
}
