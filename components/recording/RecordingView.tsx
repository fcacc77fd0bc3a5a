import { elapsedText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Note } from '../ui/Note.tsx';
import './recording-view.css';

/** How the recording of this window stands. */
export type RecordingState =
  | { state: 'choosing' }
  | { state: 'running'; startedAt: string }
  | { state: 'ended'; startedAt: string; endedAt: string }
  /** The picker was left without a choice, or the browser did not let us record. */
  | { state: 'refused'; reason: string };

export interface RecordingViewProps {
  recording: RecordingState;
  /** Milliseconds since the epoch, moved on by the page. */
  now: number;
  onChoose: () => void;
  onStop: () => void;
  onClose: () => void;
}

/** The small window that records: choose what, see the time, stop. It must stay open. */
export function RecordingView({ recording, now, onChoose, onStop, onClose }: RecordingViewProps) {
  const { state } = recording;
  return (
    <main class="zj-recording">
      <h1 aria-live="polite">
        {state === 'running' && <span class="zj-recording-dot" />}
        {t(`recording_${state}`)}
        {(state === 'running' || state === 'ended') && (
          <span class="zj-recording-clock" role="timer">
            {elapsedText((state === 'ended' ? Date.parse(recording.endedAt) : now) - Date.parse(recording.startedAt))}
          </span>
        )}
      </h1>
      {state === 'refused' && (
        <p class="zj-recording-refused" role="alert">
          <Icon name="warning" size={14} />
          {recording.reason}
        </p>
      )}
      <Note icon="info">{t(`recordingHint_${state}`)}</Note>
      {(state === 'choosing' || state === 'refused') && (
        <Button variant="filled" wide icon="play" onClick={onChoose}>
          {t('recordingChoose')}
        </Button>
      )}
      {state === 'running' && (
        <Button wide icon="close" onClick={onStop}>
          {t('recordingStop')}
        </Button>
      )}
      {state === 'ended' && (
        <Button wide onClick={onClose}>
          {t('close')}
        </Button>
      )}
    </main>
  );
}
