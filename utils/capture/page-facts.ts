import type { EvidenceRecord } from '../evidence/record.ts';
import { runInPage } from './frames.ts';

/** What the page says of itself, and what the browser says of it, at one moment. */
export type PageFacts = EvidenceRecord['page'] & {
  contentType: string;
  /** `visible` unless the tab was covered. */
  visibility: string;
  /** Milliseconds since the epoch when the load began. */
  timeOrigin: number;
  /** Window in CSS px. */
  window: { width: number; height: number };
  screen: { width: number; height: number; colorDepth: number };
  languages: readonly string[];
  userAgent: string;
  platform: string;
  timeZone: string;
  online: boolean;
  cookieEnabled: boolean;
  /** Whether the page has any cookie that scripts can see; their values are not kept. */
  hasVisibleCookies: boolean;
  /** How the document was reached: `navigate`, `reload`, `back_forward`, `prerender`. */
  navigationType: string;
  /** Named `meta` elements, at most 100. */
  metaTags: readonly { name: string; content: string }[];
};

/**
 * Reads the facts of the top document.
 * @throws DocumentGoneError
 */
export function readPageFacts(tabId: number): Promise<PageFacts> {
  return runInPage(tabId, () => {
    const root = document.documentElement;
    const scroller = document.scrollingElement ?? root;
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const cut = (text: string) => text.slice(0, 2000);
    return {
      url: location.href,
      title: cut(document.title),
      viewport: { width: innerWidth, height: innerHeight, devicePixelRatio },
      document: { width: scroller.scrollWidth, height: scroller.scrollHeight },
      scroll: { x: scrollX, y: scrollY },
      referrer: cut(document.referrer),
      language: root.lang ?? '',
      charset: document.characterSet,
      lastModified: document.lastModified,
      contentType: document.contentType,
      visibility: document.visibilityState as string,
      timeOrigin: performance.timeOrigin,
      window: { width: outerWidth, height: outerHeight },
      screen: { width: screen.width, height: screen.height, colorDepth: screen.colorDepth },
      languages: [...navigator.languages],
      userAgent: navigator.userAgent,
      platform: navigator.platform,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      online: navigator.onLine,
      cookieEnabled: navigator.cookieEnabled,
      hasVisibleCookies: location.protocol.startsWith('http') && document.cookie !== '',
      navigationType: navigation?.type ?? '',
      metaTags: [...document.querySelectorAll('meta[name], meta[property]')].slice(0, 100).map((meta) => ({
        name: cut(meta.getAttribute('name') ?? meta.getAttribute('property') ?? ''),
        content: cut(meta.getAttribute('content') ?? ''),
      })),
    };
  });
}

/** The part of the facts that stands in the sealed record. */
export function recordPage(facts: PageFacts): EvidenceRecord['page'] {
  const { url, title, viewport, document, scroll, referrer, language, charset, lastModified } = facts;
  return { url, title, viewport, document, scroll, referrer, language, charset, lastModified };
}
