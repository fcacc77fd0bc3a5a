import Papa from 'papaparse';
import writeXlsxFile, { type SheetData } from 'write-excel-file/universal';
import type { RegisterKind } from '../../rules/register-columns.ts';
import type { SurveyRow } from '../lists/approval-survey.ts';
import { listWords } from '../lists/check-certificate.ts';
import type { RegisterStamp } from '../lists/register.ts';
import { faultWords } from '../lists/standing-faults.ts';
import { type SurveyOutcome, surveyKey, surveyResultInWords } from '../lists/survey-outcome.ts';
import { cellText } from './cell-text.ts';

const HEADS = [
  '序号',
  '名称',
  '统一社会信用代码',
  '含有字词',
  '所在位置',
  '经营范围摘录',
  '登记状态',
  '住所',
  '比对结果',
  '来源名单',
  '行号',
  '核查结果',
  '核查人',
  '核查时间',
];
const WIDTHS = [8, 36, 22, 16, 14, 60, 12, 40, 48, 36, 8, 12, 16, 22];

/** A list of an approval, or of businesses, by its id. */
export type SurveyLists = readonly (RegisterStamp & { id: string })[];

/** What the checks of the businesses came to, by their key. */
export type SurveyOutcomes = ReadonlyMap<string, SurveyOutcome>;

/** 未在《认证机构批准名录》（2026-11-01）中见到，需核实 */
export function absentWords(absent: readonly RegisterKind[], lists: readonly RegisterStamp[]): string {
  const searched = lists.filter(({ kind }) => absent.includes(kind)).map(listWords);
  return `未在${searched.join('、')}中见到，需核实`;
}

/** What the lists say of a business: where it was not seen, and which approval is not in force. */
export function resultWords(
  { absent, faulty }: Pick<SurveyRow, 'absent' | 'faulty'>,
  lists: readonly RegisterStamp[],
): string {
  const listed = faulty.map(({ kind, faults }) => {
    const searched = lists.filter((list) => list.kind === kind).map(listWords);
    return `${searched.join('、')}中${faultWords(faults)}，需核实`;
  });
  return [...(absent.length > 0 ? [absentWords(absent, lists)] : []), ...listed].join('；');
}

function cellsOf(row: SurveyRow, index: number, lists: SurveyLists, outcomes: SurveyOutcomes): string[] {
  const outcome = outcomes.get(surveyKey(row));
  const source = lists.find(({ id }) => id === row.listId);
  return [
    String(index + 1),
    row.name,
    row.creditCode,
    row.words.join('、'),
    row.inName ? '名称' : '经营范围',
    row.excerpt,
    row.status,
    row.address,
    resultWords(row, lists),
    source ? listWords(source) : '',
    String(row.row),
    surveyResultInWords(outcome?.result ?? 'open'),
    outcome?.person ?? '',
    outcome?.at ?? '',
  ];
}

/** The survey as .xlsx; every cell is text, so nothing of a list is a formula. */
export async function surveyWorkbook(
  rows: readonly SurveyRow[],
  lists: SurveyLists,
  outcomes: SurveyOutcomes = new Map(),
): Promise<Blob> {
  const text = (value: string) => ({ value: cellText(value), type: String });
  const data: SheetData = [
    HEADS.map((value) => ({ value, type: String, fontWeight: 'bold' })),
    ...rows.map((row, index) => cellsOf(row, index, lists, outcomes).map(text)),
  ];
  const columns = WIDTHS.map((width) => ({ width }));
  return writeXlsxFile([{ data, sheet: '需核实主体', columns, stickyRowsCount: 1 }]).toBlob();
}

/** The survey as CSV in UTF-8 with a mark, which table programs need to read Chinese; what they would compute is made text. */
export function surveyCsv(rows: readonly SurveyRow[], lists: SurveyLists, outcomes: SurveyOutcomes = new Map()): Blob {
  const table = [HEADS, ...rows.map((row, index) => cellsOf(row, index, lists, outcomes).map(cellText))];
  return new Blob(['\uFEFF', Papa.unparse(table, { escapeFormulae: true, newline: '\r\n' })], { type: 'text/csv' });
}
