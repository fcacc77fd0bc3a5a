import { pageTops } from '../../utils/pdf/read-pages.ts';
import type { PageFacts } from '../../utils/reports/page-facts.ts';
import type { ShownPdf } from '../../utils/reports/shown-pdf.ts';
import type { PdfSession } from './pdf-session.ts';

/** Where the first page stands in the window: places of findings are counted from its corner. */
function corner(): { x: number; y: number } {
  const first = document.querySelector('.zj-pdf-sheet')?.getBoundingClientRect();
  return first ? { x: -Math.round(first.left), y: -Math.round(first.top) } : { x: 0, y: 0 };
}

/** The facts that a page would tell of itself, of the document: who reads a record reads of the PDF, not of the viewer. */
function pageFacts({ address, title, pages, original }: PdfSession): PageFacts {
  const headers = original?.load?.headers ?? [];
  const lastModified = headers.find(({ name }) => name.toLowerCase() === 'last-modified')?.value ?? '';
  return {
    url: address,
    title,
    viewport: { width: innerWidth, height: innerHeight, devicePixelRatio },
    document: {
      width: Math.max(0, ...pages.map(({ width }) => Math.ceil(width))),
      height: Math.ceil((pageTops(pages).at(-1) ?? 0) + (pages.at(-1)?.height ?? 0)),
    },
    scroll: corner(),
    referrer: '',
    language: '',
    charset: '',
    lastModified,
    contentType: 'application/pdf',
    visibility: document.visibilityState,
    timeOrigin: performance.timeOrigin,
    window: { width: outerWidth, height: outerHeight },
    screen: { width: screen.width, height: screen.height, colorDepth: screen.colorDepth },
    languages: [...navigator.languages],
    userAgent: navigator.userAgent,
    platform: navigator.platform,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    online: navigator.onLine,
    cookieEnabled: navigator.cookieEnabled,
    // The bytes were asked for without anybody's session.
    signIn: { hasVisibleCookies: false, offersSignOut: false, offersSignIn: false, hasPasswordField: false },
    navigationType: 'navigate',
    metaTags: [],
  };
}

/** What background is told of the document that the viewer shows. */
export const describePdf = (session: PdfSession): ShownPdf => ({
  documentKey: session.documentKey,
  page: pageFacts(session),
  fetch: session.original?.load ?? null,
  pdf: session.facts(),
  isThere: session.original !== null,
});
