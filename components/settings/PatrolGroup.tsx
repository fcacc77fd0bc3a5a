import { t } from '../../utils/base/i18n.ts';
import { PATROL_CAPTURES } from '../../utils/patrol/patrol.ts';
import { DraftInput } from '../ui/DraftInput.tsx';
import { Field } from '../ui/Field.tsx';
import { Select } from '../ui/Select.tsx';
import type { SettingsPart } from './CaptureGroup.tsx';
import { Managed } from './Managed.tsx';
import { SettingsGroup } from './SettingsGroup.tsx';
import { wholeNumber } from './setting-values.ts';

/** Longest time after which a sealed page is due again, and between two visits to a host. */
const MOST_DAYS = 365;
const MOST_SECONDS = 3_600;

/** What patrols do unless one says otherwise, and when sealed pages are due again. */
export function PatrolGroup({ settings, onSettings }: SettingsPart) {
  return (
    <SettingsGroup title={t('settings_patrol')} hint={t('settings_patrolHint')}>
      <Managed setting="recheckDays">
        <Field label={t('settings_recheckDays')} hint={t('settings_recheckDaysHint')}>
          {(control) => (
            <DraftInput
              {...control}
              type="number"
              value={String(settings.recheckDays)}
              onCommit={(days) => onSettings({ recheckDays: wholeNumber(days, 1, MOST_DAYS) ?? settings.recheckDays })}
            />
          )}
        </Field>
      </Managed>
      <div class="zj-settings-pair">
        <Managed setting="patrolCapture">
          <Field label={t('patrol_capture')}>
            {(control) => (
              <Select
                {...control}
                value={settings.patrolCapture}
                options={PATROL_CAPTURES.map((value) => ({ value, label: t(`patrol_capture_${value}`) }))}
                onChange={(patrolCapture) => onSettings({ patrolCapture })}
              />
            )}
          </Field>
        </Managed>
        <Managed setting="patrolPaceSeconds">
          <Field label={t('patrol_pace')}>
            {(control) => (
              <DraftInput
                {...control}
                type="number"
                value={String(settings.patrolPaceSeconds)}
                onCommit={(pace) =>
                  onSettings({ patrolPaceSeconds: wholeNumber(pace, 0, MOST_SECONDS) ?? settings.patrolPaceSeconds })
                }
              />
            )}
          </Field>
        </Managed>
      </div>
    </SettingsGroup>
  );
}
