import { t } from '../../utils/base/i18n.ts';
import type { Settings } from '../../utils/store/settings.ts';
import { Segment } from '../ui/Segment.tsx';
import { Managed } from './Managed.tsx';
import { NumberField } from './NumberField.tsx';
import { SettingSwitch } from './SettingSwitch.tsx';
import { SettingsGroup } from './SettingsGroup.tsx';

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
          <NumberField
            label={t('settings_maxScreens')}
            hint={t('settings_lazyScrollHint')}
            value={lazyScroll.maxScreens}
            most={500}
            onCommit={(maxScreens) => onSettings({ lazyScroll: { ...lazyScroll, maxScreens } })}
          />
          <NumberField
            label={t('settings_maxSeconds')}
            value={lazyScroll.maxSeconds}
            most={300}
            onCommit={(maxSeconds) => onSettings({ lazyScroll: { ...lazyScroll, maxSeconds } })}
          />
        </div>
      </Managed>
      <Managed setting="askForChain">
        <SettingSwitch
          title={t('settings_askForChain')}
          hint={t('settings_askForChainHint')}
          checked={settings.askForChain}
          onChange={(askForChain) => onSettings({ askForChain })}
        />
      </Managed>
      <Managed setting="replayCopy">
        <SettingSwitch
          title={t('settings_replay')}
          hint={t('settings_replayHint')}
          checked={settings.replayCopy}
          onChange={(replayCopy) => onSettings({ replayCopy })}
        />
      </Managed>
      <Managed setting="recordSession">
        <SettingSwitch
          title={t('settings_recordSession')}
          hint={t('settings_recordSessionHint')}
          checked={settings.recordSession}
          onChange={(recordSession) => onSettings({ recordSession })}
        />
      </Managed>
      <SettingSwitch
        title={t('settings_extensions')}
        hint={t('settings_extensionsHint')}
        checked={listsExtensions}
        onChange={onListExtensions}
      />
    </SettingsGroup>
  );
}
