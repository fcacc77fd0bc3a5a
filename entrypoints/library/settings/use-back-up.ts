import { useRef, useState } from 'preact/hooks';
import { browser, storage } from '#imports';
import type { BackupControl, BackupRun } from '../../../components/settings/BackupGroup.tsx';
import type { BackupTarget } from '../../../utils/backup/backup-target.ts';
import { zipSink, zipSource } from '../../../utils/backup/zip-target.ts';
import { failureText } from '../../../utils/base/failure-text.ts';
import { backUp } from '../../../utils/casework/back-up.ts';
import { openBundleFile } from '../../../utils/casework/bundle-file.ts';
import { changeOffice } from '../../../utils/casework/change-office.ts';
import { folderTarget } from '../../../utils/casework/folder-target.ts';
import { logPolicyAgain } from '../../../utils/casework/log-policy.ts';
import { type Restored, restoreBackup } from '../../../utils/casework/restore-backup.ts';
import { lineDigest } from '../../../utils/evidence/custody-log.ts';
import { createSha256 } from '../../../utils/evidence/digest.ts';
import { useStored } from '../../../utils/live/use-stored.ts';
import { appendLine } from '../../../utils/store/custody-store.ts';
import { storageEstimate } from '../../../utils/store/evidence-store.ts';
import { acceptLog } from '../../../utils/store/log-mirror.ts';
import { ownOf, readSettings } from '../../../utils/store/settings.ts';
import { chooseFile } from '../choose-file.ts';

const lastItem = storage.defineItem<string | null>('local:lastBackup', { fallback: null });

type FolderPicker = (options: { id: string; mode: 'read' | 'readwrite' }) => Promise<FileSystemDirectoryHandle>;
const picker = () => (globalThis as { showDirectoryPicker?: FolderPicker }).showDirectoryPicker;
const chooseFolder = (mode: 'read' | 'readwrite') => picker()?.({ id: 'zhengjian-backup', mode });

const isDismissed = (error: unknown) => error instanceof DOMException && error.name === 'AbortError';

/** Restoring writes a log of its own: the line that says so becomes the head that is mirrored outside the database. */
async function endRestore({ manifest, replaced }: Restored, person: string): Promise<void> {
  const { settings, madeAt } = manifest;
  if (settings && typeof settings === 'object') await changeOffice(ownOf(settings));
  const instead = replaced.length > 0 ? `；本机此前的 ${replaced.length} 行在岗、设置和练习记录由备份的日志取代` : '';
  const detail = `从备份恢复整个证据库，备份制作于 ${madeAt}${instead}`;
  const line = await appendLine({ act: 'imported', person, detail });
  await acceptLog({ sequence: line.sequence, sha256: lineDigest(line, await createSha256()) });
}

/** Backs the library up and restores it; one run at a time, which can be cancelled. */
export function useBackUp(person: string): BackupControl {
  const [run, setRun] = useState<BackupRun>({ state: 'idle' });
  const [round, setRound] = useState(0);
  const control = useRef<AbortController | null>(null);
  const lastAt = useStored(['log'], () => lastItem.getValue(), String(round)) ?? null;

  const start = (act: 'backUp' | 'restore', work: (signal: AbortSignal, onProgress: Progress) => Promise<number>) => {
    if (control.current) return;
    const own = new AbortController();
    control.current = own;
    const onProgress: Progress = (done, total) => setRun({ state: 'running', act, done, total });
    work(own.signal, onProgress)
      .then((files) => setRun({ state: 'done', act, files }))
      .catch((error) => {
        if (own.signal.aborted || isDismissed(error)) setRun({ state: 'idle' });
        else setRun({ state: 'failed', reason: failureText(error) });
      })
      .finally(() => {
        control.current = null;
        setRound((before) => before + 1);
      });
  };

  const makeInto = async (target: BackupTarget, signal: AbortSignal, onProgress: Progress) => {
    const settings = await readSettings();
    const now = new Date().toISOString();
    const software = browser.runtime.getManifest().version;
    const made = await backUp(target, { now, software, office: settings.office, settings, signal, onProgress });
    return { now, files: made.written };
  };

  return {
    lastAt,
    folders: picker() !== undefined,
    run,
    onCancel: () => control.current?.abort(),
    onBackUp: (to) =>
      start('backUp', async (signal, onProgress) => {
        if (to === 'folder') {
          const folder = await chooseFolder('readwrite');
          if (!folder) return 0;
          onProgress(0, 1);
          const { now, files } = await makeInto(folderTarget(folder), signal, onProgress);
          await lastItem.setValue(now);
          return files;
        }
        const { usage } = await storageEstimate();
        const name = `zhengjian-backup-${new Date().toISOString().slice(0, 10)}.zip`;
        const file = await openBundleFile(usage, name);
        onProgress(0, 1);
        try {
          const sink = zipSink(await file.sink(), new Date(), signal);
          const { now, files } = await makeInto(sink, signal, onProgress);
          await sink.close();
          file.handOver(await file.read(), name);
          await lastItem.setValue(now);
          return files;
        } catch (error) {
          await file.discard();
          throw error;
        }
      }),
    onRestore: (from) =>
      start('restore', async (signal, onProgress) => {
        const folder = from === 'folder' ? await chooseFolder('read') : undefined;
        const file = from === 'file' ? await chooseFile('.zip') : undefined;
        if (!folder && !file) return 0;
        const target = folder ? folderTarget(folder) : await zipSource(file!);
        const restored = await restoreBackup(target, { signal, onProgress });
        await endRestore(restored, person);
        await logPolicyAgain();
        const { stores, blobs } = restored.manifest;
        return blobs.length + stores.reduce((sum, { records }) => sum + records, 0);
      }),
  };
}

type Progress = (done: number, total: number) => void;
