import type { EvidenceRecord } from '../../evidence/record.ts';
import type { PageFacts } from '../../reports/page-facts.ts';
import { runInPage } from '../network/frames.ts';
import { shownPdf } from '../network/pdf-in-tab.ts';

/**
 * Reads the facts of the top document, or of the PDF that the extension's viewer shows in its place.
 * @throws DocumentGoneError
 */
export async function readPageFacts(tabId: number): Promise<PageFacts> {
  const pdf = await shownPdf(tabId);
  if (pdf) return pdf.page;
  return runInPage(tabId, () => {
    // A document answers for members that bear the name of a picture or form of the page.
    const own = <Name extends keyof Document>(name: Name): Document[Name] =>
      Reflect.apply(Object.getOwnPropertyDescriptor(Document.prototype, name)!.get!, document, []);
    const root = own('documentElement');
    const scroller = own('scrollingElement') ?? root;
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const cut = (text: string) => text.slice(0, 2000);
    const pageOf = (url: string) => url.split('#', 1)[0]!;
    const loadedFrom = navigation && pageOf(navigation.name) !== pageOf(location.href) ? navigation.name : undefined;
    const words = [...document.querySelectorAll('a, button, [role=button]')]
      .slice(0, 2000)
      .map((control) => (control.textContent ?? '').slice(0, 40).trim());
    const offers = (wording: RegExp) => words.some((word) => wording.test(word));
    const cookies = () => {
      try {
        return own('cookie') !== '';
      } catch {
        // A sandboxed document may not even ask.
        return false;
      }
    };
    return {
      url: location.href,
      ...(loadedFrom === undefined ? {} : { loadedFrom }),
      title: cut(own('title')),
      viewport: { width: innerWidth, height: innerHeight, devicePixelRatio },
      document: { width: scroller.scrollWidth, height: scroller.scrollHeight },
      scroll: { x: scrollX, y: scrollY },
      referrer: cut(own('referrer')),
      language: root.lang ?? '',
      charset: own('characterSet'),
      lastModified: own('lastModified'),
      contentType: own('contentType'),
      visibility: own('visibilityState') as string,
      timeOrigin: performance.timeOrigin,
      window: { width: outerWidth, height: outerHeight },
      screen: { width: screen.width, height: screen.height, colorDepth: screen.colorDepth },
      languages: [...navigator.languages],
      userAgent: navigator.userAgent,
      platform: navigator.platform,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      online: navigator.onLine,
      cookieEnabled: navigator.cookieEnabled,
      signIn: {
        hasVisibleCookies: location.protocol.startsWith('http') && cookies(),
        offersSignOut: offers(/^(退出|退出登录|安全退出|注销|登出|(sign|log) ?out)$/i),
        offersSignIn: offers(/^(登录|登陆|请登录|立即登录|登录\/注册|登录 ?\/ ?注册|(sign|log) ?in)$/i),
        hasPasswordField: Document.prototype.querySelector.call(document, 'input[type=password]') !== null,
      },
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
  const { url, loadedFrom, title, viewport, document, scroll, referrer, language, charset, lastModified } = facts;
  return {
    url,
    ...(loadedFrom === undefined ? {} : { loadedFrom }),
    ...{ title, viewport, document, scroll, referrer, language, charset, lastModified },
  };
}
