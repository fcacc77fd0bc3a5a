import { browser } from '#imports';

const PATH = '/offscreen.html';

let opening: Promise<void> | undefined;

/** True where the browser has offscreen pages (Chromium 109+; not Firefox). */
export const hasOffscreenPages = (): boolean => chromeOffscreen() !== undefined;

// webextension-polyfill does not wrap chrome.offscreen.
const chromeOffscreen = () => (globalThis as { chrome?: typeof chrome }).chrome?.offscreen;

/** Chrome 116+ can list contexts; before that the page is found among the worker's clients. */
async function isOpen(): Promise<boolean> {
  const url = browser.runtime.getURL(PATH as '/');
  const clients = await (
    globalThis as unknown as { clients: { matchAll(options: object): Promise<{ url: string }[]> } }
  ).clients.matchAll({
    includeUncontrolled: true,
    type: 'all',
  });
  return clients.some((client) => client.url === url);
}

/** Opens the offscreen page unless it is open; there is one per extension, so callers share it. */
export async function openOffscreenPage(): Promise<void> {
  opening ??= (async () => {
    try {
      if (await isOpen()) return;
      await chromeOffscreen()!.createDocument({
        url: PATH,
        reasons: ['WORKERS' as chrome.offscreen.Reason],
        justification: 'Recognises text and codes in pictures of the page in view, on this computer.',
      });
    } finally {
      opening = undefined;
    }
  })();
  await opening;
}
