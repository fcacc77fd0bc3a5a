import { browser } from '#imports';
import { stayAwake } from '../background/keep-awake.ts';
import { within } from '../base/abortable.ts';
import { DocumentGoneError } from '../capture/network/frames.ts';
import { CERTIFICATE_LIKENESS, recogniseTab } from '../capture/pictures/recognise-tab.ts';
import { scrollThrough } from '../capture/tiles/lazy-scroll.ts';
import { withApprovalChecks } from '../casework/check-approvals.ts';
import { wallOf } from '../patrol/wall.ts';
import type { TabReport } from '../reports/tab-report.ts';
import type { VisitReading } from '../reports/visit-reading.ts';
import { joinPageSigns, readPageSigns } from '../scan/page-signs.ts';
import { tabText } from '../tabs/tab-text.ts';

/** Bounds of one visit, in milliseconds and screens: how long a page may take to arrive and to come to rest, what rest is. */
const PATIENCE_MS = 10_000;
const QUIET_MS = 900;
const POLL_MS = 150;
const SCREENS = 40;
const SCROLL_SECONDS = 8;
const PICTURES_MS = 120_000;
/** A page that is busy with itself answers nothing for longer than this. */
const ANSWER_MS = 15_000;

/** The content script, for a document in which it did not start by itself. */
const PAGE_SCRIPT = '/content-scripts/page.js' as '/background.js';

/** The page answers nothing: its own scripts never rest. */
export class PageHungError extends Error {
  override name = 'PageHungError';
}

export interface VisitBounds {
  /** Read the pictures that look like certificates, or every one. */
  pictures?: 'certificates' | 'all';
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const hung = () => new PageHungError('the page does not answer');

/** What a page answers. @throws PageHungError, DocumentGoneError */
const answered = <T>(answer: Promise<T>): Promise<T> =>
  within(answer, ANSWER_MS, hung).catch((error) => {
    if (error instanceof PageHungError) throw error;
    throw new DocumentGoneError('the page cannot be reached', { cause: error });
  });

/** Waits until the document has arrived; one that goes on arriving is stopped, so that it can be read. */
async function arrived(tabId: number): Promise<boolean> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const { status } = await browser.tabs.get(tabId);
    if (status === 'complete') return true;
    if (Date.now() > deadline) break;
    await pause(POLL_MS);
  }
  const [answer] = await answered(
    browser.scripting.executeScript({
      target: { tabId },
      func: () => {
        const parsed = document.readyState !== 'loading';
        window.stop();
        return parsed;
      },
      injectImmediately: true,
    }),
  );
  if (answer?.result) return true;
  // A document that was stopped never comes to the moment at which its script starts by itself.
  await answered(
    browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      files: [PAGE_SCRIPT],
      injectImmediately: true,
    }),
  );
  return false;
}

const signature = (report: TabReport) =>
  JSON.stringify([report.state, report.scannedAt, report.findings.length, report.certificates.length, report.frames]);

/** Waits until the report is done and has rested, or patience ends. */
async function settled(
  tabId: number,
  readReport: (tabId: number) => Promise<TabReport>,
): Promise<{ report: TabReport; quiet: boolean }> {
  const deadline = Date.now() + PATIENCE_MS;
  let last = '';
  let since = Date.now();
  for (;;) {
    const report = await readReport(tabId);
    const now = signature(report);
    if (now !== last) {
      last = now;
      since = Date.now();
    }
    const isRead = report.state === 'done' || (report.state === 'failed' && report.scannedAt !== '');
    const rested = isRead && Date.now() - since >= QUIET_MS;
    if (rested || Date.now() > deadline) return { report, quiet: rested };
    await pause(POLL_MS);
  }
}

/** What can be seen of the top document that tells a wall: fields for a password, and frames. */
async function readFront(tabId: number) {
  const [answer] = await answered(
    browser.scripting.executeScript({
      target: { tabId },
      func: () => {
        const seen = (element: Element) => {
          const { width, height } = element.getBoundingClientRect();
          return width > 1 && height > 1 && getComputedStyle(element).visibility !== 'hidden';
        };
        return {
          url: location.href,
          passwordFields: [...document.querySelectorAll('input[type=password]')].filter(seen).length,
          frames: [...document.querySelectorAll('iframe')]
            .filter(seen)
            .slice(0, 50)
            .map(({ src }) => src.slice(0, 2_000)),
        };
      },
      injectImmediately: true,
    }),
  );
  if (!answer?.result) throw new DocumentGoneError('the page gave no answer');
  return answer.result;
}

async function sha256Of(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Reads the page that a tab shows, as an officer would: waits until it has arrived, scrolls through it once, waits until it is quiet, has its
 * pictures read when asked. Every wait is bounded.
 * @param readReport what the scan knows of a tab
 * @throws DocumentGoneError when the page goes away, PageHungError when it answers nothing
 */
export async function readVisit(
  tabId: number,
  readReport: (tabId: number) => Promise<TabReport>,
  { pictures }: VisitBounds,
): Promise<VisitReading> {
  const rest = stayAwake();
  try {
    const finished = await arrived(tabId);
    if (finished) {
      const bounds = { maxScreens: SCREENS, maxSeconds: SCROLL_SECONDS };
      await within(scrollThrough(tabId, bounds), SCROLL_SECONDS * 1000 + ANSWER_MS, hung);
    }
    let { report, quiet } = await settled(tabId, readReport);
    // A page may never come to rest, or keep a part of it on its way: its pictures are there all the same.
    if (pictures && (report.state === 'done' || report.state === 'scanning')) {
      const ended = new AbortController();
      await within(recogniseTab(tabId, pictures === 'all' ? 0 : CERTIFICATE_LIKENESS, ended.signal), PICTURES_MS, hung)
        .catch((error) => {
          if (!(error instanceof PageHungError)) throw error;
        })
        .finally(() => ended.abort());
      ({ report, quiet } = await settled(tabId, readReport));
    }
    const [front, texts] = await Promise.all([readFront(tabId), tabText(tabId)]);
    const text = texts.join('\n').replace(/\s+/g, ' ').trim();
    return {
      report: { ...report, signs: await withApprovalChecks(joinPageSigns(texts.map(readPageSigns))) },
      wall: wallOf({ ...front, text }),
      finished,
      quiet,
      textSha256: await sha256Of(text),
      characters: text.length,
    };
  } finally {
    rest();
  }
}
