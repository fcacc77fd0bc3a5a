import { describe, expect, it } from 'vitest';
import {
  CaptureRefusedError,
  refusalOf,
  refuseDocument,
  unreadableRefusal,
} from '../../../utils/capture/job/capture-refusal.ts';

describe('pages that cannot be captured', () => {
  it.each([
    ['chrome://settings/', 'error_captureBrowserPage'],
    ['edge://extensions/', 'error_captureBrowserPage'],
    ['about:blank', 'error_captureBrowserPage'],
    ['devtools://devtools/bundled/inspector.html', 'error_captureBrowserPage'],
    ['', 'error_captureBrowserPage'],
    ['https://chromewebstore.google.com/detail/x', 'error_captureStorePage'],
    ['https://chrome.google.com/webstore/detail/x', 'error_captureStorePage'],
    ['https://microsoftedge.microsoft.com/addons/detail/x', 'error_captureStorePage'],
    ['https://addons.mozilla.org/zh-CN/firefox/', 'error_captureStorePage'],
    ['chrome-extension://abcdefghijklmnopabcdefghijklmnop/page.html', 'error_captureExtensionPage'],
    ['moz-extension://00000000-0000-4000-8000-000000000000/page.html', 'error_captureExtensionPage'],
    ['view-source:https://shop.example/', 'error_captureSourceView'],
  ])('%s', (address, key) => {
    expect(refusalOf(address)).toBe(key);
  });

  it.each([
    'https://shop.example/item',
    'http://127.0.0.1:8080/',
    'file:///home/officer/page.html',
    'https://chrome.google.com/',
  ])('lets %s through', (address) => {
    expect(refusalOf(address)).toBeNull();
  });

  it('refuses the PDF viewer by what the document is', () => {
    expect(() => refuseDocument('application/pdf')).toThrow(CaptureRefusedError);
    expect(() => refuseDocument('text/html')).not.toThrow();
  });

  it('asks for the file permission where a file cannot be read', () => {
    expect(unreadableRefusal('file:///x.html')).toBe('error_captureFilePermission');
    expect(unreadableRefusal('https://blocked.example/')).toBe('error_captureUnreadable');
  });
});
