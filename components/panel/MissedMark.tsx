import { t } from '../../utils/base/i18n.ts';
import { findingCommand } from '../findings/finding-keys.ts';
import { Button } from '../ui/Button.tsx';
import { useKeys } from '../ui/use-keys.ts';
import './missed-mark.css';

/** Marks the words that are selected on the page as a claim that was not found. */
export function MissedMark({ onMark }: { onMark: () => void }) {
  useKeys((event) => {
    if (findingCommand(event) !== 'missed') return;
    event.preventDefault();
    onMark();
  });
  return (
    <section class="zj-missed">
      <p class="zj-secondary">{t('markMissedHint')}</p>
      <Button size="small" icon="flag" keys={['L']} onClick={onMark}>
        {t('markMissed')}
      </Button>
    </section>
  );
}
