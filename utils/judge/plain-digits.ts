/** A text in which figures, spaces and letter case do not tell: 3 天 and 15 天 are one wording. */
export const plainDigits = (text: string): string =>
  text
    .replace(/[0-9０-９]/g, '0')
    .replace(/\s+/g, ' ')
    .toLowerCase();
