import { isOwnSender, type MessageSender } from '../messages/own-sender.ts';

export type { MessageSender } from '../messages/own-sender.ts';

/** A message names a tab, frame or finding that is not known. */
export class FrameUnknownError extends Error {
  override name = 'FrameUnknownError';

  constructor(tabId: number | undefined, frameId?: number) {
    super(`no report of tab ${tabId ?? '?'}${frameId === undefined ? '' : `, frame ${frameId}`}`);
  }
}

/** The frame that a content script runs in; null for pages of the extension. */
export function frameOfSender(sender: MessageSender): { tabId: number; frameId: number } | null {
  if (isOwnSender(sender) || sender.tab?.id === undefined) return null;
  return { tabId: sender.tab.id, frameId: sender.frameId ?? 0 };
}

/** The tab that a request may speak of: a content script's own, whatever it says; the one named by a page of the extension. */
export function tabOfRequest(sender: MessageSender, tabId: number | undefined): number {
  const own = frameOfSender(sender)?.tabId;
  const allowed = own ?? tabId;
  if (!Number.isSafeInteger(allowed)) throw new FrameUnknownError(tabId);
  return allowed!;
}
