/** True where the browser can save a page as one MHTML file (Chromium; not Firefox). */
export const canArchive = (): boolean => chromePageCapture() !== undefined;

// webextension-polyfill does not know pageCapture.
const chromePageCapture = () => (globalThis as { chrome?: typeof chrome }).chrome?.pageCapture;

/** The browser could not save the page as MHTML; its reason is in the message. */
export class ArchiveError extends Error {
  override name = 'ArchiveError';
}

/** The page with its frames, styles and pictures as one MHTML file. Callback form: promises came with Chrome 116. */
export function archivePage(tabId: number): Promise<Blob> {
  return new Promise((resolve, reject) => {
    chromePageCapture()!.saveAsMHTML({ tabId }, (archive) => {
      if (archive && archive.size > 0) resolve(archive.slice(0, archive.size, 'multipart/related'));
      else reject(new ArchiveError(chrome.runtime.lastError?.message ?? 'empty archive'));
    });
  });
}
