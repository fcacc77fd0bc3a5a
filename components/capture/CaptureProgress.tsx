import { elapsedText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import { CAPTURE_STEPS, type CaptureJob } from '../../utils/evidence/capture-job.ts';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { CaptureSteps } from './CaptureSteps.tsx';
import { stepInHand, stepLabel, stepsDone, timeLeft } from './capture-progress.ts';
import './capture-view.css';

export interface CaptureProgressProps {
  job: CaptureJob;
  /** Milliseconds since the epoch, moved on by the page. */
  now: number;
  /** The officer has asked to cancel; it takes effect at the next step. */
  cancelling: boolean;
  onCancel: () => void;
}

/** A capture under way or paused: step and time, the tiles, and the way out. */
export function CaptureProgress({ job, now, cancelling, onCancel }: CaptureProgressProps) {
  const paused = job.state === 'paused';
  const names = CAPTURE_STEPS.filter((name) => job.mode !== 'view' || name !== 'tiles');
  const inHand = stepInHand(job);
  const step = t('stepOf', names.indexOf(inHand) + 1, names.length);
  const left = paused ? null : timeLeft(job, now);
  return (
    <>
      <section class="zj-capture-head">
        <div class="zj-line zj-capture-title">
          <h2>{t(paused ? 'capturePaused' : 'capturing')}</h2>
          <span class="zj-capture-clock">{elapsedText(now - Date.parse(job.startedAt))}</span>
        </div>
        <ProgressBar value={stepsDone(job)} max={names.length} label={t('capturing')} />
        <div class="zj-capture-line">
          <span aria-live="polite">
            {step}
            <span class="zj-unseen">{stepLabel(job, inHand)}</span>
          </span>
          {left !== null && <span>{t('timeLeft', Math.ceil(left / 1000))}</span>}
        </div>
      </section>
      <section class="zj-capture-steps">
        <CaptureSteps job={job} />
      </section>
      <section class="zj-capture-notes">
        <Note icon={paused ? 'pause' : 'info'} tone={paused ? 'weak' : 'plain'}>
          {t(paused ? 'capturePausedHint' : 'captureStayHint')}
        </Note>
        {job.notCaptured.length > 0 && (
          <Note icon="ban">
            {t('notCapturedSoFar', job.notCaptured.map((entry) => entry.what).join(t('listComma')))}
          </Note>
        )}
      </section>
      <footer class="zj-acts zj-capture-foot">
        <Button icon="close" keys={['Esc']} busy={cancelling} onClick={onCancel}>
          {t('cancelCapture')}
        </Button>
        <span class="zj-secondary">{t('cancelLeavesNothing')}</span>
      </footer>
    </>
  );
}
