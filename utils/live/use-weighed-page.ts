import { useEffect } from 'preact/hooks';
import { sendMessage } from '../messages/messaging.ts';
import type { TabReport } from '../reports/tab-report.ts';

/** A page whose text grew by this many characters is read anew for its signs. */
const MUCH = 2_000;

/**
 * Has the page read for what supports its claims and for its party, once it is scanned and again when it has changed much; both
 * arrive in its report.
 */
export function useWeighedPage(report: TabReport | undefined): void {
  const claims = report?.findings.filter(({ disposition }) => disposition === 'claim').length ?? 0;
  const state =
    report?.state === 'done' ? `${report.documentKey} ${claims} ${Math.floor(report.timings.characters / MUCH)}` : null;
  useEffect(() => {
    if (report && state !== null) sendMessage('weighPage', { tabId: report.tabId }).catch(reportError);
  }, [report?.tabId, state]);
}
