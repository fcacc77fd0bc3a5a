import { useState } from 'preact/hooks';
import { t } from '../../utils/base/i18n.ts';
import { parseFingerprint } from '../../utils/evidence/trusted-keys.ts';
import { DraftInput } from '../ui/DraftInput.tsx';
import { Field } from '../ui/Field.tsx';
import type { SettingsPart } from './CaptureGroup.tsx';
import { Managed } from './Managed.tsx';
import { SettingsGroup } from './SettingsGroup.tsx';
import { isServiceAddress } from './setting-values.ts';
import './stamp-group.css';
import { StampQueueList, type StampQueueState } from './StampQueueList.tsx';

export interface StampGroupProps extends SettingsPart {
  stamps: StampQueueState & { retry: () => void };
}

/** The time-stamping service. */
export function StampGroup({ settings, onSettings, stamps }: StampGroupProps) {
  const [faulty, setFaulty] = useState(false);
  return (
    <SettingsGroup title={t('check_timestamp')} hint={t('settings_stampHint')}>
      <Managed setting="timestampUrl">
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
      </Managed>
      <Managed setting="stampRoots">
        <Field
          label={t('settings_stampRoots')}
          hint={t('settings_stampRootsHint')}
          error={faulty ? t('settings_stampRootsError') : undefined}
        >
          {(control) => (
            <DraftInput
              {...control}
              value={settings.stampRoots.map(({ fingerprint }) => fingerprint).join(' ')}
              onCommit={(text) => {
                const typed = text.split(/[\s,，、;；]+/).filter(Boolean);
                const roots = typed.flatMap((word) => parseFingerprint(word) ?? []);
                setFaulty(roots.length < typed.length);
                if (roots.length === typed.length)
                  onSettings({ stampRoots: [...new Set(roots)].map((fingerprint) => ({ fingerprint })) });
              }}
            />
          )}
        </Field>
      </Managed>
      <StampQueueList {...stamps} reachable={settings.timestampUrl !== null} onRetry={stamps.retry} />
    </SettingsGroup>
  );
}
