/** Path of the viewer in the extension. */
export const VIEWER_PATH = '/pdf.html';

const LONGEST_ADDRESS = 8_000;

/** Path and hash under which the viewer shows the PDF of an address. `pictures`: whether pages without text are read as pictures. */
export function viewerLink(url: string, { pictures = true } = {}): string {
  return `${VIEWER_PATH}${pictures ? '' : '?pictures=no'}#${new URLSearchParams({ url })}`;
}

/** The address of the PDF that the viewer's hash names; null when it shows a file, or something that is no web address. */
export function addressInHash(hash: string): string | null {
  const address = new URLSearchParams(hash.replace(/^#/, '')).get('url') ?? '';
  return /^https?:\/\//i.test(address) && address.length <= LONGEST_ADDRESS ? address : null;
}

/** Whether an address looks like that of a PDF. */
export function looksLikePdf(url: string): boolean {
  try {
    const { protocol, pathname } = new URL(url);
    return /^(https?|file):$/.test(protocol) && /\.pdf$/i.test(pathname);
  } catch {
    return false;
  }
}
