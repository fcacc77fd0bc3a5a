import { useMemo } from 'preact/hooks';
import { facetValues, filterItems, NO_FILTER, setSpan } from '../../../components/library/filter-items.ts';
import { FRESH_LIST, readListState, writeListState } from '../../../components/library/list-address.ts';
import { CHARTED_GROUPS, type ChartedGroup, StatisticsPage } from '../../../components/statistics/StatisticsPage.tsx';
import { saveBlob } from '../../../utils/casework/bundle-file.ts';
import { countStatistics } from '../../../utils/casework/count-statistics.ts';
import type { ItemSummary } from '../../../utils/casework/item-summary.ts';
import { paperItems } from '../../../utils/casework/paper-sources.ts';
import { sumFigures } from '../../../utils/documents/campaign-figures.ts';
import type { Case } from '../../../utils/evidence/case.ts';
import type { EvidenceItem } from '../../../utils/evidence/record.ts';
import { replaceSearch } from '../use-route.ts';
import { useCampaignEntries } from './use-campaign-entries.ts';

export interface StatisticsRouteProps {
  /** The span of days as the address holds it. */
  search: string;
  items: readonly EvidenceItem[];
  /** The items as they stand, corrections and strike-offs counted in. */
  all: readonly ItemSummary[];
  cases: readonly Case[];
  today: string;
}

/** Counts the items of a span of days, beside the figures that the office types. */
export function StatisticsRoute({ search, items, all, cases, today }: StatisticsRouteProps) {
  const filter = useMemo(() => readListState(search).filter, [search]);
  const [entries, setEntry] = useCampaignEntries();
  const { rows, unread } = useMemo(() => {
    const real = all.filter(({ practice }) => !practice);
    const readable = real.filter(({ unreadable }) => !unreadable);
    return { unread: real.length - readable.length, rows: filterItems(readable, filter) };
  }, [all, filter]);
  const statistics = useMemo(() => countStatistics(rows), [rows]);
  const groups = useMemo(
    () =>
      Object.fromEntries(CHARTED_GROUPS.map((group) => [group, facetValues(rows, NO_FILTER, group)])) as Record<
        ChartedGroup,
        ReturnType<typeof facetValues>
      >,
    [rows],
  );
  const exportTable = async () => {
    const { summaryTable } = await import('../../../utils/documents/summary-table.ts');
    const shown = new Set(rows.map(({ id }) => id));
    const chosen = await paperItems(
      items.filter(({ id }) => shown.has(id)),
      false,
    );
    const typed = sumFigures(
      entries,
      statistics.weeks.map(({ from }) => from),
    );
    const inSpan = new Set(chosen.map(({ caseId }) => caseId));
    saveBlob(
      await summaryTable(
        chosen,
        cases.filter(({ id }) => inSpan.has(id)),
        typed,
      ),
      `summary-${today}.xlsx`,
    );
  };
  return (
    <StatisticsPage
      statistics={statistics}
      groups={groups}
      unread={unread}
      from={filter.from}
      until={filter.until}
      today={today}
      onSpan={(from, until) =>
        replaceSearch(writeListState({ ...FRESH_LIST, filter: setSpan(NO_FILTER, from, until) }))
      }
      onPrint={() => print()}
      onExport={() => void exportTable().catch(reportError)}
      entries={entries}
      onEntry={setEntry}
    />
  );
}
