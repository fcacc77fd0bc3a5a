import { useState } from 'preact/hooks';
import { countText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { SettingsGroup } from './SettingsGroup.tsx';

export interface MarksControl {
  /** How many of each are kept; null until the store has answered. */
  counts: { missed: number; falsePositives: number; unheard: number } | null;
  onExport: () => void;
  onClear: () => void;
}

/** What the office said of findings and of words that were not found, to be learnt from. */
export function MarksGroup({ marks: { counts, onExport, onClear } }: { marks: MarksControl }) {
  const [asked, setAsked] = useState(false);
  const none = !counts || counts.missed + counts.falsePositives === 0;
  return (
    <SettingsGroup title={t('settings_marks')} hint={t('settings_marksHint')}>
      <div>
        <p>{none ? t('marks_none') : t('marks_counts', countText(counts.missed), countText(counts.falsePositives))}</p>
        {counts !== null && counts.unheard > 0 && (
          <p class="zj-secondary">{t('marks_unheard', countText(counts.unheard))}</p>
        )}
      </div>
      <div class="zj-settings-pair">
        <Button icon="download" disabled={none} onClick={onExport}>
          {t('marks_export')}
        </Button>
        <Button
          icon="trash"
          disabled={none}
          onClick={() => {
            if (asked) onClear();
            setAsked(!asked);
          }}
        >
          {t(asked ? 'marks_clearSure' : 'marks_clear')}
        </Button>
      </div>
    </SettingsGroup>
  );
}
