import { browser } from '#imports';

/**
 * Opens the library once after it was installed: empty, it shows how to begin. A copy loaded from a folder, as developers and the
 * commands load it, opens nothing. Call once, synchronously, when the background starts.
 */
export function registerFirstPage(): void {
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    if (reason !== 'install') return;
    const { installType } = await browser.management.getSelf();
    if (installType !== 'development') await browser.tabs.create({ url: browser.runtime.getURL('/library.html') });
  });
}
