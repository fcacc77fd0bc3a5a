import { browser } from '#imports';
import { checkedPart } from '../../utils/messages/border.ts';
import { onMessage } from '../../utils/messages/messaging.ts';
import type { PagePart } from '../../utils/messages/page-parts.ts';
import { FrameUnknownError, frameOfSender } from '../../utils/tabs/message-sender.ts';

/** The built script of each part. */
const SCRIPTS = {
  scan: '/page-scan.js',
  certificates: '/page-certificates.js',
  card: '/page-card.js',
} as const satisfies Record<PagePart, string>;

/**
 * Puts the script of a part into the frame that asks for it. A script that is put there by the browser needs no address that pages could
 * read or tell us by. When the frame has moved on to another document meanwhile, the script waits there without doing anything.
 */
export function registerPageParts(): void {
  onMessage('loadPart', async ({ data, sender }) => {
    const frame = frameOfSender(sender);
    if (!frame) throw new FrameUnknownError(undefined);
    await browser.scripting.executeScript({
      target: { tabId: frame.tabId, frameIds: [frame.frameId] },
      files: [SCRIPTS[checkedPart(data)]],
      injectImmediately: true,
    });
  });
}
