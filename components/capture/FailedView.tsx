import { t, tData } from '../../utils/base/i18n.ts';
import type { CaptureJob } from '../../utils/evidence/capture-job.ts';
import { Button } from '../ui/Button.tsx';
import { CaptureHead } from './CaptureHead.tsx';
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
      <CaptureHead job={job} kind="failed" title={t('captureFailed')}>
        {job.failure && <p>{tData(job.failure.key, ...job.failure.values)}</p>}
      </CaptureHead>
      <section class="zj-capture-steps">
        <CaptureSteps job={job} />
      </section>
      <div class="zj-capture-notes" />
      <footer class="zj-acts zj-capture-foot">
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
