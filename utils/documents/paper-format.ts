/** How a paper is written: a file to complete in a word processor, or a page to print. */
export const PAPER_FORMATS = ['docx', 'html'] as const;
export type PaperFormat = (typeof PAPER_FORMATS)[number];
