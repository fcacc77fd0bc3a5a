import { t } from '../../utils/base/i18n.ts';
import { groupedFingerprint } from '../../utils/evidence/trusted-keys.ts';
import type { NewKey } from '../../utils/store/keys-of-file.ts';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';
import { SettingsGroup } from './SettingsGroup.tsx';

/** What came of the last file. */
export type SettingsFileResult =
  | {
      state: 'read';
      settings: number;
      unknown: readonly string[];
      locked: readonly string[];
      /** What the file would register, until a person has said whether it was compared. */
      keys: readonly NewKey[];
    }
  | { state: 'failed'; reason: string };

export interface SettingsFile {
  result: SettingsFileResult | null;
  onExport: () => void;
  onImport: () => void;
  /** The keys of the file were compared and are registered, or are left out. */
  onKeys: (compared: boolean) => void;
}

/** What a file would register, with the fingerprints to compare. */
function KeysOfFile({ keys, onKeys }: { keys: readonly NewKey[]; onKeys: SettingsFile['onKeys'] }) {
  return (
    <>
      <Note icon="warning" tone="weak">
        {t('settingsFile_keys')}
      </Note>
      <ul>
        {keys.map(({ fingerprint, holder }) => (
          <li key={fingerprint}>
            {holder ?? t('settingsFile_stampRoot')} <span class="zj-mono">{groupedFingerprint(fingerprint)}</span>
          </li>
        ))}
      </ul>
      <div class="zj-acts">
        <Button size="small" onClick={() => onKeys(true)}>
          {t('settingsFile_keysCompared')}
        </Button>
        <Button size="small" onClick={() => onKeys(false)}>
          {t('settingsFile_keysLeft')}
        </Button>
      </div>
    </>
  );
}

/** All settings as one file, for the next machine or for the administrator who hands them out. */
export function SettingsFileGroup({ file: { result, onExport, onImport, onKeys } }: { file: SettingsFile }) {
  return (
    <SettingsGroup title={t('settingsFile_title')} hint={t('settingsFile_hint')}>
      <div class="zj-acts">
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
            {result.keys.length > 0 && <KeysOfFile keys={result.keys} onKeys={onKeys} />}
          </>
        )}
      </div>
    </SettingsGroup>
  );
}
