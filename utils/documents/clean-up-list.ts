import writeXlsxFile, { type SheetData } from 'write-excel-file/universal';
import { hostOf } from '../base/host-of.ts';
import { localTime } from '../bundle/report-words.ts';
import type { PatrolEntry, RecheckVerdict } from '../patrol/patrol.ts';
import { cellText } from './cell-text.ts';
import type { Paper } from './paper.ts';
import { paperDocx } from './paper-docx.ts';

/** One page that a platform is asked to clean up: what stands where, since when it is known, and how it stands now. */
export interface CleanUpRow {
  host: string;
  url: string;
  title: string;
  phrases: readonly string[];
  /** First seen and last looked at, UTC, ISO 8601. */
  since: string;
  seenAt: string;
  verdict: RecheckVerdict | null;
  itemId: string;
}

const VERDICTS: Record<RecheckVerdict, string> = { gone: '已消失', changed: '有变化', there: '仍在' };

const HEADS = ['序号', '网页标题', '网址', '疑似表述', '首次发现', '最近查看', '目前情况', '证据编号'];
const WIDTHS = [8, 32, 48, 40, 20, 20, 12, 18];

/** The pages of a patrol that were flagged, or were sealed as flagged before, by platform and then by address. */
export function cleanUpRows(entries: readonly PatrolEntry[]): CleanUpRow[] {
  return entries
    .filter(({ outcome, sealed, expected }) => expected === undefined && outcome && (outcome.flagged || sealed))
    .map(({ url, address, outcome, before, sealed, verdict }) => ({
      host: hostOf(address),
      url,
      title: outcome!.title ?? '',
      phrases: sealed?.phrases ?? outcome!.phrases ?? [],
      since: before?.visitedAt ?? outcome!.unchangedSince ?? outcome!.visitedAt,
      seenAt: outcome!.visitedAt,
      verdict: verdict ?? (sealed ? null : 'there'),
      itemId: outcome!.evidence ?? sealed?.itemId ?? '',
    }))
    .sort((a, b) => a.host.localeCompare(b.host) || a.url.localeCompare(b.url));
}

const cellsOf = (row: CleanUpRow, index: number, timeZone: string): string[] => [
  String(index + 1),
  row.title,
  row.url,
  row.phrases.join('、'),
  localTime(row.since, timeZone),
  localTime(row.seenAt, timeZone),
  row.verdict === null ? '未查成' : VERDICTS[row.verdict],
  row.itemId,
];

function byHost(rows: readonly CleanUpRow[]): [host: string, rows: CleanUpRow[]][] {
  const hosts = new Map<string, CleanUpRow[]>();
  for (const row of rows) hosts.set(row.host, [...(hosts.get(row.host) ?? []), row]);
  return [...hosts];
}

/** What a sheet may be called: thirty-one characters, none of those that table programs keep for themselves, each name once. */
function sheetName(host: string, index: number): string {
  const name = host.replace(/[[\]:*?/\\']/g, '_');
  return name.length <= 31 ? name : `${index + 1} ${name}`.slice(0, 31);
}

/** The list as .xlsx, a sheet for each platform; every cell is text, so nothing of a page is a formula. */
export async function cleanUpWorkbook(rows: readonly CleanUpRow[], timeZone: string): Promise<Blob> {
  const text = (value: string) => ({ value: cellText(value), type: String, wrap: true });
  const head = HEADS.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const sheets = byHost(rows).map(([host, own], index) => {
    const data: SheetData = [head, ...own.map((row, place) => cellsOf(row, place, timeZone).map(text))];
    return { data, sheet: sheetName(host, index), columns: WIDTHS.map((width) => ({ width })), stickyRowsCount: 1 };
  });
  return writeXlsxFile(sheets).toBlob();
}

/** The list as .docx, a table for each platform. */
export function cleanUpDocument(rows: readonly CleanUpRow[], timeZone: string): Promise<Blob> {
  const paper: Paper = {
    title: '疑似违法广告清理清单',
    number: '',
    blocks: byHost(rows).flatMap(([host, own]) => [
      { kind: 'heading' as const, text: host },
      {
        kind: 'list' as const,
        head: HEADS,
        widths: WIDTHS,
        rows: own.map((row, index) => cellsOf(row, index, timeZone)),
      },
    ]),
  };
  return paperDocx(paper);
}
