import { dateTimeText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';

/** The items that have no time stamp yet. */
export interface StampQueueState {
  waiting: readonly {
    id: string;
    /** UTC, ISO 8601. */
    sealedAt: string;
    /** Why the last run did not stamp it; null when it was not tried. */
    reason: string | null;
  }[];
  /** Time of the last run; null before the first. */
  lastRun: string | null;
  /** How far a run is; null when none is under way. */
  progress: { done: number; total: number } | null;
}

/** Items shown of a long queue. */
const SHOWN = 6;

export interface StampQueueListProps extends StampQueueState {
  /** A service is set. */
  reachable: boolean;
  onRetry: () => void;
}

/** How many items wait for their time stamp and why, and the way to try now. */
export function StampQueueList({ waiting, lastRun, progress, reachable, onRetry }: StampQueueListProps) {
  if (waiting.length === 0) return <p class="zj-secondary">{t('stamp_none')}</p>;
  const shown = waiting.slice(0, SHOWN);
  const untried = t(!reachable ? 'stamp_noService' : lastRun === null ? 'stamp_neverTried' : 'stamp_notTried');
  return (
    <div class="zj-stack zj-stamps">
      <p>
        {t('stamp_waiting', waiting.length)}{' '}
        <span class="zj-secondary">
          {lastRun === null ? t('stamp_neverTried') : t('stamp_lastRun', dateTimeText(lastRun))}
        </span>
      </p>
      <ul>
        {shown.map(({ id, sealedAt, reason }) => (
          <li key={id}>
            <a class="zj-mono" href={`#/items/${id}`}>
              {id}
            </a>
            <span class="zj-secondary">{dateTimeText(sealedAt)}</span>
            <span class="zj-secondary">{reason ?? untried}</span>
          </li>
        ))}
      </ul>
      {waiting.length > SHOWN && <p class="zj-secondary">{t('library_more', waiting.length - SHOWN)}</p>}
      {progress && <ProgressBar value={progress.done} max={progress.total} label={t('stamp_running')} />}
      <Button size="small" icon="clock" disabled={!reachable} busy={progress !== null} onClick={onRetry}>
        {t('stamp_retry')}
      </Button>
    </div>
  );
}
