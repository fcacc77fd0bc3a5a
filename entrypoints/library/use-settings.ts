import { useEffect, useState } from 'preact/hooks';
import { readSettings, type Settings, settingsItem } from '../../utils/settings.ts';

/** The settings in force, null until read, and how to change some of them; the colours follow at once. */
export function useSettings(): [Settings | null, (changed: Partial<Settings>) => void] {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => {
    const load = () => readSettings().then(setSettings, reportError);
    load();
    return settingsItem.watch(load);
  }, []);
  useEffect(() => {
    if (!settings) return;
    if (settings.theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = settings.theme;
  }, [settings]);
  const save = async (changed: Partial<Settings>) => {
    const next = { ...(await readSettings()), ...changed };
    setSettings(next);
    await settingsItem.setValue(next);
  };
  return [settings, (changed) => save(changed).catch(reportError)];
}
