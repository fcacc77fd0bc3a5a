import { browser } from '#imports';
import type { PdfFetch } from '../../utils/pdf/fetch-pdf.ts';

type Seen = Pick<PdfFetch, 'ip' | 'statusLine' | 'redirects'>;

/** Watches what the browser tells of the requests of this tab, from now on: the address of the server, and redirections. */
export function watchFetch(tabId: number): { seen(): Seen; end(): void } {
  let seen: Seen = {};
  const { onBeforeRedirect, onResponseStarted } = browser.webRequest;
  const filter = { urls: ['<all_urls>'], types: ['xmlhttprequest' as const], tabId };
  const redirected = ({ url, redirectUrl, statusCode, timeStamp }: Parameters<Redirected>[0]) => {
    const redirect = { from: url, to: redirectUrl, status: statusCode, at: new Date(timeStamp).toISOString() };
    seen = { ...seen, redirects: [...(seen.redirects ?? []), redirect] };
  };
  const started = ({ ip, statusLine }: Parameters<Started>[0]) => {
    seen = { ...seen, statusLine, ...(ip ? { ip } : {}) };
  };
  onBeforeRedirect.addListener(redirected, filter);
  onResponseStarted.addListener(started, filter);
  return {
    seen: () => seen,
    end() {
      onBeforeRedirect.removeListener(redirected);
      onResponseStarted.removeListener(started);
    },
  };
}

type Redirected = Parameters<typeof browser.webRequest.onBeforeRedirect.addListener>[0];
type Started = Parameters<typeof browser.webRequest.onResponseStarted.addListener>[0];
