import { browser } from '#imports';

/** Who sent a message, as the browser tells it; a page cannot forge this. */
export interface MessageSender {
  tab?: { id?: number | undefined } | undefined;
  frameId?: number | undefined;
  url?: string | undefined;
}

/** A message names a tab, frame or finding that is not known. */
export class FrameUnknownError extends Error {
  override name = 'FrameUnknownError';

  constructor(tabId: number | undefined, frameId?: number) {
    super(`no report of tab ${tabId ?? '?'}${frameId === undefined ? '' : `, frame ${frameId}`}`);
  }
}

/** Pages of the extension may speak of any tab, also when they are shown in a tab themselves. */
function isExtensionPage({ url }: MessageSender): boolean {
  return url?.startsWith(browser.runtime.getURL('')) ?? false;
}

/** The frame that a content script runs in; null for pages of the extension. */
export function frameOfSender(sender: MessageSender): { tabId: number; frameId: number } | null {
  if (isExtensionPage(sender) || sender.tab?.id === undefined) return null;
  return { tabId: sender.tab.id, frameId: sender.frameId ?? 0 };
}

/** The tab that a request may speak of: a content script's own, whatever it says; the one named by a page of the extension. */
export function tabOfRequest(sender: MessageSender, tabId: number | undefined): number {
  const own = frameOfSender(sender)?.tabId;
  const allowed = own ?? tabId;
  if (!Number.isSafeInteger(allowed)) throw new FrameUnknownError(tabId);
  return allowed!;
}
