import { browser } from '#imports';

/**
 * Keeps the side panel away from the tab of the library: it would say that this page cannot be scanned, and take the width that the
 * list needs. Another page in the same tab has it again.
 */
export async function keepPanelAway(): Promise<void> {
  const panel = typeof chrome === 'undefined' ? undefined : chrome.sidePanel;
  if (!panel?.setOptions) return;
  const tabId = (await browser.tabs.getCurrent())?.id;
  if (tabId === undefined) return;
  await panel.setOptions({ tabId, enabled: false });
  addEventListener('pagehide', () => void panel.setOptions({ tabId, path: 'sidepanel.html', enabled: true }));
}
