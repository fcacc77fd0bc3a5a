import { t } from '../../utils/base/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { SettingsGroup } from './SettingsGroup.tsx';

/** What came of the last file. */
export type SettingsFileResult =
  | { state: 'read'; settings: number; unknown: readonly string[]; locked: readonly string[] }
  | { state: 'failed'; reason: string };

export interface SettingsFile {
  result: SettingsFileResult | null;
  onExport: () => void;
  onImport: () => void;
}

/** All settings as one file, for the next machine or for the administrator who hands them out. */
export function SettingsFileGroup({ file: { result, onExport, onImport } }: { file: SettingsFile }) {
  return (
    <SettingsGroup title={t('settingsFile_title')} hint={t('settingsFile_hint')}>
      <div class="zj-backup-acts">
        <Button size="small" icon="download" onClick={onExport}>
          {t('settingsFile_export')}
        </Button>
        <Button size="small" icon="upload" onClick={onImport}>
          {t('settingsFile_import')}
        </Button>
      </div>
      <div role="status">
        {result?.state === 'failed' && <p class="zj-field-error">{result.reason}</p>}
        {result?.state === 'read' && (
          <>
            <p class="zj-secondary">{t('settingsFile_read', result.settings)}</p>
            {result.locked.length > 0 && (
              <p class="zj-secondary">{t('settingsFile_locked', result.locked.join('、'))}</p>
            )}
            {result.unknown.length > 0 && (
              <p class="zj-secondary">{t('settingsFile_unknown', result.unknown.join('、'))}</p>
            )}
          </>
        )}
      </div>
    </SettingsGroup>
  );
}
