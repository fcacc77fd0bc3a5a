import { browser } from '#imports';
import type { FrameReport } from '../reports/tab-report.ts';

/**
 * The session store also holds the keys of a passphrase, network facts and what is struck off: no page may fill it. Of the whole, the inner frames
 * of one tab take at most a quarter and its top document another, and no report is kept beyond three quarters of it.
 */
const TAB_SHARE = 1 / 4;
const MOST_FILLED = 3 / 4;

/** Before Chrome 112 the whole is 1 MB; 10 MB since. */
const wholeStore = () => browser.storage.session.QUOTA_BYTES ?? 1_048_576;

/** Bytes of a value as the store counts them. */
const storedBytes = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

/** Bytes in use, where the browser tells: Firefox learnt it late, and then the tab's own share is the bound. */
async function bytesInUse(): Promise<number> {
  const { session } = browser.storage;
  return 'getBytesInUse' in session ? session.getBytesInUse(null) : 0;
}

/**
 * Bytes that a frame of a tab may take.
 * @param others bytes of the tab's other frames
 * @param own bytes that the frame takes now
 */
export async function roomForFrame(others: number, own: number): Promise<number> {
  const whole = wholeStore();
  return Math.max(0, Math.min(whole * TAB_SHARE - others, whole * MOST_FILLED - (await bytesInUse()) + own));
}

/**
 * A report that takes no more than so many bytes: findings and certificates are left out from the end, half of them at a time, and counted as
 * omitted and as unread; undefined when not even the counts have room. With the bytes that it takes.
 */
export function reportWithin(report: FrameReport, room: number): { report: FrameReport; bytes: number } | undefined {
  let fitted = report;
  let bytes = storedBytes(fitted);
  for (let keep = 1; bytes > room; keep /= 2, bytes = storedBytes(fitted)) {
    if (fitted.findings.length === 0 && fitted.certificates.length === 0) return undefined;
    const findings = report.findings.slice(0, Math.floor((report.findings.length * keep) / 2));
    const certificates = report.certificates.slice(0, Math.floor((report.certificates.length * keep) / 2));
    const unread = (report.unread ?? 0) + report.certificates.length - certificates.length;
    fitted = {
      ...report,
      ...{ findings, certificates },
      omitted: report.omitted + report.findings.length - findings.length,
      ...(unread > 0 ? { unread } : {}),
    };
  }
  return { report: fitted, bytes };
}
