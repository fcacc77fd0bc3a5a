import { browser } from '#imports';
import type { PartyFact } from '../party/party-fact.ts';
import type { PageSigns } from '../scan/page-signs.ts';

/** What the text of a tab's document showed when it was last read. */
export interface StoredSigns {
  documentKey: string;
  signs: PageSigns;
  /** Who stands behind the page, as it says itself. */
  party: readonly PartyFact[];
}

const keyOf = (tabId: number) => `signs-${tabId}`;

/** Undefined when nobody asked for them yet. */
export async function readSigns(tabId: number): Promise<StoredSigns | undefined> {
  const key = keyOf(tabId);
  return (await browser.storage.session.get(key))[key] as StoredSigns | undefined;
}

export async function saveSigns(tabId: number, stored: StoredSigns): Promise<void> {
  await browser.storage.session.set({ [keyOf(tabId)]: stored });
}

/** The tab has another document or is closed. */
export async function forgetSigns(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId));
}
