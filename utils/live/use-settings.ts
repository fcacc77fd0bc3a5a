import { useEffect, useRef, useState } from 'preact/hooks';
import { changeOffice } from '../casework/change-office.ts';
import { readSettings, type Settings, watchSettings } from '../store/settings.ts';

/** The settings in force, null until read, and a way to change some of them; the page's colours follow. */
export function useSettings(): [Settings | null, (change: Partial<Settings>) => Promise<void>] {
  const [settings, setSettings] = useState<Settings | null>(null);
  const storing = useRef(0);
  const load = async () => {
    const stored = await readSettings();
    // What is shown already holds the changes under way; the stored value does not yet.
    if (storing.current === 0) setSettings(stored);
  };
  useEffect(() => {
    const follow = () => load().catch(reportError);
    follow();
    return watchSettings(follow);
  }, []);
  useEffect(() => {
    if (!settings) return;
    if (settings.theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = settings.theme;
  }, [settings]);
  const change = async (values: Partial<Settings>) => {
    // Shown before it is stored, so that the next change, however soon, starts from this one.
    setSettings((shown) => shown && { ...shown, ...values });
    storing.current += 1;
    try {
      await changeOffice(values);
    } finally {
      storing.current -= 1;
      await load();
    }
  };
  return [settings, change];
}
