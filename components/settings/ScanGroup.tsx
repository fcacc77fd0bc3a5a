import { STRICTNESSES } from '../../rules/judging.ts';
import { t } from '../../utils/base/i18n.ts';
import { DraftArea } from '../ui/DraftArea.tsx';
import { DraftInput } from '../ui/DraftInput.tsx';
import { Field } from '../ui/Field.tsx';
import { Segment } from '../ui/Segment.tsx';
import { Switch } from '../ui/Switch.tsx';
import type { SettingsPart } from './CaptureGroup.tsx';
import { Managed } from './Managed.tsx';
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
        <div class="zj-settings-switch">
          <Switch
            label={t('category_personal_papers')}
            checked={settings.judging.personalPapers}
            onChange={(personalPapers) => onSettings({ judging: { ...settings.judging, personalPapers } })}
          />
          <div>
            <p>{t('category_personal_papers')}</p>
            <p class="zj-secondary">{t('settings_personalPapersHint')}</p>
          </div>
        </div>
      </Managed>
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
