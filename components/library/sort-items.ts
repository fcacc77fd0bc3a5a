import type { ItemSummary } from '../../utils/casework/item-summary.ts';

/** Orders of the list; labels live under `sort_<order>`. */
export const SORT_ORDERS = ['time', 'deadline', 'weight', 'title'] as const;
export type SortOrder = (typeof SORT_ORDERS)[number];

const newestFirst = (a: ItemSummary, b: ItemSummary) =>
  a.capturedAt === b.capturedAt ? (a.id < b.id ? 1 : -1) : a.capturedAt < b.capturedAt ? 1 : -1;

const title = new Intl.Collator('zh-Hans-CN', { numeric: true });

const COMPARE: Record<SortOrder, (a: ItemSummary, b: ItemSummary) => number> = {
  time: newestFirst,
  deadline: (a, b) => (a.deadline?.date ?? '9999').localeCompare(b.deadline?.date ?? '9999', 'en') || newestFirst(a, b),
  weight: (a, b) => b.strong - a.strong || b.weak - a.weak || newestFirst(a, b),
  title: (a, b) => title.compare(a.title, b.title) || newestFirst(a, b),
};

/** A sorted copy: newest first, nearest deadline first, most claims first, or by title. */
export function sortItems(items: readonly ItemSummary[], order: SortOrder): ItemSummary[] {
  return [...items].sort(COMPARE[order]);
}
