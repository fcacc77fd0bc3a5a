import { browser } from '#imports';
import { isFrameGone } from '../messages/frame-gone.ts';
import { MOST_FRAMES, reportedFrames } from './tab-report-store.ts';

/** How long a document may go on arriving until it is read as far as it has come, in milliseconds. */
const PATIENCE_MS = 4_000;

/** Tabs that will be looked at, and whether something was shown in them since that was decided. */
const awaited = new Map<number, { again: boolean }>();

/** Documents that scripts may be put into; the browser refuses its own pages and those of other extensions. */
const isReadable = (url: string) => /^(https?|file|about|blob|data):/.test(url);

/**
 * The browser starts the script of a frame when its document is parsed. A server that never ends its answer, a script that holds up
 * the parser, or an officer who stops the load would leave it unread: after a while the script is put into frames that said nothing.
 */
export function readUnread(tabId: number, script: string): void {
  const known = awaited.get(tabId);
  if (known) {
    known.again = true;
    return;
  }
  const mine = { again: false };
  awaited.set(tabId, mine);
  setTimeout(async () => {
    awaited.delete(tabId);
    if (mine.again) readUnread(tabId, script);
    await startInUnread(tabId, script);
  }, PATIENCE_MS);
}

async function startInUnread(tabId: number, script: string): Promise<void> {
  const frames = (await browser.webNavigation.getAllFrames({ tabId }).catch(() => null)) ?? [];
  const reported = await reportedFrames(tabId);
  const silent = frames.filter(({ frameId, url }) => !reported.has(frameId) && isReadable(url));
  for (const { frameId } of silent.slice(0, MOST_FRAMES)) {
    browser.scripting
      .executeScript({
        target: { tabId, frameIds: [frameId] },
        files: [script as '/background.js'],
        injectImmediately: true,
      })
      // Gone meanwhile, or a page that the browser keeps to itself.
      .catch((error: unknown) => {
        if (!isFrameGone(error) && !/cannot (access|be scripted)|error page/i.test(String(error))) reportError(error);
      });
  }
}
