import { t } from '../../utils/i18n.ts';
import { DraftInput } from '../DraftInput.tsx';
import { Field } from '../Field.tsx';
import type { SettingsPart } from './CaptureGroup.tsx';
import { SettingsGroup } from './SettingsGroup.tsx';
import { isServiceAddress } from './setting-values.ts';
import './stamp-group.css';
import { StampQueueList, type StampQueueState } from './StampQueueList.tsx';

export interface StampGroupProps extends SettingsPart {
  stamps: StampQueueState & { retry: () => void };
}

/** The time-stamping service. */
export function StampGroup({ settings, onSettings, stamps }: StampGroupProps) {
  return (
    <SettingsGroup title={t('check_timestamp')} hint={t('settings_stampHint')}>
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
      <StampQueueList {...stamps} reachable={settings.timestampUrl !== null} onRetry={stamps.retry} />
    </SettingsGroup>
  );
}
