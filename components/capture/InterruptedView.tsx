import { t } from '../../utils/base/i18n.ts';
import type { CaptureJob } from '../../utils/evidence/capture-job.ts';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';
import { CaptureHead } from './CaptureHead.tsx';
import { CaptureSteps } from './CaptureSteps.tsx';
import { stepInHand, stepLabel } from './capture-progress.ts';
import './capture-view.css';

export interface InterruptedViewProps {
  job: CaptureJob;
  /** The page in view is the one of the capture, still the same document. */
  resumable: boolean;
  onResume: () => void;
  onRestart: () => void;
  onDiscard: () => void;
}

/** A capture that was cut off: what exists, that it is no evidence, and the ways on. */
export function InterruptedView({ job, resumable, onResume, onRestart, onDiscard }: InterruptedViewProps) {
  const { done = 0 } = job.steps.tiles;
  const inHand = stepInHand(job);
  return (
    <>
      <CaptureHead job={job} kind="interrupted" title={t('captureInterrupted')}>
        <p>{t('interruptedAt', stepLabel(job, inHand))}</p>
      </CaptureHead>
      <section class="zj-capture-steps">
        <CaptureSteps job={job} />
      </section>
      <section class="zj-capture-notes">
        <Note icon="columns">
          {!resumable
            ? t('interruptedChanged')
            : inHand === 'tiles' && done > 0
              ? t('interruptedSameTile', done + 1)
              : t('interruptedSame')}
        </Note>
      </section>
      <footer class="zj-acts zj-capture-foot">
        {resumable && (
          <Button variant="filled" icon="play" onClick={onResume}>
            {t('resumeCapture')}
          </Button>
        )}
        <Button variant={resumable ? 'outline' : 'filled'} icon="refresh" onClick={onRestart}>
          {t('captureAgain')}
        </Button>
        <Button variant="plain" class="zj-capture-foot-end" onClick={onDiscard}>
          {t('discard')}
        </Button>
      </footer>
    </>
  );
}
