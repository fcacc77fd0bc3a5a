import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { viewerLink } from '../utils/pdf/viewer-link.ts';
import type { TabReport } from '../utils/reports/tab-report.ts';
import type { VisitReading } from '../utils/reports/visit-reading.ts';
import type { ExtensionBrowser } from './browser.ts';
import type { ExtensionClient } from './extension-client.ts';

const POLL_MS = 150;
/** Milliseconds for a whole file, pages read as pictures among them; a little less than a visit may take. */
const PATIENCE_MS = { text: 50_000, pictures: 140_000 };

/**
 * Opens the PDF of an address in the extension's viewer and reads it: the browsers that commands start save PDFs instead of showing them. What
 * the file is refused for stands in the report; one that is not done in time is returned as far as it was read.
 */
export async function readPdf(
  browser: ExtensionBrowser,
  client: ExtensionClient,
  { page, tabId, address }: { page: Page; tabId: number; address: string },
  pictures: boolean,
): Promise<VisitReading> {
  await page.goto(`chrome-extension://${browser.id}${viewerLink(address, { pictures })}`);
  const deadline = Date.now() + PATIENCE_MS[pictures ? 'pictures' : 'text'];
  let report: TabReport;
  do {
    await client.page.waitForTimeout(POLL_MS);
    report = await client.send('getTabReport', { tabId });
  } while ((!report.pdf || report.state === 'scanning') && Date.now() < deadline);
  const finished = report.pdf !== undefined && report.state !== 'scanning';
  const texts = await client.send('readTabText', { tabId });
  const text = texts.join('\n').replace(/\s+/g, ' ').trim();
  return {
    report,
    wall: null,
    finished,
    quiet: finished,
    textSha256: createHash('sha256').update(text).digest('hex'),
    characters: text.length,
  };
}
