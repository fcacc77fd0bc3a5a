import { STRICTNESSES } from '../../rules/judging.ts';
import { t } from '../../utils/base/i18n.ts';
import { DraftArea } from '../ui/DraftArea.tsx';
import { DraftInput } from '../ui/DraftInput.tsx';
import { Field } from '../ui/Field.tsx';
import { Segment } from '../ui/Segment.tsx';
import type { SettingsPart } from './CaptureGroup.tsx';
import { Managed } from './Managed.tsx';
import { SettingSwitch } from './SettingSwitch.tsx';
import { SettingsGroup } from './SettingsGroup.tsx';
import { hostLines } from './setting-values.ts';

/** How pages are read. */
export function ScanGroup({ settings, onSettings }: SettingsPart) {
  return (
    <SettingsGroup title={t('settings_scan')}>
      <Managed setting="judging">
        <div>
          <p class="zj-field-label">{t('settings_strictness')}</p>
          <Segment
            label={t('settings_strictness')}
            value={settings.judging.strictness}
            onChange={(strictness) => onSettings({ judging: { ...settings.judging, strictness } })}
            options={STRICTNESSES.map((value) => ({ value, label: t(`strictness_${value}`) }))}
          />
          <p class="zj-secondary">{t('settings_strictnessHint')}</p>
        </div>
        <SettingSwitch
          title={t('category_personal_papers')}
          hint={t('settings_personalPapersHint')}
          checked={settings.judging.personalPapers}
          onChange={(personalPapers) => onSettings({ judging: { ...settings.judging, personalPapers } })}
        />
      </Managed>
      <Managed setting="recogniseWhileBrowsing">
        <SettingSwitch
          title={t('settings_recognise')}
          hint={t('settings_recogniseHint')}
          checked={settings.recogniseWhileBrowsing}
          onChange={(recogniseWhileBrowsing) => onSettings({ recogniseWhileBrowsing })}
        />
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
          <DraftArea
            {...control}
            rows={3}
            value={settings.disabledSites.join('\n')}
            onCommit={(lines) => onSettings({ disabledSites: hostLines(lines) })}
          />
        )}
      </Field>
    </SettingsGroup>
  );
}
