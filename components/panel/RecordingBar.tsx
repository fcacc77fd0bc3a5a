import { elapsedText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import './recording-bar.css';

/** The recording that is not sealed yet, as the panel shows it. */
export interface RecordingShown {
  state: 'running' | 'ended' | 'interrupted';
  startedAt: string;
  /** When it ended or was cut off. */
  until: string;
}

export interface RecordingBarProps {
  recording: RecordingShown | null;
  /** Milliseconds since the epoch, moved on by the page. */
  now: number;
  onStart: () => void;
  onStop: () => void;
  onDiscard: () => void;
}

/** Session recording at a glance: start it, see how long it has run, stop it; one that waits for its capture says so. */
export function RecordingBar({ recording, now, onStart, onStop, onDiscard }: RecordingBarProps) {
  if (!recording)
    return (
      <section class="zj-line zj-recording-bar">
        <span class="zj-secondary">{t('recording_none')}</span>
        <Button size="small" icon="play" onClick={onStart}>
          {t('recordingStart')}
        </Button>
      </section>
    );
  const { state, startedAt, until } = recording;
  const running = state === 'running';
  return (
    <section class={`zj-line zj-recording-bar zj-recording-bar-${state}`}>
      {running ? (
        <span class="zj-recording-bar-dot" />
      ) : (
        <Icon name={state === 'ended' ? 'check' : 'warning'} size={14} />
      )}
      <span>{t(`recording_${state}`)}</span>
      <span role="timer">{elapsedText((running ? now : Date.parse(until)) - Date.parse(startedAt))}</span>
      <span class="zj-secondary zj-ellipsis">{t(`recordingBar_${state}`)}</span>
      <Button size="small" onClick={running ? onStop : onDiscard}>
        {t(running ? 'recordingStop' : 'discard')}
      </Button>
    </section>
  );
}
