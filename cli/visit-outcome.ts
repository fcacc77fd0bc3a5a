import { asUnchanged, type VisitOutcome } from '../utils/patrol/outcome.ts';
import { type Reason, stateOf } from '../utils/patrol/reason.ts';
import type { TabReport } from '../utils/tab-report.ts';
import type { ExtensionBrowser } from './browser.ts';
import { captureAndExport } from './capture-and-export.ts';
import type { ExtensionClient } from './extension-client.ts';
import { unreadParts } from './scan-line.ts';
import { closePage, type Visit, VisitError, visit } from './visit.ts';

export interface OutcomeOptions {
  pictures?: boolean;
  /** Folder for the bundles of the pages that are captured. */
  capture?: string;
  /** Capture every page that was read, not only those with a claim. */
  captureAll?: boolean;
  /** What an earlier visit said: the same text is not captured twice. */
  before?: VisitOutcome;
}

const LONGEST_TITLE = 200;

const packsOf = ({ rulePacks }: TabReport) =>
  rulePacks.map(({ id, sha256 }) => `${id}:${sha256.slice(0, 16)}`).join(' ');

/** What of a visit is kept when the page was read. */
function read(url: string, { report, reading, finalUrl, notes }: Visit): VisitOutcome {
  const claims = report.findings.filter(({ disposition }) => disposition === 'claim');
  const partly = unreadParts(report, reading) !== undefined;
  const noted = [...notes, ...(partly ? ['partly-read'] : []), ...(reading.quiet ? [] : ['never-quiet'])];
  return {
    url,
    state: 'done',
    flagged: claims.length > 0,
    title: report.title.slice(0, LONGEST_TITLE),
    ...(finalUrl !== url ? { finalUrl } : {}),
    claims: claims.length,
    strongClaims: claims.filter(({ level }) => level === 'strong').length,
    certificates: report.certificates.length,
    visitedAt: report.scannedAt,
    textSha256: reading.textSha256,
    rulePacks: packsOf(report),
    ...(noted.length > 0 ? { notes: noted } : {}),
  };
}

/** Why a page that was read is not done: a wall before it (unless claims stand on it all the same), or it never arrived whole. */
function shortfall({ report, reading }: Visit, flagged: boolean): Reason | null {
  if (reading.wall && !flagged) return { id: reading.wall };
  if (!reading.finished) return { id: 'never-finished' };
  if (report.state === 'off') return { id: 'unreadable' };
  if (report.state === 'failed') return { id: 'partly-read' };
  return null;
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
    const seen = read(url, visited);
    const reason = shortfall(visited, seen.flagged);
    const outcome = reason ? { ...seen, state: stateOf(reason), reason } : asUnchanged(seen, options.before);
    // A document that never arrived whole is no evidence of what the page shows: it is left to the officer.
    const whole = !reason || reason.id === 'partly-read';
    const wanted = whole && (options.captureAll || outcome.flagged);
    if (!options.capture || !wanted || (outcome.state === 'unchanged' && outcome.evidence)) return outcome;
    try {
      const evidence = await captureAndExport(browser, client, { ...visited, folder: options.capture });
      return { ...outcome, evidence };
    } catch (error) {
      const notSealed: Reason = { id: 'not-sealed', value: (error as Error).message.slice(0, 300) };
      return { ...outcome, state: 'failed', reason: notSealed };
    }
  } finally {
    await closePage(visited.page);
  }
}
