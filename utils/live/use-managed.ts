import { useEffect, useState } from 'preact/hooks';
import { type ManagedSettings, readManaged, watchManaged } from '../store/managed-settings.ts';

const NOTHING: ManagedSettings = { values: {}, locked: [], refused: [] };

/** What the administrator hands out, as it changes. */
export function useManaged(): ManagedSettings {
  const [managed, setManaged] = useState(NOTHING);
  useEffect(() => {
    const load = () => void readManaged().then(setManaged, reportError);
    load();
    return watchManaged(load);
  }, []);
  return managed;
}
