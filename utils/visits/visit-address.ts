import { browser } from '#imports';
import { within } from '../base/abortable.ts';
import { DocumentGoneError } from '../capture/network/frames.ts';
import type { VisitOutcome } from '../patrol/outcome.ts';
import { type Reason, stateOf } from '../patrol/reason.ts';
import type { TabReport } from '../reports/tab-report.ts';
import { Navigation, NavigationEndedError } from './navigation.ts';
import { outcomeOfVisit } from './outcome-of-visit.ts';
import { PageHungError, readVisit } from './read-visit.ts';

/** Milliseconds until a visit has to have ended. */
const VISIT_MS = 90_000;

/** A blank page stands within this time. */
const BLANK_MS = 3_000;

/** Documents that one address may put in place of each other by script. */
const MOST_DOCUMENTS = 4;

export interface AddressVisit {
  url: string;
  address: string;
  windowId: number;
  readReport: (tabId: number) => Promise<TabReport>;
  /** Does what is wanted with the page that was read, while its tab is open; gives what the outcome is then. */
  keep: (tabId: number, outcome: VisitOutcome) => Promise<VisitOutcome>;
}

/** Waits until the blank page of a new tab stands: what is opened before that, it pushes aside. */
async function blank(tabId: number): Promise<void> {
  const deadline = Date.now() + BLANK_MS;
  while ((await browser.tabs.get(tabId)).status !== 'complete' && Date.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Reads the page; one that puts another in its place is read again there. */
async function read(tabId: number, readReport: AddressVisit['readReport']) {
  for (let documents = 1; documents <= MOST_DOCUMENTS; documents += 1) {
    try {
      return await readVisit(tabId, readReport, {});
    } catch (error) {
      if (!(error instanceof DocumentGoneError)) throw error;
    }
  }
  throw new NavigationEndedError({ id: 'redirect-loop' });
}

/**
 * Opens an address in a tab of its own in the patrol's window, reads it and closes the tab again, whatever the page does: every ending is an
 * outcome with its reason.
 * @throws WindowClosedError when the officer closes the window
 */
export async function visitAddress({ url, address, windowId, readReport, keep }: AddressVisit): Promise<VisitOutcome> {
  const failed = (reason: Reason): VisitOutcome => ({
    url,
    state: stateOf(reason),
    flagged: false,
    reason,
    visitedAt: new Date().toISOString(),
  });
  const tab = await browser.tabs.create({ windowId, url: 'about:blank', active: true });
  const tabId = tab.id!;
  await blank(tabId);
  const ended = new AbortController();
  try {
    const navigation = new Navigation(tabId, ended.signal);
    const work = async () => {
      await navigation.go(address);
      const reading = await read(tabId, readReport);
      return outcomeOfVisit(url, { reading, finalUrl: reading.report.url, notes: [...navigation.notes] });
    };
    const outcome = await within(
      Promise.race([work(), navigation.gone]),
      VISIT_MS,
      () => new NavigationEndedError({ id: 'hung' }),
    );
    return await keep(tabId, outcome);
  } catch (error) {
    if (error instanceof NavigationEndedError) return failed(error.reason);
    if (error instanceof PageHungError) return failed({ id: 'hung' });
    throw error;
  } finally {
    ended.abort();
    await browser.tabs.remove(tabId).catch(() => undefined);
  }
}
