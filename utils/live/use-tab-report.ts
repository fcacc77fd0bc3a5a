import { useRef } from 'preact/hooks';
import { sendMessage } from '../messages/messaging.ts';
import type { TabReport } from '../reports/tab-report.ts';
import { useStored } from './use-stored.ts';

export interface ShownReport {
  report: TabReport | undefined;
  /** The page changed after its first scan. */
  updated: boolean;
}

/** A page that is still settling after its load has not changed yet; milliseconds. */
const SETTLING_MS = 5_000;

const isLater = (first: Pick<TabReport, 'documentKey' | 'scannedAt'> | undefined, report: TabReport | undefined) =>
  first !== undefined &&
  report?.documentKey === first.documentKey &&
  Date.parse(report.scannedAt) - Date.parse(first.scannedAt) > SETTLING_MS;

/** Lists and sealed items have a say in what is wrong with a certificate. */
const CONCERNING = ['report', 'register', 'item'] as const;

/** What is known of a tab, brought up to date as its frames report. */
export function useTabReport(tabId: number | undefined): ShownReport {
  const first = useRef<{ documentKey: string; scannedAt: string } | undefined>(undefined);
  const report =
    useStored(CONCERNING, async () => (tabId === undefined ? null : sendMessage('getTabReport', { tabId })), tabId) ??
    undefined;
  if (report?.state === 'done' && first.current?.documentKey !== report.documentKey)
    first.current = { documentKey: report.documentKey, scannedAt: report.scannedAt };
  return { report, updated: isLater(first.current, report) };
}
