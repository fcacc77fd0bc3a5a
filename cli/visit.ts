import type { Page } from 'playwright-core';
import { type Reason, reasonOfNetError, reasonOfStatus } from '../utils/patrol/reason.ts';
import { looksLikePdf } from '../utils/pdf/viewer-link.ts';
import type { TabReport } from '../utils/reports/tab-report.ts';
import type { VisitReading } from '../utils/reports/visit-reading.ts';
import type { ExtensionBrowser } from './browser.ts';
import type { ExtensionClient } from './extension-client.ts';
import { readPdf } from './read-pdf.ts';
import { reasonSentence } from './sentence.ts';

/** Milliseconds until a server has to have answered, and until a visit has to have ended, without and with pictures. */
const ANSWER_MS = 30_000;
const VISIT_MS = 60_000;
const PICTURES_MS = 150_000;

/** Documents that one address may put in place of each other by script. */
const MOST_DOCUMENTS = 4;

/** The page could not be opened or read, or only a person gets past what stands before it. */
export class VisitError extends Error {
  override name = 'VisitError';
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(reasonSentence(reason));
    this.reason = reason;
  }
}

/** What pages try beside showing themselves; each was refused. */
export type VisitNote = 'opened-windows' | 'dialogs' | 'download-refused';

export interface Visit {
  page: Page;
  tabId: number;
  report: TabReport;
  reading: VisitReading;
  /** The address that is shown in the end. */
  finalUrl: string;
  notes: readonly VisitNote[];
}

export interface VisitOptions {
  /** Read its pictures as well: all, or those that look like certificates. */
  pictures?: boolean | 'certificates';
}

/** Rejects when the page goes away by itself, dies, or takes longer than its time. */
function ends(page: Page, ms: number): { promise: Promise<never>; clear(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const promise = new Promise<never>((_, reject) => {
    page.once('close', () => reject(new VisitError({ id: 'closed-itself' })));
    page.once('crash', () => reject(new VisitError({ id: 'crashed' })));
    timer = setTimeout(() => reject(new VisitError({ id: 'hung' })), ms);
  });
  promise.catch(() => undefined);
  return { promise, clear: () => clearTimeout(timer) };
}

async function open(page: Page, address: string, isDownload: () => boolean): Promise<void> {
  let response: Awaited<ReturnType<Page['goto']>>;
  try {
    response = await page.goto(address, { waitUntil: 'commit', timeout: ANSWER_MS });
  } catch (error) {
    const words = (error as Error).message.split('\n')[0] ?? '';
    if (isDownload()) throw new VisitError({ id: 'download' });
    if (/Timeout \d+ms exceeded/.test(words)) throw new VisitError({ id: 'no-answer' });
    throw new VisitError(reasonOfNetError(words));
  }
  const reason = response ? reasonOfStatus(response.status()) : null;
  if (reason) throw new VisitError(reason);
}

/** Reads the page; one that puts another in its place is read again there. */
async function read(client: ExtensionClient, tabId: number, options: VisitOptions): Promise<VisitReading> {
  const pictures = options.pictures === true ? 'all' : options.pictures;
  for (let documents = 1; documents <= MOST_DOCUMENTS; documents += 1) {
    const answer = await client.send('readVisit', { tabId, ...(pictures ? { pictures } : {}) });
    if ('hung' in answer) throw new VisitError({ id: 'hung' });
    if (!('gone' in answer)) return answer;
  }
  throw new VisitError({ id: 'redirect-loop' });
}

/** Closes a page, also one that is busy with itself. */
export async function closePage(page: Page): Promise<void> {
  await Promise.race([page.close().catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 5_000))]);
}

/**
 * Opens an address in a new tab and reads it as `readVisit` does: one bounded scroll, then until it is quiet or patience ends. Windows that it
 * opens are closed, dialogs dismissed, downloads refused.
 * @throws VisitError with the reason when the address does not open or cannot be read
 */
export async function visit(
  browser: ExtensionBrowser,
  client: ExtensionClient,
  address: string,
  options: VisitOptions = {},
): Promise<Visit> {
  const page = await browser.context.newPage();
  const notes = new Set<VisitNote>();
  let downloads: 'none' | 'pdf' | 'other' = 'none';
  page.on('dialog', (dialog) => {
    notes.add('dialogs');
    dialog.dismiss().catch(() => undefined);
  });
  page.on('popup', (opened) => {
    notes.add('opened-windows');
    opened.close().catch(() => undefined);
  });
  page.on('download', (download) => {
    downloads = /\.pdf$/i.test(download.suggestedFilename()) ? 'pdf' : 'other';
    notes.add('download-refused');
    download.cancel().catch(() => undefined);
  });
  const inViewer = (tabId: number) => readPdf(browser, client, { page, tabId, address }, Boolean(options.pictures));
  const openAndRead = async (tabId: number): Promise<VisitReading> => {
    if (looksLikePdf(address)) {
      const reading = await inViewer(tabId);
      // A page may have any name: what is no PDF is opened as what it is.
      if (reading.report.pdf?.failure?.key !== 'error_pdfNoHeader') return reading;
    }
    try {
      await open(page, address, () => downloads !== 'none');
    } catch (error) {
      if (downloads !== 'pdf') throw error;
      notes.delete('download-refused');
      return inViewer(tabId);
    }
    return read(client, tabId, options);
  };
  const end = ends(page, options.pictures ? PICTURES_MS : VISIT_MS);
  const work = (async (): Promise<Visit> => {
    const tabId = await client.tabOf(page);
    const reading = await openAndRead(tabId);
    const { report } = reading;
    if (report.state === 'unreadable' || report.scannedAt === '') throw new VisitError({ id: 'unreadable' });
    const finalUrl = report.pdf ? report.url : page.url();
    return { page, tabId, report, reading, finalUrl, notes: [...notes] };
  })();
  work.catch(() => undefined);
  try {
    return await Promise.race([work, end.promise]);
  } catch (error) {
    await closePage(page);
    if (error instanceof VisitError) throw error;
    throw new VisitError({ id: 'crashed', value: (error as Error).message.split('\n')[0]! });
  } finally {
    end.clear();
  }
}
