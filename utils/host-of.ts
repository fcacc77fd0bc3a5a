/** Host name of an address, lower case; empty for what is no address (URL.canParse came with Chrome 120). */
export function hostOf(address: string): string {
  try {
    return new URL(address).hostname;
  } catch {
    return '';
  }
}
