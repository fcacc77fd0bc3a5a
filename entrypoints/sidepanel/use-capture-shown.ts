import { useRef, useState } from 'preact/hooks';
import type { CaptureShown } from '../../components/panel/capture-shown.ts';
import { useBlobUrl } from '../../components/ui/use-blob-url.ts';
import type { CaptureJob } from '../../utils/evidence/capture-job.ts';
import type { Case } from '../../utils/evidence/case.ts';
import type { FollowedTab } from '../../utils/live/use-followed-tab.ts';
import { useItem, useLatestCapture } from '../../utils/live/use-latest-capture.ts';
import type { TabReport } from '../../utils/reports/tab-report.ts';
import { readArtefact } from '../../utils/store/evidence-store.ts';
import type { Settings } from '../../utils/store/settings.ts';

export interface CaptureState {
  shown: CaptureShown;
  /** The officer asked to cancel. */
  markCancelling: (job: string) => void;
  /** Puts the sealed view away and shows the findings again. */
  leave: () => void;
}

/** What the panel shows of the newest capture of its page. */
export function useCaptureShown(
  tab: FollowedTab | null | undefined,
  report: TabReport | undefined,
  cases: readonly Case[],
  settings: Settings | null,
): CaptureState {
  const job = useLatestCapture(tab, report);
  const item = useItem(job?.itemId);
  const [left, setLeft] = useState<string>();
  const [cancelling, setCancelling] = useState<string>();
  // The sealed view is the end of a capture that this panel watched; an earlier one of the page is a line in the foot.
  const watched = useRef<string | null>(null);
  if (job?.state === 'running' || job?.state === 'paused') watched.current = job.id;
  const picture = item?.record.artefacts.find((artefact) => artefact.role === 'view-before');
  const pictureUrl = useBlobUrl(item && picture ? `${item.id}/${picture.name}` : null, () =>
    readArtefact(item?.id ?? '', picture?.name ?? ''),
  );

  const show = (job: CaptureJob | null): CaptureShown => {
    if (!job || job.id === left) return { state: 'none' };
    switch (job.state) {
      case 'running':
      case 'paused':
        return { state: 'running', job, cancelling: job.id === cancelling };
      case 'interrupted':
        return {
          state: 'interrupted',
          job,
          resumable: job.tabId === tab?.id && job.documentKey === report?.documentKey,
        };
      case 'failed':
        return { state: 'failed', job };
      case 'sealed':
        if (!item || job.id !== watched.current) return { state: 'none' };
        return {
          state: 'sealed',
          item,
          caseName: cases.find((each) => each.id === item.caseId)?.name,
          pictureUrl,
          timestamp: item.stampedAt ? 'stamped' : settings?.timestampUrl ? 'pending' : 'unset',
        };
      case 'cancelled':
        return { state: 'none' };
    }
  };

  return { shown: show(job), markCancelling: setCancelling, leave: () => setLeft(job?.id) };
}
