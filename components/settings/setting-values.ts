/** Host names typed one a line (or parted by blanks and commas): lower case, once each; addresses give their host. */
export function hostLines(text: string): string[] {
  const hosts = text
    .split(/[\s,，、;；]+/)
    .map((entry) => hostIn(entry))
    .filter((host) => host !== '');
  return [...new Set(hosts)];
}

function hostIn(entry: string): string {
  try {
    return new URL(entry.includes('://') ? entry : `http://${entry}`).hostname;
  } catch {
    return '';
  }
}

/** Whether a time-stamping service can be reached under the address. */
export function isServiceAddress(text: string): boolean {
  try {
    return /^https?:$/.test(new URL(text).protocol);
  } catch {
    return false;
  }
}

/** A whole number kept between two bounds; undefined for anything else. */
export function wholeNumber(text: string, least: number, most: number): number | undefined {
  const value = Number(text);
  return text.trim() !== '' && Number.isInteger(value) ? Math.min(most, Math.max(least, value)) : undefined;
}
