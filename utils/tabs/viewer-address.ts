import { browser } from '#imports';
import { addressInHash, VIEWER_PATH, viewerLink } from '../pdf/viewer-link.ts';

const inExtension = (path: string) => browser.runtime.getURL(path as '/');

/** The address of the extension's own viewer, showing the PDF of an address. */
export const viewerAddress = (url: string): string => inExtension(viewerLink(url));

/** Whether a tab shows the viewer. */
export const isViewer = (tabUrl: string): boolean => tabUrl.startsWith(inExtension(VIEWER_PATH));

/** The address that a tab speaks of: that of the PDF while it shows the viewer. */
export function shownAddress(tabUrl: string): string {
  if (!isViewer(tabUrl)) return tabUrl;
  return addressInHash(new URL(tabUrl).hash) ?? tabUrl;
}
