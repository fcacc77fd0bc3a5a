import { browser } from '#imports';

/** A response header as the server sent it; values of secrets are left out. */
export interface Header {
  name: string;
  value: string;
}

/** What the browser told of the load of one tab's document, as it happened. */
export interface LoadFacts {
  requestId: string;
  /** The address that answered, after redirects. */
  url: string;
  method: string;
  /** UTC, ISO 8601. */
  startedAt: string;
  respondedAt?: string;
  completedAt?: string;
  status?: number;
  statusLine?: string;
  /** Address of the server, absent when the browser did not tell (a proxy, a service worker). */
  ip?: string;
  fromCache?: boolean;
  responseHeaders?: readonly Header[];
  redirects: readonly { from: string; to: string; status: number; ip?: string; at: string }[];
  error?: string;
}

const KEPT_HEADERS = 200;
const LONGEST_VALUE = 8000;

/** Headers that carry somebody's session; their names are kept and their values are not. */
const SECRET_HEADERS = /^(set-cookie|www-authenticate|authorization|proxy-authenticate)$/i;

const keyOfTab = (tabId: number) => `load:${tabId}`;

const isoOf = (milliseconds: number) => new Date(milliseconds).toISOString();

/** Response headers as they are kept: bounded, secrets without their values. */
export function keptHeaders(headers: readonly { name: string; value?: string | undefined }[]): Header[] {
  return headers.slice(0, KEPT_HEADERS).map(({ name, value = '' }) => ({
    name,
    value: SECRET_HEADERS.test(name) ? '（值未保存）' : value.slice(0, LONGEST_VALUE),
  }));
}

/** What is known of the load of a tab's document; undefined when it was loaded before the extension could listen. */
export async function readLoadFacts(tabId: number): Promise<LoadFacts | undefined> {
  const key = keyOfTab(tabId);
  return (await browser.storage.session.get(key))[key] as LoadFacts | undefined;
}

// One after the other: two events of the same load would otherwise overwrite each other's half.
let writing: Promise<void> = Promise.resolve();

function change(tabId: number, update: (facts: LoadFacts | undefined) => LoadFacts | undefined): void {
  writing = writing.then(async () => {
    const facts = update(await readLoadFacts(tabId));
    if (facts) await browser.storage.session.set({ [keyOfTab(tabId)]: facts });
  });
}

/** Listens to main-frame loads from now on and keeps the last one of each tab for as long as the browser runs. */
export function observeLoads(): void {
  const filter = { urls: ['<all_urls>'], types: ['main_frame' as const] };
  const { webRequest } = browser;
  webRequest.onBeforeRequest.addListener(({ tabId, requestId, url, method, timeStamp }) => {
    change(tabId, (facts) =>
      facts?.requestId === requestId
        ? { ...facts, url }
        : { requestId, url, method, startedAt: isoOf(timeStamp), redirects: [] },
    );
    return undefined;
  }, filter);
  webRequest.onBeforeRedirect.addListener(({ tabId, requestId, url, redirectUrl, statusCode, ip, timeStamp }) => {
    const redirect = { from: url, to: redirectUrl, status: statusCode, at: isoOf(timeStamp), ...(ip ? { ip } : {}) };
    change(tabId, (facts) =>
      facts?.requestId === requestId ? { ...facts, redirects: [...facts.redirects, redirect] } : undefined,
    );
  }, filter);
  webRequest.onResponseStarted.addListener(
    ({ tabId, requestId, url, statusCode, statusLine, ip, fromCache, responseHeaders = [], timeStamp }) => {
      const headers = keptHeaders(responseHeaders);
      change(tabId, (facts) =>
        facts?.requestId === requestId
          ? {
              ...facts,
              url,
              respondedAt: isoOf(timeStamp),
              status: statusCode,
              statusLine,
              fromCache,
              responseHeaders: headers,
              ...(ip ? { ip } : {}),
            }
          : undefined,
      );
    },
    filter,
    extraInfo(),
  );
  webRequest.onCompleted.addListener(({ tabId, requestId, timeStamp }) => {
    change(tabId, (facts) =>
      facts?.requestId === requestId ? { ...facts, completedAt: isoOf(timeStamp) } : undefined,
    );
  }, filter);
  webRequest.onErrorOccurred.addListener(({ tabId, requestId, error }) => {
    change(tabId, (facts) => (facts?.requestId === requestId ? { ...facts, error } : undefined));
  }, filter);
  browser.tabs.onRemoved.addListener((tabId) => void browser.storage.session.remove(keyOfTab(tabId)));
}

/** Chromium hides some headers unless `extraHeaders` is asked for; Firefox does not know the word. */
function extraInfo(): ['responseHeaders'] {
  const options = (globalThis as { chrome?: typeof chrome }).chrome?.webRequest?.OnResponseStartedOptions;
  const words = options && 'EXTRA_HEADERS' in options ? ['responseHeaders', 'extraHeaders'] : ['responseHeaders'];
  return words as ['responseHeaders'];
}
