import type { TabReport } from '../../utils/reports/tab-report.ts';
import { pageVerdict, type Verdict as Weighed } from '../../utils/scan/page-verdict.ts';
import { sortFindings } from '../findings/sort-findings.ts';
import type { Verdict } from './PageVerdict.tsx';

/** The officer's word for where the scan of a tab stands; a tab without a report yet is being scanned. */
export function verdictOf(report: TabReport | undefined): Verdict {
  if (!report) return 'scanning';
  if (report.state !== 'done') return report.state;
  const { counts } = sortFindings(report.findings);
  return counts.strong + counts.weak > 0 ? 'found' : 'none';
}

/** How much the claims of a scanned page weigh together; undefined until its text was read for what supports them. */
export function weigh(report: TabReport | undefined): Weighed | undefined {
  if (report?.state !== 'done' || !report.signs) return undefined;
  return pageVerdict(report.findings, report.signs);
}
