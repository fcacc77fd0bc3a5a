import writeXlsxFile, { type SheetData } from 'write-excel-file/universal';
import { localTime } from '../bundle/report-words.ts';
import { sourceInWords } from '../bundle/source-words.ts';
import { openProblems } from '../certificate/answered-doubts.ts';
import type { Case } from '../evidence/case.ts';
import { countedCertificates } from '../evidence/standing.ts';
import { TYPED_LABELS, type TypedFigure } from './campaign-figures.ts';
import { cellText } from './cell-text.ts';
import type { PaperItem } from './paper-item.ts';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const HEAD = { fontWeight: 'bold', backgroundColor: '#EEF1F5', wrap: true } as const;

/** What the special action reports: the store counts some, the office typed the others; an empty one is still to be filled in. */
export function summaryFigures(
  items: readonly PaperItem[],
  cases: readonly Case[],
  typed: Partial<Record<TypedFigure, number>> = {},
): [label: string, value: number | ''][] {
  const suspect = items.filter((item) =>
    item.record.findings.some((finding) => finding.disposition === 'claim' && !item.dismissed.includes(finding.id)),
  );
  const distinct = (values: string[]) => new Set(values.filter(Boolean)).size;
  const entry = (figure: TypedFigure): [string, number | ''] => [TYPED_LABELS[figure], typed[figure] ?? ''];
  return [
    entry('agencies'),
    ['监测网络交易平台家数', distinct(cases.map((one) => one.platform))],
    ['检查平台内经营者数', distinct(cases.map((one) => one.party.creditCode || one.party.name || one.shop))],
    ['监测网站数', distinct(items.map((item) => hostOf(item.record.page.url)))],
    ['监测广告条次', items.length],
    ['发现疑似违法广告条次', suspect.length],
    ['发现证书缺项或存疑条次', items.filter(hasDoubtfulCertificate).length],
    ['移送线索数', cases.filter((one) => one.transfer?.on).length],
    ['核实不属实条次', items.filter((item) => item.status === 'unfounded').length],
    entry('takenDown'),
    entry('deleted'),
    entry('closed'),
    entry('filed'),
    entry('concluded'),
    entry('fines'),
    entry('police'),
  ];
}

/** The table as .xlsx: counted figures, then every item. All cells are text or numbers, so nothing of a page is a formula. */
export async function summaryTable(
  items: readonly PaperItem[],
  cases: readonly Case[],
  typed: Partial<Record<TypedFigure, number>> = {},
): Promise<Blob> {
  const head = (labels: readonly string[]) => labels.map((value) => ({ value, type: String, ...HEAD }));
  const text = (value: string) => ({ value: cellText(value), type: String, wrap: true });
  const figures: SheetData = [
    head(['项目', '数量']),
    ...summaryFigures(items, cases, typed).map(([label, value]) => [
      text(label),
      value === '' ? null : { value, type: Number },
    ]),
  ];
  const caseNames = new Map(cases.map((one) => [one.id, one.name]));
  const list: SheetData = [
    head(['证据编号', '封存时间', '页面标题', '网址', '疑似表述', '证书', '缺项', '案件', '记录 SHA-256']),
    ...items.map((item) => {
      const { id, record, digest, caseId, dismissed } = item;
      const certificates = countedCertificates(item, item.addenda ?? []);
      const claims = record.findings.filter((one) => one.disposition === 'claim' && !dismissed.includes(one.id));
      const missing = certificates.reduce((sum, certificate) => sum + certificate.missing.length, 0);
      return [
        text(id),
        text(localTime(record.sealedAt, record.timeZone)),
        text(record.page.title),
        text(sourceInWords(record)),
        text(claims.map((finding) => finding.matchedText).join('、')),
        { value: certificates.length, type: Number },
        { value: missing, type: Number },
        text((caseId && caseNames.get(caseId)) || ''),
        text(digest.sha256),
      ];
    }),
  ];
  const widths = (columns: readonly number[]) => columns.map((width) => ({ width }));
  return writeXlsxFile([
    { data: figures, sheet: '汇总', columns: widths([30, 12]), stickyRowsCount: 1 },
    { data: list, sheet: '证据', columns: widths([18, 28, 36, 44, 36, 8, 8, 24, 66]), stickyRowsCount: 1 },
  ]).toBlob();
}

const hasDoubtfulCertificate = (item: PaperItem) =>
  countedCertificates(item, item.addenda ?? []).some(
    (certificate) => certificate.missing.length > 0 || openProblems(certificate).length > 0,
  );

function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch (error) {
    if (error instanceof TypeError) return '';
    throw error;
  }
}
