import type { BundledDocument } from '../bundle/write-bundle.ts';
import type { Case } from '../evidence/case.ts';
import type { EvidenceItem } from '../evidence/record.ts';
import { extractionRecord } from './extraction-record.ts';
import { extractionSheet } from './extraction-sheet.ts';
import type { PaperOptions } from './office.ts';
import type { Paper } from './paper.ts';
import { paperDocx } from './paper-docx.ts';
import { paperHtml } from './paper-html.ts';
import { transferLetter } from './transfer-letter.ts';

/** The papers that go with a bundle, each as .docx to complete and as HTML to read; the letter only where there is a case. */
export async function bundledPapers(
  items: readonly EvidenceItem[],
  options: PaperOptions,
  about?: Case,
): Promise<BundledDocument[]> {
  const { title: _ofOnePaper, ...common } = options;
  const papers: [name: string, paper: Paper][] = [
    ['extraction-record', extractionRecord(items, options, about)],
    ['extraction-sheet', extractionSheet(items, common, about)],
    ...(about ? [['transfer-letter', transferLetter(items, about, common)] as [string, Paper]] : []),
  ];
  const files = papers.map(
    async ([name, paper]): Promise<BundledDocument[]> => [
      { name: `${name}.docx`, blob: await paperDocx(paper) },
      { name: `${name}.html`, blob: new Blob([paperHtml(paper)], { type: 'text/html' }) },
    ],
  );
  return (await Promise.all(files)).flat();
}
