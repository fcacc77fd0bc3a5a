import type { TabReport } from '../tab-report.ts';
import { notify } from './notices.ts';

type Progress = NonNullable<TabReport['reading']>;

/** Kept in memory only: the recognition ends with the worker that runs it. */
const progressOf = new Map<number, Progress>();

/** Says how far the pictures of a tab are read; null when that has ended. */
export function showReadingProgress(tabId: number, progress: Progress | null): void {
  if (progress) progressOf.set(tabId, progress);
  else if (!progressOf.delete(tabId)) return;
  notify({ kind: 'report', key: String(tabId) });
}

/** The report with the pictures being read, while that lasts. */
export function withReadingProgress(report: TabReport): TabReport {
  const reading = progressOf.get(report.tabId);
  return reading ? { ...report, reading } : report;
}
