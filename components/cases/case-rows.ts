import type { CalendarYear } from '../../rules/work-calendar.ts';
import { caseLabel, type ItemSummary } from '../../utils/casework/item-summary.ts';
import { type Case, type CaseStage, isSettled } from '../../utils/evidence/case.ts';
import { type DueDate, dueDates } from '../../utils/evidence/case-deadlines.ts';

/** A case as the list shows it. */
export interface CaseRow {
  id: string;
  /** Name, or number while it has none; empty for a case without either. */
  label: string;
  number: string;
  party: string;
  platform: string;
  shop: string;
  handler: string;
  stage: CaseStage;
  settled: boolean;
  items: number;
  strong: number;
  weak: number;
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
      const due = dueDates(each, today, calendar)[0];
      return {
        id: each.id,
        label: caseLabel(each),
        number: each.number,
        party: each.party.name,
        platform: each.platform,
        shop: each.shop,
        handler: each.handler?.name ?? '',
        stage: each.stage ?? 'lead',
        settled: isSettled(each),
        items: own.length,
        strong: sum(own, 'strong'),
        weak: sum(own, 'weak'),
        ...(due ? { due } : {}),
        createdAt: each.createdAt,
      };
    })
    .sort(compare);
}

/** Cases whose name, number, party, platform, shop or handler hold all words. */
export function findCases(rows: readonly CaseRow[], query: string): readonly CaseRow[] {
  const words = query.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const text = [row.label, row.number, row.party, row.platform, row.shop, row.handler]
      .join('\n')
      .normalize('NFKC')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
