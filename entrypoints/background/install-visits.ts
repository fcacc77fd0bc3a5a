import { DocumentGoneError } from '../../utils/capture/network/frames.ts';
import { onMessage } from '../../utils/messages/messaging.ts';
import type { TabReport } from '../../utils/reports/tab-report.ts';
import { frameOfSender } from '../../utils/tabs/message-sender.ts';
import { PageHungError, readVisit } from '../../utils/visits/read-visit.ts';

/**
 * Answers the pages of the extension that visit addresses. Call once, synchronously, when the background starts.
 * @param readReport what the scan knows of a tab
 */
export function registerVisits(readReport: (tabId: number) => Promise<TabReport>): void {
  onMessage('readVisit', async ({ data, sender }) => {
    if (frameOfSender(sender)) throw new TypeError('visits are made from pages of the extension');
    try {
      return await readVisit(data.tabId, readReport, data.pictures ? { pictures: data.pictures } : {});
    } catch (error) {
      if (error instanceof PageHungError) return { hung: true };
      if (error instanceof DocumentGoneError) return { gone: true };
      throw error;
    }
  });
}
