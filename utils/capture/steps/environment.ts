import { browser } from '#imports';
import type { PageFacts } from '../../reports/page-facts.ts';
import { type ClockComparison, readServerClocks } from '../network/server-clocks.ts';
import { type OtherExtension, otherExtensions } from './other-extensions.ts';

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
  /** Signs of whether the page was seen signed in. */
  signIn: PageFacts['signIn'];
  /** Other extensions that can alter pages; null when the office has not allowed to ask. */
  otherExtensions: readonly OtherExtension[] | null;
  clock: {
    /** UTC by this machine, ISO 8601. */
    at: string;
    timeZone: string;
    /** Minutes east of UTC. */
    utcOffsetMinutes: number;
    /** This machine's clock beside those of the servers that brought the page; null when none told the time. */
    servers: ClockComparison | null;
    source: string;
  };
}

const brands = (): readonly { brand: string; version: string }[] =>
  (navigator as Navigator & { userAgentData?: { brands: { brand: string; version: string }[] } }).userAgentData
    ?.brands ?? [];

/** The statement of the environment at this moment. */
export async function readEnvironment(tabId: number, facts: PageFacts): Promise<Environment> {
  const [platform, tab, zoom, servers, extensions] = await Promise.all([
    browser.runtime.getPlatformInfo(),
    browser.tabs.get(tabId),
    browser.tabs.getZoom(tabId),
    readServerClocks(tabId),
    otherExtensions(),
  ]);
  const now = new Date();
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
    signIn: facts.signIn,
    otherExtensions: extensions,
    clock: {
      at: now.toISOString(),
      timeZone: facts.timeZone,
      utcOffsetMinutes: -now.getTimezoneOffset(),
      servers,
      source: servers
        ? '本机时钟，与载入本网页的各服务器响应头 Date 比对；Date 以整秒计，各有半秒出入'
        : '本机时钟，未与服务器时间比对',
    },
  };
}
