import { useMemo, useState } from 'preact/hooks';
import { filterItems, NO_FILTER, setSpan } from '../../components/library/filter-items.ts';
import { summariseItem } from '../../components/library/item-summary.ts';
import { countStatistics } from '../../components/statistics/count-statistics.ts';
import { StatisticsPage } from '../../components/statistics/StatisticsPage.tsx';
import type { Case } from '../../utils/evidence/case.ts';
import type { EvidenceItem } from '../../utils/evidence/record.ts';

export interface StatisticsRouteProps {
  items: readonly EvidenceItem[];
  cases: readonly Case[];
  today: string;
}

/** Counts the items of a span of days. */
export function StatisticsRoute({ items, cases, today }: StatisticsRouteProps) {
  const [filter, setFilter] = useState(NO_FILTER);
  const statistics = useMemo(() => {
    const rows = items.map((item) =>
      summariseItem(
        item,
        cases.find(({ id }) => id === item.caseId),
        today,
      ),
    );
    return countStatistics(filterItems(rows, filter));
  }, [items, cases, filter, today]);
  return (
    <StatisticsPage
      statistics={statistics}
      from={filter.from}
      until={filter.until}
      today={today}
      onSpan={(from, until) => setFilter(setSpan(filter, from, until))}
      onPrint={() => print()}
    />
  );
}
