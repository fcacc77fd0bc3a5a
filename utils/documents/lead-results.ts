import Papa from 'papaparse';
import writeXlsxFile, { type SheetData } from 'write-excel-file/universal';
import type { Case, CaseStage, LeadRow } from '../evidence/case.ts';
import type { EvidenceItem } from '../evidence/record.ts';
import { cellText } from './cell-text.ts';

/** The stages as lists and papers write them. */
export const STAGE_WORDS: Readonly<Record<CaseStage, string>> = {
  lead: '线索',
  checking: '核查',
  filed: '立案',
  'not-filed': '不予立案',
  transferred: '移送',
  correcting: '整改',
  rechecking: '复查',
  closed: '结案',
};

/** What the office adds to the columns of a list. */
const RESULT_HEADS = [
  '办理状态',
  '办理结果',
  '证据编号',
  '取证时间',
  '立案日期',
  '移送单位',
  '移送日期',
  '结案日期',
  '办理人员',
];

/** A list that leads came from. */
export interface LeadList {
  sha256: string;
  fileName: string;
  format: LeadRow['format'];
  importedAt: string;
  rows: number;
}

/** The lists that cases came from, the newest first. */
export function leadLists(cases: readonly Case[]): LeadList[] {
  const lists = new Map<string, LeadList>();
  for (const { list, fileName, format, importedAt } of cases.flatMap(({ leads = [] }) => leads)) {
    const rows = (lists.get(list)?.rows ?? 0) + 1;
    lists.set(list, { sha256: list, fileName, format, importedAt, rows });
  }
  return [...lists.values()].sort((a, b) => b.importedAt.localeCompare(a.importedAt, 'en'));
}

type Sealed = Pick<EvidenceItem, 'id' | 'caseId' | 'record'>;

function resultOf(owner: Case, sealed: readonly Sealed[]): string[] {
  const stage = owner.stage ?? 'lead';
  return [
    STAGE_WORDS[stage],
    owner.outcome,
    sealed.map(({ id }) => id).join('、'),
    sealed.map(({ record }) => record.startedAt).join('、'),
    owner.events?.filed ?? '',
    owner.transfer?.to ?? '',
    owner.transfer?.on ?? '',
    owner.events?.closed ?? '',
    [owner.handler?.name, owner.companion?.name].filter(Boolean).join('、'),
  ];
}

/** The rows of a list as they came, in their order, each with what became of it. The first line are the heads. */
export function leadResultRows(sha256: string, cases: readonly Case[], items: readonly Sealed[]): string[][] {
  const rows = cases
    .flatMap((owner) => (owner.leads ?? []).map((lead) => ({ owner, lead })))
    .filter(({ lead }) => lead.list === sha256)
    .sort((a, b) => a.lead.row - b.lead.row);
  const width = Math.max(0, ...rows.map(({ lead }) => Math.max(lead.heads.length, lead.cells.length)));
  const filled = (cells: readonly string[]) => Array.from({ length: width }, (_, index) => cells[index] ?? '');
  return [
    [...filled(rows[0]?.lead.heads ?? []), ...RESULT_HEADS],
    ...rows.map(({ owner, lead }) => [
      ...filled(lead.cells),
      ...resultOf(
        owner,
        items.filter(({ caseId }) => caseId === owner.id),
      ),
    ]),
  ];
}

/** The results of a list in the kind of file that it came in; every cell is text, so nothing in it is computed. */
export async function leadResultsFile(rows: readonly (readonly string[])[], format: LeadRow['format']): Promise<Blob> {
  const table = rows.map((cells) => cells.map(cellText));
  if (format === 'csv')
    return new Blob(['\uFEFF', Papa.unparse(table, { escapeFormulae: true, newline: '\r\n' })], { type: 'text/csv' });
  const data: SheetData = table.map((cells, index) =>
    cells.map((value) => ({ value, type: String, ...(index === 0 ? { fontWeight: 'bold' as const } : {}) })),
  );
  return writeXlsxFile([{ data, sheet: '办理结果', stickyRowsCount: 1 }]).toBlob();
}
