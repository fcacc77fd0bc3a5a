import { dateTimeText, sizeText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { SettingsGroup } from './SettingsGroup.tsx';

export interface StorageGroupProps {
  /** Null until measured. */
  storage: { usage: number; quota: number; persisted: boolean } | null;
  /** The check of the whole store: items, how many do not hold, and the oldest result (UTC, ISO 8601). */
  health: { items: number; damaged: number; since: string } | null;
  /** Asks the browser not to clear the store by itself. */
  onPersist: () => void;
}

/** How much the store holds, and whether the browser may clear it. */
export function StorageGroup({ storage, health, onPersist }: StorageGroupProps) {
  if (!storage) return null;
  return (
    <SettingsGroup title={t('check_storage')} hint={t('settings_storageHint')}>
      <ProgressBar value={storage.usage} max={storage.quota} label={t('check_storage')} />
      <p class="zj-secondary">{t('settings_storageUsed', sizeText(storage.usage), sizeText(storage.quota))}</p>
      {health && (
        <p class={health.damaged > 0 ? 'zj-field-error' : 'zj-secondary'}>
          {health.damaged > 0
            ? t('storage_damaged', health.items, health.damaged, dateTimeText(health.since))
            : t('storage_whole', health.items, dateTimeText(health.since))}
        </p>
      )}
      {storage.persisted ? (
        <p class="zj-secondary">{t('settings_persisted')}</p>
      ) : (
        <div>
          <Button size="small" icon="lock" onClick={onPersist}>
            {t('settings_persist')}
          </Button>
        </div>
      )}
    </SettingsGroup>
  );
}
