import { MOST_PHRASES, type VisitOutcome } from '../patrol/outcome.ts';
import { type Reason, stateOf } from '../patrol/reason.ts';
import type { TabReport } from '../reports/tab-report.ts';
import type { VisitReading } from '../reports/visit-reading.ts';

const LONGEST_TITLE = 200;

const packsOf = ({ rulePacks }: TabReport) =>
  rulePacks.map(({ id, sha256 }) => `${id}:${sha256.slice(0, 16)}`).join(' ');

/** Why a page that was read is not done: a wall before it (unless claims stand on it all the same), or it never arrived whole. */
function shortfall({ report, wall, finished }: VisitReading, flagged: boolean): Reason | null {
  if (report.state === 'unreadable' || report.state === 'off' || report.scannedAt === '') return { id: 'unreadable' };
  if (wall && !flagged) return { id: wall };
  if (!finished) return { id: 'never-finished' };
  return report.state === 'failed' ? { id: 'partly-read' } : null;
}

/**
 * What a page that was opened comes to.
 * @param url as it is written in the list
 * @param finalUrl the address that is shown in the end
 */
export function outcomeOfVisit(
  url: string,
  visit: { reading: VisitReading; finalUrl: string; notes: readonly string[] },
): VisitOutcome {
  const { reading, finalUrl, notes } = visit;
  const { report } = reading;
  const claims = report.findings.filter(({ disposition, dismissed }) => disposition === 'claim' && !dismissed);
  const reason = shortfall(reading, claims.length > 0);
  const partly = report.unread !== undefined || report.unreadableFrames > 0;
  const noted = [...notes, ...(partly ? ['partly-read'] : []), ...(reading.quiet ? [] : ['never-quiet'])];
  return {
    url,
    state: reason ? stateOf(reason) : 'done',
    flagged: claims.length > 0,
    ...(reason ? { reason } : {}),
    title: report.title.slice(0, LONGEST_TITLE),
    ...(finalUrl !== url ? { finalUrl } : {}),
    claims: claims.length,
    strongClaims: claims.filter(({ level }) => level === 'strong').length,
    certificates: report.certificates.length,
    phrases: [...new Set(claims.map(({ phrase }) => phrase))].slice(0, MOST_PHRASES),
    visitedAt: report.scannedAt || new Date(0).toISOString(),
    textSha256: reading.textSha256,
    rulePacks: packsOf(report),
    ...(noted.length > 0 ? { notes: noted } : {}),
  };
}

/** A page whose parts were all seen as far as they can be is evidence; one that never arrived whole, or a wall, is none. */
export const isEvidence = ({ reason }: VisitOutcome): boolean => !reason || reason.id === 'partly-read';
