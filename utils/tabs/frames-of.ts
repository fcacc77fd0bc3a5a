import { browser } from '#imports';
import { isViewer } from './viewer-address.ts';

/** The frames of a tab, null when it is gone. Of the extension's own viewer the browser lists none: it is one frame. */
export async function framesOf(tabId: number): Promise<readonly { frameId: number }[] | null> {
  const [tab, frames] = await Promise.all([browser.tabs.get(tabId), browser.webNavigation.getAllFrames({ tabId })]);
  return isViewer(tab.url ?? '') ? [{ frameId: 0 }] : frames;
}
