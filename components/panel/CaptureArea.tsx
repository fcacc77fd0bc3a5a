import { CaptureProgress } from '../capture/CaptureProgress.tsx';
import { FailedView } from '../capture/FailedView.tsx';
import { InterruptedView } from '../capture/InterruptedView.tsx';
import { SealedView } from '../capture/SealedView.tsx';
import { useKeys } from '../ui/use-keys.ts';
import type { CaptureShown } from './capture-shown.ts';
import type { PanelActions } from './panel-actions.ts';

export interface CaptureAreaProps {
  capture: CaptureShown;
  /** Milliseconds since the epoch; moved on while a capture runs. */
  now: number;
  actions: PanelActions;
}

/** The capture under way, or what became of the last one. */
export function CaptureArea({ capture, now, actions }: CaptureAreaProps) {
  useCaptureKeys(capture, actions);
  switch (capture.state) {
    case 'none':
      return null;
    case 'running':
      return (
        <CaptureProgress
          job={capture.job}
          now={now}
          cancelling={capture.cancelling}
          onCancel={() => actions.onCancel(capture.job.id)}
        />
      );
    case 'interrupted':
      return (
        <InterruptedView
          job={capture.job}
          resumable={capture.resumable}
          onResume={() => actions.onResume(capture.job.id)}
          onRestart={() => actions.onRestart(capture.job.id)}
          onDiscard={() => actions.onDiscard(capture.job.id)}
        />
      );
    case 'failed':
      return (
        <FailedView
          job={capture.job}
          onRestart={() => actions.onRestart(capture.job.id)}
          onDiscard={() => actions.onDiscard(capture.job.id)}
        />
      );
    case 'sealed':
      return (
        <SealedView
          {...capture}
          onOpen={() => actions.onOpenItem(capture.item.id)}
          onExport={() => actions.onExportItem(capture.item.id)}
          onCopy={actions.onCopy}
        />
      );
  }
}

/** Esc cancels the capture under way; Enter opens the sealed one, unless a control has the focus. */
function useCaptureKeys(capture: CaptureShown, actions: PanelActions): void {
  useKeys((event) => {
    if (event.defaultPrevented) return;
    if (capture.state === 'running' && event.key === 'Escape') actions.onCancel(capture.job.id);
    if (capture.state === 'sealed' && event.key === 'Enter' && event.target === document.body)
      actions.onOpenItem(capture.item.id);
  });
}
