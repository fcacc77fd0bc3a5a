import { browser } from '#imports';

/** Size of the small window that stands in where the browser has no side panel, CSS px. */
const WINDOW = { width: 400, height: 740 };

interface WithSidebar {
  sidebarAction?: { open(): Promise<void> };
}

/**
 * Opens the panel beside a tab: the browser's side panel (Chrome 114) or sidebar (Firefox), else a small window that keeps
 * to the tab. Must be called while the officer's click or key press is being handled, before anything is awaited.
 */
export async function openPanel(tab: { id: number; windowId: number }): Promise<void> {
  if (typeof chrome !== 'undefined' && chrome.sidePanel?.open) return chrome.sidePanel.open({ windowId: tab.windowId });
  const { sidebarAction } = browser as unknown as WithSidebar;
  if (sidebarAction) return sidebarAction.open();
  await browser.windows.create({
    url: `${browser.runtime.getURL('/sidepanel.html')}?tab=${tab.id}`,
    type: 'popup',
    ...WINDOW,
  });
}
