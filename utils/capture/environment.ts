import { browser } from '#imports';
import type { LoadFacts } from './network-facts.ts';
import type { PageFacts } from './page-facts.ts';

/** On what the capture was made: machine, browser, window, clock. */
export interface Environment {
  browser: { userAgent: string; brands: readonly { brand: string; version: string }[]; languages: readonly string[] };
  platform: { os: string; architecture: string; name: string };
  extension: { id: string; version: string; locale: string };
  screen: PageFacts['screen'];
  window: PageFacts['window'];
  viewport: PageFacts['viewport'];
  incognito: boolean;
  /** Zoom factor of the tab, 1 is 100 %. */
  zoom: number;
  online: boolean;
  cookieEnabled: boolean;
  /** Scripts of the page can see cookies: the officer may be signed in. */
  hasVisibleCookies: boolean;
  clock: {
    /** UTC by this machine, ISO 8601. */
    at: string;
    timeZone: string;
    /** Minutes east of UTC. */
    utcOffsetMinutes: number;
    /** The server's clock minus this machine's, seconds; null when no server told the time. */
    serverOffsetSeconds: number | null;
    source: string;
  };
}

const brands = (): readonly { brand: string; version: string }[] =>
  (navigator as Navigator & { userAgentData?: { brands: { brand: string; version: string }[] } }).userAgentData
    ?.brands ?? [];

/** The statement of the environment at this moment. */
export async function readEnvironment(
  tabId: number,
  facts: PageFacts,
  load: LoadFacts | undefined,
): Promise<Environment> {
  const [platform, tab, zoom] = await Promise.all([
    browser.runtime.getPlatformInfo(),
    browser.tabs.get(tabId),
    browser.tabs.getZoom(tabId),
  ]);
  const now = new Date();
  const offset = load?.clockOffsetSeconds;
  return {
    browser: { userAgent: navigator.userAgent, brands: brands(), languages: facts.languages },
    platform: { os: platform.os, architecture: platform.arch, name: facts.platform },
    extension: {
      id: browser.runtime.id,
      version: browser.runtime.getManifest().version,
      locale: browser.i18n.getUILanguage(),
    },
    screen: facts.screen,
    window: facts.window,
    viewport: facts.viewport,
    incognito: tab.incognito,
    zoom,
    online: facts.online,
    cookieEnabled: facts.cookieEnabled,
    hasVisibleCookies: facts.hasVisibleCookies,
    clock: {
      at: now.toISOString(),
      timeZone: facts.timeZone,
      utcOffsetMinutes: -now.getTimezoneOffset(),
      serverOffsetSeconds: offset ?? null,
      source: offset === undefined ? '本机时钟，未与服务器时间比对' : '本机时钟，与本网页服务器响应头 Date 比对',
    },
  };
}
