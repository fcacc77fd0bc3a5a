import type { CaptureJob } from '../evidence/capture-job.ts';
import type { TabReport } from '../reports/tab-report.ts';
import { listJobs } from '../store/capture-store.ts';
import { readItem } from '../store/evidence-store.ts';
import type { FollowedTab } from './use-followed-tab.ts';
import { useStored } from './use-stored.ts';

/** Whether a capture belongs to the page in view: of this tab, or cut off on the same address in one that is gone. */
function belongsTo(job: CaptureJob, tab: FollowedTab, report: TabReport | undefined): boolean {
  if (job.state === 'cancelled') return false;
  if (job.state === 'running' || job.state === 'paused') return job.tabId === tab.id;
  if (job.state === 'interrupted') return job.url === tab.url;
  return job.tabId === tab.id && job.documentKey === report?.documentKey;
}

/** The newest capture of the page in view, null when there is none. */
export function useLatestCapture(
  tab: FollowedTab | null | undefined,
  report: TabReport | undefined,
): CaptureJob | null {
  const jobs = useStored(['job'], listJobs);
  if (!tab || !jobs) return null;
  return jobs.find((job) => belongsTo(job, tab, report)) ?? null;
}

/** A sealed item, null until read. */
export const useItem = (id: string | undefined) =>
  useStored(['item'], async () => (id ? ((await readItem(id)) ?? null) : null), id ?? '');
