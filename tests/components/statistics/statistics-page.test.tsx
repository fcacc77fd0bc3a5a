// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { facetValues, NO_FILTER } from '../../../components/library/filter-items.ts';
import { readListState } from '../../../components/library/list-address.ts';
import { shownItems } from '../../../components/library/shown-items.ts';
import {
  CHARTED_GROUPS,
  StatisticsPage,
  type StatisticsPageProps,
} from '../../../components/statistics/StatisticsPage.tsx';
import { countStatistics } from '../../../utils/casework/count-statistics.ts';
import { summariseItem } from '../../../utils/casework/item-summary.ts';
import { draw } from '../draw.ts';
import { sampleItem } from '../library/sample-items.ts';

const today = '2026-11-30';
const rows = [
  ['E20261102-0001', '2026-11-02', 'pending'],
  ['E20261103-0001', '2026-11-03', 'transferred'],
  ['E20261112-0001', '2026-11-12', 'pending'],
  ['E20261125-0001', '2026-11-25', 'unfounded'],
].map(([id, day, status]) =>
  summariseItem(sampleItem({ id: id!, startedAt: `${day}T02:00:00Z` }, { status: status as 'pending' }), undefined, {
    today,
  }),
);

const groups = Object.fromEntries(
  CHARTED_GROUPS.map((group) => [group, facetValues(rows, NO_FILTER, group)]),
) as unknown as StatisticsPageProps['groups'];

describe('the figures', () => {
  it('each lead to the list of just what they count', async () => {
    const body = await draw(
      <StatisticsPage
        statistics={countStatistics(rows)}
        groups={groups}
        unread={0}
        from=""
        until=""
        today={today}
        onSpan={vi.fn()}
        onPrint={vi.fn()}
        onExport={vi.fn()}
        entries={{}}
        onEntry={vi.fn()}
      />,
    );
    const listed = (link: HTMLAnchorElement) =>
      shownItems(rows, readListState(link.getAttribute('href')!.split('?')[1] ?? '')).length;
    const figures = [...body.querySelectorAll<HTMLAnchorElement>('a.zj-figure')];
    expect(figures).toHaveLength(6);
    // Claims are counted; their items are listed.
    for (const link of figures.filter((_, index) => index !== 2))
      expect([link.textContent, String(listed(link))]).toEqual([
        link.textContent,
        link.querySelector('.zj-figure-value')!.textContent,
      ]);
    const weekly = [...body.querySelectorAll<HTMLAnchorElement>('.zj-statistics-table td:nth-of-type(2) a')];
    expect(weekly).toHaveLength(3);
    for (const link of weekly) expect(String(listed(link))).toBe(link.textContent);
    expect(body.querySelectorAll('a.zj-week-bar')).toHaveLength(4);
    const bars = [...body.querySelectorAll<HTMLLIElement>('.zj-bars li')];
    expect(bars.length).toBeGreaterThan(6);
    for (const bar of bars)
      expect(String(listed(bar.querySelector('a')!))).toBe(bar.querySelector('.zj-bar-count')!.textContent);
  });
});
