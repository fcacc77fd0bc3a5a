import { t } from '../../utils/base/i18n.ts';
import { DraftInput } from '../ui/DraftInput.tsx';
import { Field } from '../ui/Field.tsx';
import { Switch } from '../ui/Switch.tsx';
import type { SettingsPart } from './CaptureGroup.tsx';
import { Managed } from './Managed.tsx';
import { SettingsGroup } from './SettingsGroup.tsx';
import { hostLines } from './setting-values.ts';

/** How pages are read. */
export function ScanGroup({ settings, onSettings }: SettingsPart) {
  return (
    <SettingsGroup title={t('settings_scan')}>
      <Managed setting="recogniseWhileBrowsing">
        <div class="zj-settings-switch">
          <Switch
            label={t('settings_recognise')}
            checked={settings.recogniseWhileBrowsing}
            onChange={(recogniseWhileBrowsing) => onSettings({ recogniseWhileBrowsing })}
          />
          <div>
            <p>{t('settings_recognise')}</p>
            <p class="zj-secondary">{t('settings_recogniseHint')}</p>
          </div>
        </div>
      </Managed>
      <Field label={t('settings_referenceDate')} hint={t('settings_referenceDateHint')}>
        {(control) => (
          <DraftInput
            {...control}
            type="date"
            value={settings.referenceDate ?? ''}
            onCommit={(date) => onSettings({ referenceDate: date || null })}
          />
        )}
      </Field>
      <Field label={t('settings_disabledSites')} hint={t('settings_disabledSitesHint')}>
        {(control) => (
          <textarea
            {...control}
            class="zj-input"
            rows={3}
            value={settings.disabledSites.join('\n')}
            onChange={(event) => onSettings({ disabledSites: hostLines(event.currentTarget.value) })}
          />
        )}
      </Field>
    </SettingsGroup>
  );
}
