/** Whether an address may be opened for a look-up: encrypted, with a host and no credentials in it. */
export function isPortalAddress(text: string): boolean {
  try {
    const { protocol, hostname, username, password } = new URL(text);
    return protocol === 'https:' && hostname.includes('.') && username === '' && password === '';
  } catch {
    return false;
  }
}
