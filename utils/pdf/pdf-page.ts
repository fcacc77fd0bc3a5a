import type { DecodedCode } from '../certificate/certificate.ts';
import type { RecognisedLine } from '../recognition/picture-reading.ts';

/** Why a page was not read; a locale key under `pdfPage_`. */
export const PAGE_LACKS = ['too-many', 'damaged', 'timeout', 'picture-unread', 'stopped'] as const;
export type PageLack = (typeof PAGE_LACKS)[number];

/** One page as it was read. Boxes of lines are in CSS px of the page at its natural size. */
export interface PdfPage {
  /** 1, 2, 3 … */
  number: number;
  /** CSS px. */
  width: number;
  height: number;
  /** Its own text, or what the recogniser read in its picture. */
  from: 'text' | 'picture';
  lines: readonly RecognisedLine[];
  codes: readonly DecodedCode[];
  /** It was not read, or not wholly. */
  lack?: PageLack;
}
