import { DEFAULT_SETTINGS, readSettings, type Settings, settingsItem } from '../../utils/settings.ts';

/** Opaque origins (sandboxed frames, data addresses) are written as `null` and have no host. */
const hostOfOrigin = (origin: string) => (origin === 'null' ? '' : new URL(origin).hostname);

/** Hosts that decide for this document: its own and those of the pages around it. */
function hosts(view: Window): string[] {
  const around = [...(view.location.ancestorOrigins ?? [])].map(hostOfOrigin);
  return [view.location.hostname, ...around].filter((host) => host !== '');
}

/** Calls `changed` with the settings in force and whether this site is switched on, now and on every change until `signal` aborts. */
export async function followSettings(
  view: Window,
  signal: AbortSignal,
  changed: (settings: Settings, on: boolean) => void,
): Promise<void> {
  const apply = (settings: Settings) => {
    if (!signal.aborted) changed(settings, !hosts(view).some((host) => settings.disabledSites.includes(host)));
  };
  const stop = settingsItem.watch((value) => apply({ ...DEFAULT_SETTINGS, ...value }));
  signal.addEventListener('abort', stop, { once: true });
  apply(await readSettings());
}
