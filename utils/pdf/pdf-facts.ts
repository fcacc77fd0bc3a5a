import type { PageLack } from './pdf-page.ts';

/** What is known of a PDF in the viewer, beside what it says: shown by viewer, panel and command, and kept by a capture. */
export interface PdfFacts {
  /** Fetched anew from its address, or a file that a person chose. */
  origin: 'fetched' | 'file';
  /** SHA-256 of its bytes, hex; absent until all are there. */
  sha256?: string;
  bytes: number;
  /** Pages that it has, how many were read, and how many of those as pictures. */
  pages: number;
  read: number;
  asPictures: number;
  /** Pages that were not read, by reason. */
  lacks: readonly { lack: PageLack; pages: number }[];
  /** It holds scripts or actions; none was run. */
  scripts: boolean;
  /** It has no end mark: something may have been cut off. */
  truncated: boolean;
  /** Why it could not be opened: a locale key under `error_` and its substitutions. */
  failure?: { key: string; values: readonly string[] };
}
