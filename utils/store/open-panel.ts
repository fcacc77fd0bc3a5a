import { browser } from '#imports';

/** The side panel came with Chrome 114; Firefox has a sidebar of its own name. */
type PanelHost = typeof browser & {
  sidePanel?: { open(options: { tabId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
};

const WIDTH = 400;
const HEIGHT = 760;

/**
 * Opens the panel beside a tab; as a small window where there is no panel or the browser refuses to open one.
 * Call it before any `await` of a handler: browsers open a panel only while a person's act is being handled.
 */
export async function openPanel(tabId: number): Promise<void> {
  const host = browser as PanelHost;
  const opened = host.sidePanel ? host.sidePanel.open({ tabId }) : host.sidebarAction?.open();
  try {
    if (opened) return await opened;
  } catch (error) {
    if (!/gesture|user (input|action)|handler/i.test(String(error))) throw error;
  }
  await browser.windows.create({
    type: 'popup',
    url: `${browser.runtime.getURL('')}sidepanel.html?tab=${tabId}`,
    width: WIDTH,
    height: HEIGHT,
  });
}
