import { browser } from '#imports';

/** Who sent a message, as the browser tells it; a page cannot forge this. */
export interface MessageSender {
  id?: string | undefined;
  tab?: { id?: number | undefined } | undefined;
  frameId?: number | undefined;
  url?: string | undefined;
  origin?: string | undefined;
}

/** Whether a message comes from the extension's own pages or its background, also when the page is shown in a tab. */
export function isOwnSender({ id, tab, url, origin }: MessageSender): boolean {
  const own = browser.runtime.getURL('');
  if (url !== undefined) return url.startsWith(own);
  // A worker of the extension has an address in every browser that tells one; a page always has.
  return (
    tab === undefined &&
    (id === undefined || id === browser.runtime.id) &&
    (origin === undefined || own.startsWith(origin))
  );
}
