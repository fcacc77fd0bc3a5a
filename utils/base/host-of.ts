/** Host name of an address, lower case; empty for what is no address (by trying: the built-in question came with Chrome 120). */
export function hostOf(address: string): string {
  try {
    return new URL(address).hostname;
  } catch {
    return '';
  }
}

/** Host name without `www.`: by it a page, an item and a case are known to be of one site. */
export const siteOf = (address: string): string => hostOf(address).replace(/^www\./, '');
