import { asUnchanged, type VisitOutcome } from '../utils/patrol/outcome.ts';
import { type Reason, stateOf } from '../utils/patrol/reason.ts';
import { isEvidence, outcomeOfVisit } from '../utils/visits/outcome-of-visit.ts';
import type { ExtensionBrowser } from './browser.ts';
import { captureAndExport } from './capture-and-export.ts';
import type { ExtensionClient } from './extension-client.ts';
import { closePage, type Visit, VisitError, visit } from './visit.ts';

export interface OutcomeOptions {
  pictures?: boolean;
  /** Folder for the bundles of the pages that are captured. */
  capture?: string;
  /** Capture every page that was read, not only those with a claim. */
  captureAll?: boolean;
  /** Waits for the turn in which no other page of the browser is brought to the front. */
  inTurn?: <T>(work: () => Promise<T>) => Promise<T>;
  /** What an earlier visit said: the same text is not captured twice. */
  before?: VisitOutcome;
}

/**
 * Visits an address and, when it is flagged, captures it.
 * @param url as it is written in the list
 * @param address what is opened
 */
export async function visitOutcome(
  browser: ExtensionBrowser,
  client: ExtensionClient,
  { url, address }: { url: string; address: string },
  options: OutcomeOptions,
): Promise<VisitOutcome> {
  let visited: Visit;
  try {
    visited = await visit(browser, client, address, options.pictures ? { pictures: 'certificates' } : {});
  } catch (error) {
    if (!(error instanceof VisitError)) throw error;
    const { reason } = error;
    return { url, state: stateOf(reason), flagged: false, reason, visitedAt: new Date().toISOString() };
  }
  try {
    const outcome = asUnchanged(outcomeOfVisit(url, visited), options.before);
    const wanted = isEvidence(outcome) && (options.captureAll || outcome.flagged);
    if (!options.capture || !wanted || (outcome.state === 'unchanged' && outcome.evidence)) return outcome;
    try {
      const folder = options.capture;
      const inTurn = options.inTurn ?? ((work) => work());
      const evidence = await inTurn(() => captureAndExport(browser, client, { ...visited, folder }));
      return { ...outcome, evidence };
    } catch (error) {
      const notSealed: Reason = { id: 'not-sealed', value: (error as Error).message.slice(0, 300) };
      return { ...outcome, state: 'failed', reason: notSealed };
    }
  } finally {
    await closePage(visited.page);
  }
}
