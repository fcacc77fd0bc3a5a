import { delay } from '../../utils/base/abortable.ts';
import { onMessage, sendMessage } from '../../utils/messages/messaging.ts';
import type { PageSettings } from '../../utils/messages/page-settings.ts';

/** Opaque origins (sandboxed frames, data addresses) are written as `null` and have no host. */
const hostOfOrigin = (origin: string) => (origin === 'null' ? '' : new URL(origin).hostname);

/** Hosts that decide for this document: its own and those of the pages around it. */
function hosts(view: Window): string[] {
  const around = [...(view.location.ancestorOrigins ?? [])].map(hostOfOrigin);
  return [view.location.hostname, ...around].filter((host) => host !== '');
}

/** A question that was lost, as when the worker ends under it, is asked again so many times, each time after twice as long. */
const MOST_AGAIN = 6;
const AGAIN_MS = 250;

async function pageSettings(view: Window, signal: AbortSignal): Promise<PageSettings> {
  for (let failed = 0; ; failed += 1) {
    try {
      return await sendMessage('getPageSettings', { hosts: hosts(view) });
    } catch (error) {
      if (failed === MOST_AGAIN || signal.aborted || /context invalidated/i.test(String(error))) throw error;
      await delay(AGAIN_MS * 2 ** failed, signal);
    }
  }
}

/** Calls `changed` with what this document has to know of the settings, now and on every change until `signal` aborts. */
export async function followSettings(
  view: Window,
  signal: AbortSignal,
  changed: (settings: PageSettings) => void,
): Promise<void> {
  const ask = async () => {
    const settings = await pageSettings(view, signal);
    if (!signal.aborted) changed(settings);
  };
  const stop = onMessage('settingsChanged', ask);
  signal.addEventListener('abort', stop, { once: true });
  await ask();
}
