import { ExpectedFailure, type FailureKey } from '../../base/expected-failure.ts';

/** This page cannot be captured; said in one sentence before anything starts. */
export class CaptureRefusedError extends ExpectedFailure {
  override name = 'CaptureRefusedError';
}

const STORE_HOSTS = [
  /^chromewebstore\.google\.com$/,
  /^microsoftedge\.microsoft\.com$/,
  /^addons\.mozilla\.org$/,
  /^addons\.opera\.com$/,
];

const KEY_BY_SCHEME: Readonly<Record<string, FailureKey>> = {
  about: 'error_captureBrowserPage',
  chrome: 'error_captureBrowserPage',
  'chrome-search': 'error_captureBrowserPage',
  'chrome-untrusted': 'error_captureBrowserPage',
  devtools: 'error_captureBrowserPage',
  edge: 'error_captureBrowserPage',
  resource: 'error_captureBrowserPage',
  'chrome-extension': 'error_captureExtensionPage',
  'moz-extension': 'error_captureExtensionPage',
  'view-source': 'error_captureSourceView',
};

/**
 * Why an address cannot be captured, or null. Reads the address only; what shows in the loaded document (a PDF viewer, a file
 * without permission) is found by {@link refuseDocument}.
 */
export function refusalOf(address: string): FailureKey | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return 'error_captureBrowserPage';
  }
  const isStore =
    STORE_HOSTS.some((host) => host.test(url.hostname)) ||
    (url.hostname === 'chrome.google.com' && url.pathname.startsWith('/webstore'));
  if (isStore) return 'error_captureStorePage';
  const scheme = url.protocol.slice(0, -1);
  const known = KEY_BY_SCHEME[scheme];
  if (known) return known;
  return ['http', 'https', 'file', 'blob', 'data'].includes(scheme) ? null : 'error_captureBrowserPage';
}

/** The refusal for a document that the browser lets nobody read, by its address. */
export const unreadableRefusal = (address: string): FailureKey =>
  address.startsWith('file:') ? 'error_captureFilePermission' : 'error_captureUnreadable';

/** @throws CaptureRefusedError when the loaded document is one that the browser shows by a viewer of its own */
export function refuseDocument(contentType: string): void {
  if (contentType === 'application/pdf') throw new CaptureRefusedError('error_capturePdf');
}
