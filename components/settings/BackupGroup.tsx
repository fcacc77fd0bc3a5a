import { dateTimeText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { SettingsGroup } from './SettingsGroup.tsx';

/** The back-up or restoring under way, or what came of the last one. */
export type BackupRun =
  | { state: 'idle' }
  | { state: 'running'; act: 'backUp' | 'restore'; done: number; total: number }
  | { state: 'done'; act: 'backUp' | 'restore'; files: number }
  | { state: 'failed'; reason: string };

export interface BackupControl {
  /** When the library was backed up last, UTC, ISO 8601; null: never on this machine. */
  lastAt: string | null;
  /** The browser lets a page write into a folder. */
  folders: boolean;
  run: BackupRun;
  onBackUp: (to: 'folder' | 'file') => void;
  onRestore: (from: 'folder' | 'file') => void;
  onCancel: () => void;
}

/** The whole library, kept a second time where the office wants it. */
export function BackupGroup({ backup }: { backup: BackupControl }) {
  const { lastAt, folders, run, onBackUp, onRestore, onCancel } = backup;
  const running = run.state === 'running';
  return (
    <SettingsGroup title={t('backup_title')} hint={t('backup_hint')}>
      <p class="zj-secondary">{lastAt ? t('backup_last', dateTimeText(lastAt)) : t('backup_never')}</p>
      {running ? (
        <>
          <ProgressBar value={run.done} max={run.total || 1} label={t(`backup_running_${run.act}`)} />
          <div>
            <Button size="small" onClick={onCancel}>
              {t('cancel')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <div class="zj-acts">
            {folders && (
              <Button size="small" icon="folder" onClick={() => onBackUp('folder')}>
                {t('backup_toFolder')}
              </Button>
            )}
            <Button size="small" icon="download" onClick={() => onBackUp('file')}>
              {t('backup_toFile')}
            </Button>
          </div>
          <div class="zj-acts">
            {folders && (
              <Button size="small" icon="folder" onClick={() => onRestore('folder')}>
                {t('backup_fromFolder')}
              </Button>
            )}
            <Button size="small" icon="upload" onClick={() => onRestore('file')}>
              {t('backup_fromFile')}
            </Button>
          </div>
        </>
      )}
      <div role="status">
        {run.state === 'done' && <p class="zj-secondary">{t(`backup_done_${run.act}`, run.files)}</p>}
        {run.state === 'failed' && <p class="zj-field-error">{run.reason}</p>}
      </div>
    </SettingsGroup>
  );
}
