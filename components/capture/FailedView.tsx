import type { CaptureJob } from '../../utils/capture/capture-job.ts';
import { t, tData } from '../../utils/i18n.ts';
import { Button } from '../Button.tsx';
import { clockText } from '../figures.ts';
import { Icon } from '../Icon.tsx';
import { CaptureSteps } from './CaptureSteps.tsx';
import './capture-view.css';

export interface FailedViewProps {
  job: CaptureJob;
  onRestart: () => void;
  onDiscard: () => void;
}

/** A capture that could not be sealed, with the one sentence that says why and what to do. */
export function FailedView({ job, onRestart, onDiscard }: FailedViewProps) {
  return (
    <>
      <section class="zj-capture-head zj-capture-failed">
        <div class="zj-capture-title" role="alert">
          <h2>
            <Icon name="warning" size={20} />
            {t('captureFailed')}
          </h2>
          <span class="zj-secondary">{clockText(job.endedAt ?? job.startedAt)}</span>
        </div>
        {job.failure && <p>{tData(job.failure.key, ...job.failure.values)}</p>}
      </section>
      <section class="zj-capture-steps">
        <CaptureSteps job={job} />
      </section>
      <div class="zj-capture-notes" />
      <footer class="zj-capture-foot">
        <Button variant="filled" icon="refresh" onClick={onRestart}>
          {t('captureAgain')}
        </Button>
        <Button variant="plain" class="zj-capture-foot-end" onClick={onDiscard}>
          {t('discard')}
        </Button>
      </footer>
    </>
  );
}
