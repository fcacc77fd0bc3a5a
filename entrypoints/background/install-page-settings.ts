import { browser } from '#imports';
import { isFrameGone } from '../../utils/messages/frame-gone.ts';
import { onMessage, sendMessage } from '../../utils/messages/messaging.ts';
import { pageSettings } from '../../utils/messages/page-settings.ts';
import { officePackItem } from '../../utils/store/rules-in-force.ts';
import { readSettings, watchSettings } from '../../utils/store/settings.ts';

/** Chromium lets an extension close its store to the processes of pages; elsewhere it stays as it is. */
async function keepStoreFromPages(): Promise<void> {
  const { local } = browser.storage as { local: { setAccessLevel?(options: { accessLevel: string }): Promise<void> } };
  try {
    await local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  } catch (error) {
    // Before Chrome 130 the store for this session alone can be closed.
    if (!/access level|not (?:supported|allowed|available)/i.test(String(error))) throw error;
  }
}

async function tell(tabId: number): Promise<void> {
  try {
    await sendMessage('settingsChanged', undefined, tabId);
  } catch (error) {
    if (!isFrameGone(error)) throw error;
  }
}

/** Hands pages the few settings that their scripts need, and keeps the store of all the others from their processes. */
export function registerPageSettings(): void {
  void keepStoreFromPages();
  onMessage('getPageSettings', async ({ data }) => pageSettings(await readSettings(), data.hosts));
  onMessage('getOfficePack', () => officePackItem.getValue());
  watchSettings(async () => {
    const tabs = await browser.tabs.query({});
    await Promise.all(tabs.map(({ id }) => (id === undefined ? undefined : tell(id))));
  });
}
