import { t } from '../../utils/base/i18n.ts';
import { PATROL_CAPTURES } from '../../utils/patrol/patrol.ts';
import type { SettingsPart } from './CaptureGroup.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { Managed } from './Managed.tsx';
import { NumberField } from './NumberField.tsx';
import { SettingsGroup } from './SettingsGroup.tsx';

/** Longest time after which a sealed page is due again, and between two visits to a host. */
const MOST_DAYS = 365;
const MOST_SECONDS = 3_600;

/** What patrols do unless one says otherwise, and when sealed pages are due again. */
export function PatrolGroup({ settings, onSettings }: SettingsPart) {
  return (
    <SettingsGroup title={t('settings_patrol')} hint={t('settings_patrolHint')}>
      <Managed setting="recheckDays">
        <NumberField
          label={t('settings_recheckDays')}
          hint={t('settings_recheckDaysHint')}
          value={settings.recheckDays}
          least={1}
          most={MOST_DAYS}
          onCommit={(recheckDays) => onSettings({ recheckDays })}
        />
      </Managed>
      <div class="zj-settings-pair">
        <Managed setting="patrolCapture">
          <ChoiceField
            label={t('patrol_capture')}
            value={settings.patrolCapture}
            choices={PATROL_CAPTURES}
            words={(capture) => t(`patrol_capture_${capture}`)}
            onChange={(patrolCapture) => onSettings({ patrolCapture })}
          />
        </Managed>
        <Managed setting="patrolPaceSeconds">
          <NumberField
            label={t('patrol_pace')}
            value={settings.patrolPaceSeconds}
            most={MOST_SECONDS}
            onCommit={(patrolPaceSeconds) => onSettings({ patrolPaceSeconds })}
          />
        </Managed>
      </div>
    </SettingsGroup>
  );
}
