import { onMessage, sendMessage } from '../../utils/messages/messaging.ts';
import type { PageSettings } from '../../utils/messages/page-settings.ts';

/** Opaque origins (sandboxed frames, data addresses) are written as `null` and have no host. */
const hostOfOrigin = (origin: string) => (origin === 'null' ? '' : new URL(origin).hostname);

/** Hosts that decide for this document: its own and those of the pages around it. */
function hosts(view: Window): string[] {
  const around = [...(view.location.ancestorOrigins ?? [])].map(hostOfOrigin);
  return [view.location.hostname, ...around].filter((host) => host !== '');
}

/** Calls `changed` with what this document has to know of the settings, now and on every change until `signal` aborts. */
export async function followSettings(
  view: Window,
  signal: AbortSignal,
  changed: (settings: PageSettings) => void,
): Promise<void> {
  const ask = async () => {
    const settings = await sendMessage('getPageSettings', { hosts: hosts(view) });
    if (!signal.aborted) changed(settings);
  };
  const stop = onMessage('settingsChanged', ask);
  signal.addEventListener('abort', stop, { once: true });
  await ask();
}
