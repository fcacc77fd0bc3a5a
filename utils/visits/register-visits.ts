import { DocumentGoneError } from '../capture/frames.ts';
import { onMessage } from '../messaging.ts';
import type { TabReport } from '../tab-report.ts';
import { frameOfSender } from '../tabs/message-sender.ts';
import { PageHungError, readVisit } from './read-visit.ts';

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
