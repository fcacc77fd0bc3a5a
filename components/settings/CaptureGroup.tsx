import { t } from '../../utils/base/i18n.ts';
import type { Settings } from '../../utils/store/settings.ts';
import { DraftInput } from '../ui/DraftInput.tsx';
import { Field } from '../ui/Field.tsx';
import { Segment } from '../ui/Segment.tsx';
import { Switch } from '../ui/Switch.tsx';
import { Managed } from './Managed.tsx';
import { SettingsGroup } from './SettingsGroup.tsx';
import { wholeNumber } from './setting-values.ts';

export interface SettingsPart {
  settings: Settings;
  onSettings: (changed: Partial<Settings>) => void;
}

export interface CaptureGroupProps extends SettingsPart {
  /** Whether the browser lets the other extensions be listed. */
  listsExtensions: boolean;
  /** Asks the browser for the permission, or gives it back. */
  onListExtensions: (listed: boolean) => void;
}

/** How pages are captured. */
export function CaptureGroup({ settings, onSettings, listsExtensions, onListExtensions }: CaptureGroupProps) {
  const { lazyScroll } = settings;
  const bound = (field: keyof Settings['lazyScroll'], most: number) => (text: string) =>
    onSettings({ lazyScroll: { ...lazyScroll, [field]: wholeNumber(text, 0, most) ?? lazyScroll[field] } });
  return (
    <SettingsGroup title={t('settings_capture')} hint={t('settings_captureHint')}>
      <Managed setting="captureMethod">
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
      </Managed>
      <Managed setting="lazyScroll">
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
      </Managed>
      <Managed setting="askForChain">
        <div class="zj-settings-switch">
          <Switch
            label={t('settings_askForChain')}
            checked={settings.askForChain}
            onChange={(askForChain) => onSettings({ askForChain })}
          />
          <div>
            <p>{t('settings_askForChain')}</p>
            <p class="zj-secondary">{t('settings_askForChainHint')}</p>
          </div>
        </div>
      </Managed>
      <Managed setting="replayCopy">
        <div class="zj-settings-switch">
          <Switch
            label={t('settings_replay')}
            checked={settings.replayCopy}
            onChange={(replayCopy) => onSettings({ replayCopy })}
          />
          <div>
            <p>{t('settings_replay')}</p>
            <p class="zj-secondary">{t('settings_replayHint')}</p>
          </div>
        </div>
      </Managed>
      <Managed setting="recordSession">
        <div class="zj-settings-switch">
          <Switch
            label={t('settings_recordSession')}
            checked={settings.recordSession}
            onChange={(recordSession) => onSettings({ recordSession })}
          />
          <div>
            <p>{t('settings_recordSession')}</p>
            <p class="zj-secondary">{t('settings_recordSessionHint')}</p>
          </div>
        </div>
      </Managed>
      <div class="zj-settings-switch">
        <Switch label={t('settings_extensions')} checked={listsExtensions} onChange={onListExtensions} />
        <div>
          <p>{t('settings_extensions')}</p>
          <p class="zj-secondary">{t('settings_extensionsHint')}</p>
        </div>
      </div>
    </SettingsGroup>
  );
}
