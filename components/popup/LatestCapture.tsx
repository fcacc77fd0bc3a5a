import { clockText } from '../../utils/base/figures.ts';
import { t, tData } from '../../utils/base/i18n.ts';
import { CAPTURE_STEPS, type CaptureJob } from '../../utils/evidence/capture-job.ts';
import { stepInHand, stepLabel, stepsDone } from '../capture/capture-progress.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import './latest-capture.css';

export interface LatestCaptureProps {
  job: CaptureJob;
  /** The officer has asked to cancel; it takes effect at the next step. */
  cancelling: boolean;
  /** The page in view is the one of the capture, still the same document. */
  resumable: boolean;
  onCancel: () => void;
  onResume: () => void;
  onDiscard: () => void;
  onOpen: () => void;
}

/** The newest capture of the page, under the button that began it: how far it is, or how it ended and the way on. */
export function LatestCapture(props: LatestCaptureProps) {
  const { job } = props;
  switch (job.state) {
    case 'running':
    case 'paused':
      return <UnderWay {...props} />;
    case 'interrupted':
      return (
        <section class="zj-latest zj-latest-interrupted">
          <p class="zj-line zj-latest-line" role="status">
            <Icon name="warning" size={14} />
            <b>{t('captureInterrupted')}</b>
            <span class="zj-latest-end">{clockText(job.endedAt ?? job.startedAt)}</span>
          </p>
          <p>{t('interruptedAt', stepLabel(job, stepInHand(job)))}</p>
          {!props.resumable && <p>{t('interruptedChanged')}</p>}
          <div class="zj-latest-acts">
            {props.resumable && (
              <Button size="small" icon="play" onClick={props.onResume}>
                {t('resumeCapture')}
              </Button>
            )}
            <Button size="small" variant="plain" onClick={props.onDiscard}>
              {t('discard')}
            </Button>
          </div>
        </section>
      );
    case 'failed':
      return (
        <section class="zj-latest zj-latest-failed">
          <p class="zj-line zj-latest-line" role="alert">
            <Icon name="warning" size={14} />
            <b>{t('captureFailed')}</b>
            <span class="zj-latest-end">{clockText(job.endedAt ?? job.startedAt)}</span>
          </p>
          {job.failure && <p>{tData(job.failure.key, ...job.failure.values)}</p>}
        </section>
      );
    case 'sealed':
      return (
        <section class="zj-latest zj-latest-sealed">
          <p class="zj-line zj-latest-line" role="status">
            <Icon name="shield-check" size={14} />
            <b>{t('sealed')}</b>
            <span class="zj-secondary">{clockText(job.endedAt ?? job.startedAt)}</span>
            <Button size="small" variant="filled" class="zj-latest-end" onClick={props.onOpen}>
              {t('openEvidence')}
            </Button>
          </p>
        </section>
      );
    case 'cancelled':
      return null;
  }
}

function UnderWay({ job, cancelling, onCancel }: LatestCaptureProps) {
  const names = CAPTURE_STEPS.filter((name) => job.mode !== 'view' || name !== 'tiles');
  const inHand = stepInHand(job);
  const paused = job.state === 'paused';
  return (
    <section class={`zj-latest ${paused ? 'zj-latest-interrupted' : ''}`}>
      <ProgressBar value={stepsDone(job)} max={names.length} label={t('capturing')} />
      <p class="zj-line zj-latest-line" aria-live="polite">
        {paused && <b>{t('capturePaused')}</b>}
        <span>{t('stepOf', names.indexOf(inHand) + 1, names.length)}</span>
        <span>{stepLabel(job, inHand)}</span>
        <Button size="small" variant="plain" class="zj-latest-end" busy={cancelling} onClick={onCancel}>
          {t('cancelCapture')}
        </Button>
      </p>
      <p class="zj-secondary">{t(paused ? 'capturePausedHint' : 'popupCapturingHint')}</p>
    </section>
  );
}
