import type { PdfFetch } from '../pdf/fetch-pdf.ts';
import type { PdfFacts } from '../pdf/pdf-facts.ts';
import type { PageFacts } from './page-facts.ts';

/** The PDF that the extension's viewer shows in a tab. */
export interface ShownPdf {
  documentKey: string;
  /** The facts of a page, of the document: its address and title, its pages laid below each other, where the viewer stands on them. */
  page: PageFacts;
  /** How its bytes were fetched; null for a file that a person chose, and until they are there. */
  fetch: PdfFetch | null;
  pdf: PdfFacts;
  /** All of its bytes are there. */
  isThere: boolean;
}
