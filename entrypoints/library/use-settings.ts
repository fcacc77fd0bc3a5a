import { useEffect, useState } from 'preact/hooks';
import { readSettings, type Settings, settingsItem } from '../../utils/settings.ts';

/** The settings in force, null until read; the colours follow at once. */
export function useSettings(): [Settings | null, (settings: Settings) => void] {
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
  const save = (changed: Settings) => {
    setSettings(changed);
    settingsItem.setValue(changed).catch(reportError);
  };
  return [settings, save];
}
