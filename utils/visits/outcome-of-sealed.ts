import type { EvidenceItem } from '../evidence/record.ts';
import { MOST_PHRASES, type VisitOutcome } from '../patrol/outcome.ts';

/**
 * What a visit came to whose page was sealed before the worker was stopped, as the record has it: without its claims a re-check would call them
 * gone.
 * @param url as it is written in the list
 */
export function outcomeOfSealed(url: string, { id, record }: Pick<EvidenceItem, 'id' | 'record'>): VisitOutcome {
  const dismissed = new Set(record.dismissed);
  const claims = record.findings.filter((finding) => finding.disposition === 'claim' && !dismissed.has(finding.id));
  return {
    url,
    state: 'done',
    flagged: claims.length > 0,
    title: record.page.title,
    ...(record.page.url === url ? {} : { finalUrl: record.page.url }),
    claims: claims.length,
    strongClaims: claims.filter(({ level }) => level === 'strong').length,
    certificates: record.certificates.length,
    phrases: [...new Set(claims.map(({ phrase }) => phrase))].slice(0, MOST_PHRASES),
    visitedAt: record.startedAt,
    evidence: id,
  };
}
