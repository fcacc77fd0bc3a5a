import type { Page } from 'playwright-core';

/** Stops the extension's service worker as the browser does when it is idle; asked through any page of the same browser. */
export async function stopWorker(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}
