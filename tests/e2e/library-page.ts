import type { Page } from 'playwright-core';
import type { ExtensionBrowser } from '../../cli/browser.ts';

/** Loads the library anew at a place of its own: a mere change of the hash would keep what the page holds. */
export async function openLibrary(page: Page, { id }: ExtensionBrowser, hash: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`chrome-extension://${id}/library.html${hash}`);
}

/** A setting as it is kept, read in an extension page. */
export const storedSetting = (page: Page, key: string): Promise<Record<string, never>> =>
  page.evaluate(async (name) => (await chrome.storage.local.get(name))[name], key) as Promise<Record<string, never>>;
