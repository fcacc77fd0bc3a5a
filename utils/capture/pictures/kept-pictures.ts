/** Characters of pictures of one tab that are kept for the panel; beyond, the oldest go. */
const MOST = 40_000_000;

const kept = new Map<number, Map<string, string>>();

/**
 * Keeps what a read picture shows for the panel, which may not load it from the page's server: in this worker's memory, for as long as the
 * worker and the page live.
 */
export function keepPicture(tabId: number, url: string, data: string): void {
  const pictures = kept.get(tabId) ?? new Map<string, string>();
  kept.set(tabId, pictures);
  pictures.set(url, data);
  let size = [...pictures.values()].reduce((sum, { length }) => sum + length, 0);
  for (const [oldest, { length }] of pictures) {
    if (size <= MOST || oldest === url) break;
    pictures.delete(oldest);
    size -= length;
  }
}

/** What a picture of a tab shows, as a `data:` address; null when it is not kept. */
export const keptPicture = (tabId: number, url: string): string | null => kept.get(tabId)?.get(url) ?? null;

/** The tab shows another document, or was closed. */
export const forgetPictures = (tabId: number): void => void kept.delete(tabId);
