/** The text of a table cell: it holds 32,767 characters, and XML 1.0 forbids control characters. */
export const cellText = (text: string): string =>
  text.slice(0, 32_000).replace(/[\u0000-\u0008\u000B-\u001F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/g, '\uFFFD');
