import { useEffect, useState } from 'preact/hooks';
import { readSettings, type Settings, settingsItem } from '../settings.ts';

/** The settings in force, null until read, and a way to change some of them; the page's colours follow. */
export function useSettings(): [Settings | null, (change: Partial<Settings>) => Promise<void>] {
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
  const change = async (values: Partial<Settings>) => {
    const next = { ...(await readSettings()), ...values };
    // Shown before it is stored, so that a field typed into does not fall back between two keys.
    setSettings(next);
    await settingsItem.setValue(next);
  };
  return [settings, change];
}
