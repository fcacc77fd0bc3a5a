import { DEFAULT_SETTINGS, readSettings, type Settings, settingsItem } from '../../utils/settings.ts';

/** Hosts that decide for this document: its own and those of the pages around it. */
function hosts(view: Window): string[] {
  const origins = view.location.ancestorOrigins ? [...view.location.ancestorOrigins] : [];
  return [
    view.location.hostname,
    ...origins.map((origin) => (URL.canParse(origin) ? new URL(origin).hostname : '')),
  ].filter((host) => host !== '');
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
