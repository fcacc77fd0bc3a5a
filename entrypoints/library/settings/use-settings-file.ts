import { useState } from 'preact/hooks';
import type { SettingsFile, SettingsFileResult } from '../../../components/settings/SettingsFileGroup.tsx';
import { failureText } from '../../../utils/base/failure-text.ts';
import { saveBlob } from '../../../utils/casework/bundle-file.ts';
import { type KeySettings, partKeys } from '../../../utils/store/keys-of-file.ts';
import type { ManagedSetting } from '../../../utils/store/managed-settings.ts';
import type { Settings } from '../../../utils/store/settings.ts';
import { readSettingsFile, writeSettingsFile } from '../../../utils/store/settings-file.ts';
import { chooseFile } from '../choose-file.ts';

/**
 * Exports the settings in force, and takes those of a file over except where the administrator fixed them. Keys that the file would register
 * wait for a person who has compared them.
 */
export function useSettingsFile(
  settings: Settings,
  locked: readonly ManagedSetting[],
  save: (changed: Partial<Settings>) => Promise<void>,
): SettingsFile {
  const [result, setResult] = useState<SettingsFileResult | null>(null);
  const [waiting, setWaiting] = useState<KeySettings>({});
  const fail = (error: unknown) => setResult({ state: 'failed', reason: failureText(error) });
  const take = async (file: File) => {
    const read = await readSettingsFile(file);
    const isLocked = (name: string) => (locked as readonly string[]).includes(name);
    const open = Object.fromEntries(Object.entries(read.settings).filter(([name]) => !isLocked(name)));
    const { plain, keys, fresh } = partKeys(open, settings);
    await save(plain);
    setWaiting(keys);
    setResult({
      state: 'read',
      settings: Object.keys(plain).length,
      unknown: read.unknown,
      locked: Object.keys(read.settings).filter(isLocked),
      keys: fresh,
    });
  };
  const settleKeys = (change: KeySettings) => {
    setWaiting({});
    if (result?.state === 'read') setResult({ ...result, keys: [] });
    void save(change).catch(fail);
  };
  return {
    result,
    onExport: () => {
      const madeAt = new Date().toISOString();
      const blob = new Blob([writeSettingsFile(settings, madeAt)], { type: 'application/json' });
      saveBlob(blob, `zhengjian-settings-${madeAt.slice(0, 10)}.json`);
    },
    onImport: () =>
      void chooseFile('.json')
        .then((file) => file && take(file))
        .catch(fail),
    onKeys: (compared) => settleKeys(compared ? waiting : {}),
  };
}
