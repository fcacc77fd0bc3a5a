import type { CalendarYear } from '../../rules/work-calendar.ts';
import { caseLabel, type ItemSummary } from '../../utils/casework/item-summary.ts';
import { type Case, type CaseStage, isSettled } from '../../utils/evidence/case.ts';
import { type DueDate, dueDates } from '../../utils/evidence/due-dates.ts';
import { isPracticeCase } from '../../utils/evidence/practice.ts';
import { createTextSearch, plain, type Searched } from '../library/text-search.ts';

/** A case as the list shows it. */
export interface CaseRow {
  id: string;
  /** Name, or number while it has none; empty for a case without either. */
  label: string;
  number: string;
  party: string;
  creditCode: string;
  platform: string;
  shop: string;
  handler: string;
  /** Summary and notes, to be searched. */
  notes: readonly string[];
  stage: CaseStage;
  settled: boolean;
  items: number;
  strong: number;
  weak: number;
  /** The case of practice items; nothing is due in it. */
  practice?: true;
  /** The nearest period that runs. */
  due?: DueDate;
  createdAt: string;
}

/** Groups items by the case they are filed under. */
export function itemsByCase(items: readonly ItemSummary[]): ReadonlyMap<string, readonly ItemSummary[]> {
  const groups = new Map<string, ItemSummary[]>();
  for (const item of items) {
    if (!item.caseId) continue;
    const group = groups.get(item.caseId);
    if (group) group.push(item);
    else groups.set(item.caseId, [item]);
  }
  return groups;
}

/** Open cases first, the nearest end first; settled ones last, newest first. */
const compare = (a: CaseRow, b: CaseRow) =>
  Number(a.settled) - Number(b.settled) ||
  (a.due?.date ?? '9999').localeCompare(b.due?.date ?? '9999', 'en') ||
  b.createdAt.localeCompare(a.createdAt, 'en');

/**
 * @param today local date, ISO 8601
 * @param calendar the office's own calendar years
 */
export function caseRows(
  cases: readonly Case[],
  items: readonly ItemSummary[],
  { today, calendar }: { today: string; calendar: readonly CalendarYear[] },
): CaseRow[] {
  const groups = itemsByCase(items);
  const sum = (list: readonly ItemSummary[], part: 'strong' | 'weak') =>
    list.reduce((all, item) => all + item[part], 0);
  return cases
    .map((each): CaseRow => {
      const own = groups.get(each.id) ?? [];
      const practice = isPracticeCase(each);
      const due = practice ? undefined : dueDates(each, today, calendar)[0];
      return {
        id: each.id,
        label: caseLabel(each),
        number: each.number,
        party: each.party.name,
        creditCode: each.party.creditCode,
        platform: each.platform,
        shop: each.shop,
        handler: each.handler?.name ?? '',
        notes: [each.summary, ...(each.entries ?? []).flatMap(({ kind, text }) => (kind === 'note' ? [text] : []))],
        stage: each.stage ?? 'lead',
        settled: isSettled(each),
        items: own.length,
        strong: sum(own, 'strong'),
        weak: sum(own, 'weak'),
        ...(practice ? { practice } : {}),
        ...(due ? { due } : {}),
        createdAt: each.createdAt,
      };
    })
    .sort(compare);
}

const built = new WeakMap<CaseRow, Searched>();

function searched(row: CaseRow): Searched {
  const before = built.get(row);
  if (before) return before;
  const names = [row.label, row.party, row.shop, row.handler].map((text) => [plain(text)]);
  const made = { names, others: [row.number, row.creditCode, row.platform, ...row.notes].map(plain) };
  built.set(row, made);
  return made;
}

/** Cases found by name, party, shop, handler (also by pinyin initials), number, credit code, platform and notes. */
export const findCases = (rows: readonly CaseRow[], query: string): readonly CaseRow[] =>
  createTextSearch(rows, searched, [3, 3, 2, 1]).find(query);
