import { browser } from '#imports';
import { t } from '../../utils/base/i18n.ts';
import { onMessage } from '../../utils/messages/messaging.ts';
import { tabOfRequest } from '../../utils/tabs/message-sender.ts';
import { viewerAddress } from '../../utils/tabs/viewer-address.ts';

const MENU_ITEM = 'open-pdf';
/** Addresses of PDFs, as menus match them. */
const PDFS = ['*://*/*.pdf', '*://*/*.pdf?*', '*://*/*.pdf#*', '*://*/*.PDF'];

/** Entries of the menu on links to PDFs and on pages that are one; called when the menu is made anew. */
export function createViewerMenu(): void {
  browser.contextMenus.create({
    id: MENU_ITEM,
    title: t('openPdfViewer'),
    contexts: ['link'],
    targetUrlPatterns: PDFS,
  });
  browser.contextMenus.create({
    id: `${MENU_ITEM}-page`,
    title: t('openPdfViewer'),
    contexts: ['page', 'frame'],
    documentUrlPatterns: PDFS,
  });
}

/** Opens PDFs in the extension's viewer: that of a tab in the same tab, so that going back leads to it, and that of a link in a new one. */
export function registerViewer(): void {
  onMessage('openPdf', async ({ data, sender }) => {
    const tabId = tabOfRequest(sender, data.tabId);
    const { url = '' } = await browser.tabs.get(tabId);
    await browser.tabs.update(tabId, { url: viewerAddress(url) });
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId, linkUrl }, tab) => {
    if (menuItemId === MENU_ITEM && linkUrl) void browser.tabs.create({ url: viewerAddress(linkUrl) });
    if (menuItemId === `${MENU_ITEM}-page` && tab?.id !== undefined && tab.url)
      void browser.tabs.update(tab.id, { url: viewerAddress(tab.url) });
  });
}
