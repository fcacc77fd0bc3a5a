/** True where the browser can save a page as one MHTML file (Chromium; not Firefox). */
export const canArchive = (): boolean => chromePageCapture() !== undefined;

// webextension-polyfill does not know pageCapture.
const chromePageCapture = () => (globalThis as { chrome?: typeof chrome }).chrome?.pageCapture;

/** The browser could not save the page as MHTML; its reason is in the message. */
export class ArchiveError extends Error {
  override name = 'ArchiveError';
}

/** The answer of the browser. Callback form: promises came with Chrome 116. */
function saveAsMhtml(tabId: number): Promise<Blob> {
  return new Promise((resolve, reject) => {
    chromePageCapture()!.saveAsMHTML({ tabId }, (archive) => {
      if (archive && archive.size > 0) resolve(archive);
      else reject(new ArchiveError(chrome.runtime.lastError?.message ?? 'empty archive'));
    });
  });
}

/** How often the browser is asked again when the file behind its answer is gone before it could be read. */
const ATTEMPTS = 4;

const isFileGone = (error: unknown) => error instanceof DOMException && error.name === 'NotFoundError';

/**
 * The page with its frames, styles and pictures as one MHTML file. The browser answers with a temporary file, which it deletes
 * when the answer is collected and now and then before: the bytes are taken over at once, and a lost file is asked for again.
 * @param save asks the browser once
 * @throws ArchiveError
 */
export async function archivePage(tabId: number, save: (tabId: number) => Promise<Blob> = saveAsMhtml): Promise<Blob> {
  for (let attempt = 1; ; attempt++) {
    const archive = await save(tabId);
    try {
      const bytes = await archive.arrayBuffer();
      return new Blob([bytes], { type: 'multipart/related' });
    } catch (error) {
      if (!isFileGone(error)) throw error;
      if (attempt === ATTEMPTS) throw new ArchiveError('the file was gone before it was read');
    }
  }
}
