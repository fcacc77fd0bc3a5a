import type { Case } from '../evidence/case.ts';
import { complaintEntry, complaintForwarding } from './case-complaints.ts';
import { assistOffice, assistPlatform, type CaseLetter, correctionOrder, crimeTransfer } from './case-letters.ts';
import { CASE_PAPER_TITLES, type CasePaperKind } from './case-paper-kinds.ts';
import { dishonestyProposal, revocationProposal } from './case-proposals.ts';
import { cleanlinessReport } from './cleanliness-report.ts';
import { answered, BLANK, type Paper } from './paper.ts';
import { paperDocx } from './paper-docx.ts';
import type { PaperFormat } from './paper-format.ts';
import { paperHtml } from './paper-html.ts';
import type { PaperItem } from './paper-item.ts';

const BLOCKS: Readonly<Record<CasePaperKind, CaseLetter>> = {
  'assist-office': assistOffice,
  'assist-platform': assistPlatform,
  'correction-order': correctionOrder,
  'crime-transfer': crimeTransfer,
  'cleanliness-report': cleanlinessReport,
  'complaint-entry': complaintEntry,
  'complaint-forwarding': complaintForwarding,
  'revocation-proposal': revocationProposal,
  'dishonesty-proposal': dishonestyProposal,
};

/** A paper of a case, filled in as far as its facts go. */
export const casePaper = (kind: CasePaperKind, about: Case, items: readonly PaperItem[], office: string): Paper => ({
  title: `${CASE_PAPER_TITLES[kind]}（要素稿）`,
  number: BLANK,
  blocks: BLOCKS[kind](about, items, office),
});

/** The paper as a file, with what a person said of what the case does not know. */
export async function casePaperFile(
  paper: Paper,
  answers: ReadonlyMap<string, string>,
  format: PaperFormat,
): Promise<Blob> {
  const whole = answered(paper, answers);
  return format === 'html' ? new Blob([paperHtml(whole)], { type: 'text/html' }) : paperDocx(whole);
}
