/** Marks that the recogniser makes of the edges of cells, seals and specks; at the edge of a cell they are never print. */
const EDGE_NOISE = /^[\s”“"'‘’`,.;:|<>_~^·—–=*]+|[\s”“"'‘’`,;:|<>_~^·—–=*]+$/gu;

/** A short Chinese label and what the recogniser makes of the colon behind it. */
const LABEL = /^(\p{Script=Han}{2,8})\s*[:;；：](?:\s*[,;.])*\s*(.*)$/u;

/** A date in Chinese whose characters were taken for look-alikes: 人年, 4月:1日, 15司, 11目. */
const BROKEN_DATE =
  /((?:19|20)\d{2})\s*人?年\s*[:.,]?\s*(\d{1,2})\s*月\s*[:.,]?\s*(\d{1,2})\s*[日司目曰记](?!\p{Script=Han})/gu;

/**
 * One recognised row with the recogniser's typical marks mended: noise at the edges of cells, semicolons for the colon of a
 * label, broken dates. Cells stay parted by tabs. What is printed is never completed, only what cannot be print is removed.
 */
export function cleanRow(text: string): string {
  return text
    .split('\t')
    .flatMap((cell, index) => {
      const label = index === 0 ? LABEL.exec(cell) : null;
      if (label) return [`${label[1]}:`, label[2]!.replace(EDGE_NOISE, '')];
      return [cell.replace(EDGE_NOISE, '')];
    })
    .filter((cell) => cell !== '')
    .join('\t')
    .replace(BROKEN_DATE, '$1年$2月$3日');
}
