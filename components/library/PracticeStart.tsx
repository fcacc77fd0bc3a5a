import { t } from '../../utils/base/i18n.ts';
import { Button } from '../ui/Button.tsx';
import './practice-start.css';

/** Whether the practice page can be opened here (`absent`: not in this browser), is being opened, or could not be: then why. */
export type PracticeState = 'ready' | 'opening' | 'absent' | { failure: string };

/** The way to the practice page, at the end of the guide. */
export function PracticeStart({ state, onStart }: { state: PracticeState; onStart: () => void }) {
  if (state === 'absent') return <p class="zj-secondary">{t('practice_absent')}</p>;
  return (
    <div class="zj-practice-start">
      <Button variant="filled" size="main" icon="play" busy={state === 'opening'} onClick={onStart}>
        {t('practice_start')}
      </Button>
      <p class="zj-secondary">{t('practice_startHint')}</p>
      {typeof state === 'object' && (
        <p class="zj-practice-failure" role="alert">
          {state.failure}
        </p>
      )}
    </div>
  );
}
