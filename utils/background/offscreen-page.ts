import { browser } from '#imports';

const PATH = '/offscreen.html';

let opening: Promise<void> | undefined;

/** Firefox has no offscreen pages, but a background page of its own, which can hold the same page as a frame. */
const backgroundDocument = () => (globalThis as { document?: Document }).document;

/** True where a page can be opened that nobody sees: an offscreen page (Chromium 109+), or a frame of the background page. */
export const canOpenOffscreen = (): boolean => chromeOffscreen() !== undefined || backgroundDocument() !== undefined;

// webextension-polyfill does not wrap chrome.offscreen.
const chromeOffscreen = () => (globalThis as { chrome?: typeof chrome }).chrome?.offscreen;

/** A page of the extension as its service worker reaches it. */
interface WorkerClient {
  url: string;
  postMessage(message: unknown, transfer: Transferable[]): void;
}

/** The open page. Chrome 116+ can list contexts; before that the page is found among the worker's clients. */
export async function offscreenClient(): Promise<WorkerClient | undefined> {
  const url = browser.runtime.getURL(PATH as '/');
  const { clients } = globalThis as unknown as {
    clients: { matchAll(options: object): Promise<WorkerClient[]> };
  };
  return (await clients.matchAll({ includeUncontrolled: true, type: 'all' })).find((client) => client.url === url);
}

/** The page takes its frame away when it has been idle. */
async function openFrame(background: Document): Promise<void> {
  if (background.querySelector('iframe')) return;
  const frame = background.createElement('iframe');
  frame.src = browser.runtime.getURL(PATH as '/');
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  background.body.append(frame);
  await loaded;
}

/** Opens the offscreen page unless it is open; there is one per extension, so callers share it. */
export async function openOffscreenPage(): Promise<void> {
  opening ??= (async () => {
    try {
      const background = backgroundDocument();
      if (background) return await openFrame(background);
      if (await offscreenClient()) return;
      await chromeOffscreen()!.createDocument({
        url: PATH,
        reasons: ['WORKERS' as chrome.offscreen.Reason],
        justification:
          'Recognises text and codes in pictures of the page in view on this computer, and runs libraries that a worker cannot load: replay copies, time stamps.',
      });
    } finally {
      opening = undefined;
    }
  })();
  await opening;
}

/** The page was closed while it was being opened. */
export const isOffscreenGone = (error: unknown): boolean => /Offscreen document closed/i.test(String(error));
