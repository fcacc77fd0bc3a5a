import { browser } from '#imports';

/** Size of the small window that stands in where the browser has no side panel, CSS px. */
const WINDOW = { width: 400, height: 740 };

interface WithSidebar {
  sidebarAction?: { open(): Promise<void> };
}

function openBeside(tabId: number): Promise<void> | undefined {
  if (typeof chrome !== 'undefined' && chrome.sidePanel?.open) return chrome.sidePanel.open({ tabId });
  return (browser as unknown as WithSidebar).sidebarAction?.open();
}

/**
 * Opens the panel beside a tab: the browser's side panel (Chrome 114) or sidebar (Firefox); a small window that keeps to the tab
 * where there is none, or the browser does not take the call for the officer's act. Must be called while the click or key
 * press is being handled, before anything is awaited.
 */
export async function openPanel(tabId: number): Promise<void> {
  const opening = openBeside(tabId);
  try {
    if (opening) return await opening;
  } catch (error) {
    if (!/gesture|user (input|action)|handler/i.test(String(error))) throw error;
  }
  await browser.windows.create({
    url: `${browser.runtime.getURL('/sidepanel.html')}?tab=${tabId}`,
    type: 'popup',
    ...WINDOW,
  });
}
