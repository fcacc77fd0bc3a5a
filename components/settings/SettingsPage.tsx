import type { ComponentChildren } from 'preact';
import { t } from '../../utils/i18n.ts';
import type { Settings } from '../../utils/settings.ts';
import { Button } from '../Button.tsx';
import { DigestLine } from '../DigestLine.tsx';
import { Field } from '../Field.tsx';
import { sizeText } from '../figures.ts';
import { ProgressBar } from '../ProgressBar.tsx';
import { Segment } from '../Segment.tsx';
import { Switch } from '../Switch.tsx';
import { CaseFields, type CaseFieldsProps } from './CaseFields.tsx';
import { DraftInput } from './DraftInput.tsx';
import { OfficerFields } from './OfficerFields.tsx';
import './settings-page.css';
import { hostLines, isServiceAddress, wholeNumber } from './setting-values.ts';

export interface SettingsPageProps extends CaseFieldsProps {
  settings: Settings;
  storage: { usage: number; quota: number; persisted: boolean } | null;
  /** SHA-256 of the signing key's public half. */
  keyFingerprint: string | null;
  onSettings: (changed: Partial<Settings>) => void;
  /** Asks the browser not to clear the store by itself. */
  onPersist: () => void;
  onCopy: (text: string) => void;
}

function Group({ title, hint, children }: { title: string; hint?: string; children: ComponentChildren }) {
  return (
    <section class="zj-settings-group">
      <div class="zj-settings-title">
        <h2>{title}</h2>
        {hint && <p class="zj-secondary">{hint}</p>}
      </div>
      <div class="zj-settings-fields">{children}</div>
    </section>
  );
}

function CaptureGroup({ settings, onSettings }: Pick<SettingsPageProps, 'settings' | 'onSettings'>) {
  const { lazyScroll } = settings;
  const bound = (field: keyof Settings['lazyScroll'], most: number) => (text: string) =>
    onSettings({ lazyScroll: { ...lazyScroll, [field]: wholeNumber(text, 0, most) ?? lazyScroll[field] } });
  return (
    <Group title={t('settings_capture')} hint={t('settings_captureHint')}>
      <div>
        <p class="zj-field-label">{t('settings_method')}</p>
        <Segment
          label={t('settings_method')}
          value={settings.captureMethod}
          onChange={(captureMethod) => onSettings({ captureMethod })}
          options={[
            { value: 'debugger', label: t('method_debugger') },
            { value: 'scroll', label: t('method_scroll') },
          ]}
        />
        <p class="zj-secondary">{t(`settings_method_${settings.captureMethod}`)}</p>
      </div>
      <div class="zj-settings-pair">
        <Field label={t('settings_maxScreens')} hint={t('settings_lazyScrollHint')}>
          {(control) => (
            <DraftInput
              {...control}
              type="number"
              value={String(lazyScroll.maxScreens)}
              onCommit={bound('maxScreens', 500)}
            />
          )}
        </Field>
        <Field label={t('settings_maxSeconds')}>
          {(control) => (
            <DraftInput
              {...control}
              type="number"
              value={String(lazyScroll.maxSeconds)}
              onCommit={bound('maxSeconds', 300)}
            />
          )}
        </Field>
      </div>
      <Field
        label={t('settings_timestamp')}
        hint={t('settings_timestampHint')}
        error={
          settings.timestampUrl && !isServiceAddress(settings.timestampUrl) ? t('settings_timestampError') : undefined
        }
      >
        {(control) => (
          <DraftInput
            {...control}
            type="url"
            placeholder="https://"
            value={settings.timestampUrl ?? ''}
            onCommit={(url) => onSettings({ timestampUrl: url || null })}
          />
        )}
      </Field>
    </Group>
  );
}

function ScanGroup({ settings, onSettings }: Pick<SettingsPageProps, 'settings' | 'onSettings'>) {
  return (
    <Group title={t('settings_scan')}>
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
    </Group>
  );
}

function StorageGroup({ storage, onPersist }: Pick<SettingsPageProps, 'storage' | 'onPersist'>) {
  if (!storage) return null;
  return (
    <Group title={t('check_storage')} hint={t('settings_storageHint')}>
      <ProgressBar value={storage.usage} max={storage.quota} label={t('check_storage')} />
      <p class="zj-secondary">{t('settings_storageUsed', sizeText(storage.usage), sizeText(storage.quota))}</p>
      {storage.persisted ? (
        <p class="zj-secondary">{t('settings_persisted')}</p>
      ) : (
        <div>
          <Button size="small" icon="lock" onClick={onPersist}>
            {t('settings_persist')}
          </Button>
        </div>
      )}
    </Group>
  );
}

/** What the office sets. Every change is in force and kept at once. */
export function SettingsPage(props: SettingsPageProps) {
  const { settings, keyFingerprint, onSettings, onCopy } = props;
  return (
    <main class="zj-settings">
      <div class="zj-settings-page">
        <h1>{t('section_settings')}</h1>
        <Group title={t('settings_office')} hint={t('settings_officeHint')}>
          <Field label={t('settings_officeName')}>
            {(control) => (
              <DraftInput {...control} value={settings.office} onCommit={(office) => onSettings({ office })} />
            )}
          </Field>
          <div>
            <p class="zj-field-label">{t('check_officers')}</p>
            <OfficerFields officers={settings.officers} onChange={(officers) => onSettings({ officers })} />
          </div>
          {keyFingerprint && (
            <div>
              <p class="zj-field-label">{t('settings_key')}</p>
              <DigestLine algorithm="SHA-256" value={keyFingerprint} full onCopy={onCopy} />
              <p class="zj-secondary">{t('settings_keyHint')}</p>
            </div>
          )}
        </Group>
        <Group title={t('settings_cases')} hint={t('settings_casesHint')}>
          <CaseFields {...props} />
        </Group>
        <CaptureGroup {...props} />
        <ScanGroup {...props} />
        <Group title={t('settings_appearance')}>
          <div>
            <Segment
              label={t('settings_theme')}
              value={settings.theme}
              onChange={(theme) => onSettings({ theme })}
              options={[
                { value: 'system', label: t('settings_themeSystem') },
                { value: 'light', label: t('settings_themeLight') },
                { value: 'dark', label: t('settings_themeDark') },
              ]}
            />
          </div>
        </Group>
        <StorageGroup {...props} />
      </div>
    </main>
  );
}
