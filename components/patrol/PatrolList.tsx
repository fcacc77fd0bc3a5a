import { countText, dateTimeText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import type { Patrol } from '../../utils/patrol/patrol.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import '../ui/framed-row.css';
import './patrol-list.css';
import { remainingText } from './patrol-text.ts';

export interface PatrolActs {
  onPause: (patrol: Patrol) => void;
  onResume: (patrol: Patrol) => void;
  onStop: (patrol: Patrol) => void;
  onDelete: (patrol: Patrol) => void;
}

const TONES = { running: 'accent', paused: 'doubt', ended: 'plain' } as const;

const endedOf = ({ counts }: Patrol) => Object.values(counts).reduce((sum, count) => sum + count, 0);

/** How far a patrol is, how fast, and how long it takes. */
export function PatrolFigures({ patrol }: { patrol: Patrol }) {
  const { counts, visits } = patrol;
  const remaining = remainingText(patrol);
  const parts = [
    t('patrol_progress', countText(endedOf(patrol)), countText(patrol.total)),
    t('patrol_flagged', countText(patrol.flagged)),
    `${t('patrol_view_officer')} ${countText(counts['needs-officer'])}`,
    `${t('patrol_view_failed')} ${countText(counts.failed)}`,
    ...(visits.count > 0 && patrol.state === 'running'
      ? [t('patrol_rate', ((60_000 * visits.count) / visits.milliseconds).toFixed(1))]
      : []),
    ...(remaining ? [t('patrol_remaining', remaining)] : []),
    ...(patrol.everyDays ? [t('patrol_round', patrol.round)] : []),
    ...(patrol.nextAt ? [t('patrol_nextAt', dateTimeText(patrol.nextAt))] : []),
  ];
  return <p class="zj-secondary zj-patrol-figures">{parts.join(' · ')}</p>;
}

/** What can be done with a patrol as it is now. */
export function PatrolControls({ patrol, onPause, onResume, onStop, onDelete }: { patrol: Patrol } & PatrolActs) {
  return (
    <span class="zj-patrol-controls">
      {patrol.state === 'running' && (
        <Button icon="pause" onClick={() => onPause(patrol)}>
          {t('patrol_pause')}
        </Button>
      )}
      {patrol.state === 'paused' && (
        <Button icon="play" onClick={() => onResume(patrol)}>
          {t('patrol_resume')}
        </Button>
      )}
      {patrol.state !== 'ended' && (
        <Button icon="ban" onClick={() => onStop(patrol)}>
          {t('patrol_stop')}
        </Button>
      )}
      {patrol.state === 'ended' && (
        <IconButton icon="trash" label={t('patrol_delete')} onClick={() => onDelete(patrol)} />
      )}
    </span>
  );
}

/** All patrols, newest first. */
export function PatrolList({ patrols, ...acts }: { patrols: readonly Patrol[] } & PatrolActs) {
  return (
    <ul class="zj-patrol-list">
      {patrols.map((patrol) => (
        <li key={patrol.id} class="zj-framed zj-framed-row">
          <div class="zj-patrol-row">
            <a href={`#/patrol/${patrol.id}`}>
              <b>{patrol.name}</b>
            </a>
            <Chip tone={TONES[patrol.state]}>{t(`patrol_state_${patrol.state}`)}</Chip>
            <span class="zj-secondary">{dateTimeText(patrol.beganAt)}</span>
            <PatrolControls patrol={patrol} {...acts} />
          </div>
          <ProgressBar value={endedOf(patrol)} max={patrol.total} label={t('patrol_progressLabel')} />
          <PatrolFigures patrol={patrol} />
        </li>
      ))}
    </ul>
  );
}
