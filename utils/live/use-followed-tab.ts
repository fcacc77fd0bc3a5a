import { useEffect, useState } from 'preact/hooks';
import { browser } from '#imports';
import { shownAddress } from '../tabs/viewer-address.ts';

/** The tab that a panel or popup speaks of. */
export interface FollowedTab {
  id: number;
  windowId: number;
  url: string;
  title: string;
  /** Only when the browser hands it over as data: asking the site for its icon would be a request of ours. */
  iconUrl?: string;
}

async function findTab(): Promise<FollowedTab | null> {
  const named = Number(new URLSearchParams(location.search).get('tab'));
  const tab = named
    ? await browser.tabs.get(named).catch(() => undefined)
    : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  if (tab?.id === undefined || tab.windowId === undefined) return null;
  return {
    id: tab.id,
    windowId: tab.windowId,
    url: shownAddress(tab.url ?? ''),
    title: tab.title ?? '',
    ...(tab.favIconUrl?.startsWith('data:') ? { iconUrl: tab.favIconUrl } : {}),
  };
}

/** The tab named in `?tab=`, else the active one of this page's window; undefined until known, null when there is none. */
export function useFollowedTab(): FollowedTab | null | undefined {
  const [tab, setTab] = useState<FollowedTab | null>();
  useEffect(() => {
    let ended = false;
    const load = () =>
      findTab().then((found) => {
        if (!ended) setTab(found);
      }, reportError);
    const events = [browser.tabs.onActivated, browser.tabs.onUpdated, browser.tabs.onRemoved];
    load();
    for (const event of events) event.addListener(load);
    return () => {
      ended = true;
      for (const event of events) event.removeListener(load);
    };
  }, []);
  return tab;
}
