import { t } from '../../utils/i18n.ts';
import { Button } from '../Button.tsx';
import { sizeText } from '../figures.ts';
import { ProgressBar } from '../ProgressBar.tsx';
import { SettingsGroup } from './SettingsGroup.tsx';

export interface StorageGroupProps {
  /** Null until measured. */
  storage: { usage: number; quota: number; persisted: boolean } | null;
  /** Asks the browser not to clear the store by itself. */
  onPersist: () => void;
}

/** How much the store holds, and whether the browser may clear it. */
export function StorageGroup({ storage, onPersist }: StorageGroupProps) {
  if (!storage) return null;
  return (
    <SettingsGroup title={t('check_storage')} hint={t('settings_storageHint')}>
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
    </SettingsGroup>
  );
}
