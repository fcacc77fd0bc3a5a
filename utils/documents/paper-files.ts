import type { BundledDocument } from '../bundle/bundle-request.ts';
import { extractionRecord } from './extraction-record.ts';
import { extractionSheet } from './extraction-sheet.ts';
import { DOCX_TYPE, fillTemplate } from './fill-template.ts';
import type { PaperOptions } from './office.ts';
import { answered, BLANK, blanksOf, type Paper } from './paper.ts';
import { paperDocx } from './paper-docx.ts';
import type { PaperFormat } from './paper-format.ts';
import { paperHtml } from './paper-html.ts';
import type { PaperKind } from './paper-kinds.ts';
import type { PaperPlan, PaperRequest } from './paper-request.ts';
import { templateValues } from './template-values.ts';
import { transferLetter } from './transfer-letter.ts';

/** A paper as a file. */
export interface PaperFile extends BundledDocument {
  kind: PaperKind;
  format: PaperFormat;
}

/** The files of the papers planned, filled in as far as the facts go; a transfer letter is left out where there is no case. */
export async function paperFiles(request: PaperRequest): Promise<PaperFile[]> {
  const files: PaperFile[] = [];
  for (const plan of request.plans) {
    const empty = paperOf(plan, request);
    if (!empty) continue;
    const paper = answered(empty, request.answers ?? NO_ANSWERS);
    for (const format of plan.formats) {
      const blob = format === 'html' ? htmlBlob(paper) : await docxBlob(plan, paper, request);
      files.push({ kind: plan.kind, format, name: `${plan.kind}.${format}`, blob });
    }
  }
  return files;
}

/** What one paper wants of a person before it is made: the blanks of its layout, or of the office's template. */
export function paperBlanks(plan: PaperPlan, request: PaperRequest): string[] {
  const paper = paperOf(plan, request);
  if (!paper) return [];
  if (!plan.template || !plan.formats.includes('docx')) return blanksOf(paper);
  const values = templateValues(paper, request);
  const own = plan.template.placeholders.filter(
    (name) => !ASKED_ELSEWHERE.has(name) && (values.get(name) ?? BLANK) === BLANK,
  );
  return [...new Set(plan.formats.includes('html') ? [...own, ...blanksOf(paper)] : own)];
}

/** The number is given by the office's pattern or written by hand on the paper. */
const ASKED_ELSEWHERE: ReadonlySet<string> = new Set(['文号']);

const NO_ANSWERS: ReadonlyMap<string, string> = new Map();

function paperOf({ kind, number, title }: PaperPlan, request: PaperRequest): Paper | undefined {
  const { items, about, office, calendar, routes = [], routing = '' } = request;
  const options: PaperOptions = { office, number, title, calendar, routes, routing };
  if (kind === 'extraction-record') return extractionRecord(items, options, about);
  if (kind === 'extraction-sheet') return extractionSheet(items, options, about);
  return about && transferLetter(items, about, options);
}

const htmlBlob = (paper: Paper) => new Blob([paperHtml(paper)], { type: 'text/html' });

async function docxBlob({ template }: PaperPlan, paper: Paper, request: PaperRequest): Promise<Blob> {
  if (!template) return paperDocx(paper);
  const values = templateValues(paper, request);
  for (const [name, answer] of request.answers ?? NO_ANSWERS)
    if (answer.trim() && template.placeholders.includes(name) && (values.get(name) ?? BLANK) === BLANK)
      values.set(name, answer.trim());
  return new Blob([await fillTemplate(template.bytes, values, template.placeholders)], {
    type: DOCX_TYPE,
  });
}
