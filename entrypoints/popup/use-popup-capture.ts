import { useEffect, useState } from 'preact/hooks';
import type { PopupViewProps } from '../../components/popup/PopupView.tsx';
import { asExpectedFailure } from '../../utils/base/expected-failure.ts';
import { t } from '../../utils/base/i18n.ts';
import type { FollowedTab } from '../../utils/live/use-followed-tab.ts';
import { useLatestCapture } from '../../utils/live/use-latest-capture.ts';
import { sendMessage } from '../../utils/messages/messaging.ts';
import type { TabReport } from '../../utils/reports/tab-report.ts';

export interface PopupCapture extends Pick<PopupViewProps, 'latest'> {
  capturing: boolean;
  /** Why the last act did not happen, as a sentence. */
  failure: string | undefined;
  start: () => Promise<void>;
}

/**
 * The capture of the popup's tab: begun, followed, ended.
 * @param obstacles what may stand in its way, as a word: when that changes, the last failure is no longer shown
 */
export function usePopupCapture(
  tab: FollowedTab | null | undefined,
  report: TabReport | undefined,
  obstacles: string,
  onOpen: (itemId: string) => Promise<void>,
): PopupCapture {
  const job = useLatestCapture(tab, report);
  const [starting, setStarting] = useState(false);
  const [cancelling, setCancelling] = useState<string>();
  const [failure, setFailure] = useState<string>();
  useEffect(() => setFailure(undefined), [obstacles]);

  const attempt = async (act: () => Promise<unknown>) => {
    setFailure(undefined);
    try {
      await act();
    } catch (error) {
      const expected = asExpectedFailure(error);
      if (!expected) throw error;
      setFailure(t(expected.key, ...expected.values));
    }
  };
  const act = (work: () => Promise<unknown>) => void attempt(work).catch(reportError);
  return {
    capturing: starting || job?.state === 'running' || job?.state === 'paused',
    failure,
    async start() {
      if (!tab) return;
      setStarting(true);
      // No panel beside the page: it would narrow what is sealed.
      await attempt(() => sendMessage('startCapture', { tabId: tab.id, mode: 'full' })).finally(() =>
        setStarting(false),
      );
    },
    latest: job
      ? {
          job,
          cancelling: job.id === cancelling,
          resumable: job.tabId === tab?.id && job.documentKey === report?.documentKey,
          onCancel() {
            setCancelling(job.id);
            act(() => sendMessage('cancelCapture', { jobId: job.id }));
          },
          onResume: () => act(() => sendMessage('resumeCapture', { jobId: job.id })),
          onDiscard: () => act(() => sendMessage('discardCapture', { jobId: job.id })),
          onOpen: () => void onOpen(job.itemId ?? ''),
        }
      : undefined,
  };
}
