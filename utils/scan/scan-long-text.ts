import { type Scanner, type ScanTextOptions, supported, type TextFinding } from './scanner.ts';

/** Characters read at once: the cost of reading a text grows faster than its length. */
const PIECE = 2_000;
const PARAGRAPH = '\u2029';

/** The end of the piece that begins at `from`: the last paragraph's end within reach, or as far as a piece goes. */
function pieceEnd(text: string, from: number): number {
  if (text.length - from <= PIECE) return text.length;
  const border = text.lastIndexOf(PARAGRAPH, from + PIECE);
  return border > from ? border + 1 : from + PIECE;
}

/** Findings after which a text is not read on: enough for any person to look through. */
const MOST_FINDINGS = 500;

/**
 * What `scanner.scanText` finds in a text of any length, read in pieces that end with paragraphs. `read` is how many characters
 * were read: less than there are when a text is so full of findings that reading on would say nothing new.
 */
export function scanLongText(
  scanner: Pick<Scanner, 'scanText'>,
  text: string,
  options: ScanTextOptions = {},
): { findings: TextFinding[]; read: number } {
  const found: TextFinding[] = [];
  let read = 0;
  while (read < text.length && found.length < MOST_FINDINGS) {
    const from = read;
    read = pieceEnd(text, from);
    for (const finding of scanner.scanText(text.slice(from, read), { ...options, keepUnsupported: true }))
      found.push({ ...finding, start: finding.start + from, end: finding.end + from });
  }
  return { findings: supported(found), read };
}
