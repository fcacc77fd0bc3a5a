import { countText, dateText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import type { CountedWeek, Statistics } from '../../utils/casework/count-statistics.ts';
import { facetValueName } from '../library/FilterColumn.tsx';
import { type Facet, type FacetValue, NO_FILTER, setSpan, toggleValue } from '../library/filter-items.ts';
import { FRESH_LIST, writeListState } from '../library/list-address.ts';
import { ITEM_STATUSES, statusLabel } from '../library/StatusChip.tsx';
import { Button } from '../ui/Button.tsx';
import { LevelMark } from '../ui/LevelMark.tsx';
import { Note } from '../ui/Note.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { BarList } from './BarList.tsx';
import { CampaignTable, type CampaignTableProps } from './CampaignTable.tsx';
import './statistics-page.css';
import { WeekChart } from './WeekChart.tsx';

export interface StatisticsPageProps {
  statistics: Statistics;
  /** How many items show each value of a group. */
  groups: Readonly<Record<ChartedGroup, readonly FacetValue[]>>;
  /** Items whose records cannot be shown: they are not counted. */
  unread: number;
  /** Span of days, ISO 8601; open ends are empty. */
  from: string;
  until: string;
  today: string;
  onSpan: (from: string, until: string) => void;
  onPrint: () => void;
  /** Saves the figures and the items of the span as a table (.xlsx). */
  onExport: () => void;
  entries: CampaignTableProps['entries'];
  onEntry: CampaignTableProps['onEntry'];
}

/** Groups of the list that have a chart of their own, beside rules, hosts, statuses and weeks. */
export const CHARTED_GROUPS = ['disposition', 'field', 'source'] as const satisfies readonly Facet[];
export type ChartedGroup = (typeof CHARTED_GROUPS)[number];

/** Bars of a list; the rest is in the table of the export. */
const SHOWN_BARS = 10;

type ListOf = (facet?: Facet, ...values: string[]) => string;

/** Addresses of the evidence list over a span of days, one group set to some values or none. */
const listIn =
  (from: string, until: string): ListOf =>
  (facet, ...values) => {
    const span = setSpan(NO_FILTER, from, until);
    const filter = values.reduce((set, value) => (facet ? toggleValue(set, facet, value) : set), span);
    return `#/items?${writeListState({ ...FRESH_LIST, filter })}`;
  };

/** A number, and the list of what it counts where there is one. */
function Figure({ label, value, hint, href }: { label: string; value: number; hint: string; href?: string }) {
  const Box = href ? 'a' : 'div';
  return (
    <Box class="zj-figure" {...(href ? { href } : {})}>
      <p class="zj-secondary">{label}</p>
      <p class="zj-figure-value">{countText(value)}</p>
      <p class="zj-secondary">{hint}</p>
    </Box>
  );
}

interface FiguresProps {
  statistics: Statistics;
  today: string;
  listOf: ListOf;
}

function Figures({ statistics, today, listOf }: FiguresProps) {
  const { items, withClaims, claims, transferred, near, passed, nextDeadline, intact } = statistics;
  const share = items > 0 ? Math.round((withClaims / items) * 1000) / 10 : 0;
  return (
    <section class="zj-framed zj-figures">
      <Figure
        label={t('statistics_items')}
        value={items}
        hint={t(intact ? 'statistics_intact' : 'statistics_damaged')}
        href={listOf()}
      />
      <Figure
        label={t('statistics_withClaims')}
        value={withClaims}
        hint={t('statistics_share', share)}
        href={listOf('found', 'strong', 'weak')}
      />
      <Figure
        label={t('statistics_claims')}
        value={claims}
        hint={t('statistics_claimsHint')}
        href={listOf('found', 'strong', 'weak')}
      />
      <Figure
        label={t('statistics_transferred')}
        value={transferred}
        hint={t('statistics_transferredHint')}
        href={listOf('status', 'transferred')}
      />
      <Figure
        label={t('statistics_near')}
        value={near}
        hint={nextDeadline ? t('statistics_next', dateText(nextDeadline, today)) : t('none')}
        href={listOf('due', 'near')}
      />
      <Figure
        label={t('statistics_passed')}
        value={passed}
        hint={t('statistics_passedHint')}
        href={listOf('due', 'passed')}
      />
    </section>
  );
}

/** How many items show each value of a group, under another chart. */
function GroupBars({ group, values, listOf }: { group: ChartedGroup; values: readonly FacetValue[]; listOf: ListOf }) {
  return (
    <>
      <h2 class="zj-chart-second">
        {t(`statistics_by_${group}`)} <span class="zj-secondary">{t('statistics_unitItems')}</span>
      </h2>
      {values.length === 0 && <p class="zj-secondary">{t('none')}</p>}
      <BarList
        bars={values.map(({ value, name, count }) => ({
          id: value,
          name: facetValueName(group, { value, name }),
          count,
          tone: 'accent',
          href: listOf(group, value),
        }))}
      />
    </>
  );
}

const COLUMNS = ['hosts', 'items', 'withClaims', 'strong', 'weak', 'missing', 'doubts', 'transferred'] as const;

/** The items that a number of a week's row counts, or counts the claims, fields or sites of. */
const LISTED: Readonly<Record<(typeof COLUMNS)[number], readonly [Facet?, ...string[]]>> = {
  hosts: [],
  items: [],
  withClaims: ['found', 'strong', 'weak'],
  strong: ['found', 'strong'],
  weak: ['found', 'weak'],
  missing: ['certificate', 'missing'],
  doubts: ['certificate', 'doubt'],
  transferred: ['status', 'transferred'],
};

function WeekTable({ weeks, today }: { weeks: readonly CountedWeek[]; today: string }) {
  return (
    <section class="zj-framed zj-chart zj-chart-wide">
      <h2>{t('statistics_table')}</h2>
      <table class="zj-statistics-table">
        <thead>
          <tr>
            <th>{t('statistics_period')}</th>
            {COLUMNS.map((column) => (
              <th key={column}>{t(`statistics_column_${column}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week.from}>
              <th>
                <a href={listIn(week.from, week.until)()}>
                  {t('statistics_span', dateText(week.from, today), dateText(week.until, today))}
                </a>
              </th>
              {COLUMNS.map((column) => (
                <td key={column}>
                  {week[column] === 0 ? (
                    countText(0)
                  ) : (
                    <a href={listIn(week.from, week.until)(...LISTED[column])}>{countText(week[column])}</a>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Everything that can be counted, and what a person types beside it. */
export function StatisticsPage(props: StatisticsPageProps) {
  const { statistics, groups, unread, from, until, today, onSpan, onPrint, onExport, entries, onEntry } = props;
  const { rules, hosts, statuses, weeks } = statistics;
  const listOf = listIn(from, until);
  return (
    <main class="zj-scroller zj-statistics">
      <header class="zj-page-head zj-statistics-head">
        <h1>{t('section_statistics')}</h1>
        <TextInput type="date" label={t('library_from')} value={from} onInput={(value) => onSpan(value, until)} />
        <span class="zj-secondary">{t('library_until')}</span>
        <TextInput type="date" label={t('library_until')} value={until} onInput={(value) => onSpan(from, value)} />
        <span class="zj-library-space" />
        <Button icon="print" onClick={onPrint}>
          {t('statistics_print')}
        </Button>
        <Button variant="filled" icon="download" disabled={statistics.items === 0} onClick={onExport}>
          {t('statistics_export')}
        </Button>
      </header>
      <div class="zj-statistics-page">
        {unread > 0 && (
          <Note icon="warning" tone="missing">
            {t('statistics_unreadable', unread)}
          </Note>
        )}
        <Figures statistics={statistics} today={today} listOf={listOf} />
        {statistics.items === 0 ? (
          <p class="zj-framed zj-chart zj-chart-wide zj-secondary">{t('statistics_empty')}</p>
        ) : (
          <>
            <section class="zj-framed zj-chart">
              <h2>
                {t('statistics_byRule')} <span class="zj-secondary">{t('statistics_unitItems')}</span>
                <span class="zj-chart-legend">
                  <LevelMark kind="strong" /> {t('level_strong')} <LevelMark kind="weak" /> {t('level_weak')}
                </span>
              </h2>
              <BarList
                bars={rules
                  .slice(0, SHOWN_BARS)
                  .map(({ id, name, level, count }) => ({ id, name, count, tone: level, href: listOf('rule', id) }))}
              />
              <GroupBars group="disposition" values={groups.disposition} listOf={listOf} />
            </section>
            <section class="zj-framed zj-chart">
              <h2>
                {t('statistics_byWeek')} <span class="zj-secondary">{t('statistics_unitClaims')}</span>
              </h2>
              <WeekChart
                weeks={weeks}
                today={today}
                listOf={(week) => listIn(week.from, week.until)('found', 'strong', 'weak')}
              />
              <GroupBars group="field" values={groups.field} listOf={listOf} />
            </section>
            <section class="zj-framed zj-chart">
              <h2>
                {t('statistics_byHost')} <span class="zj-secondary">{t('statistics_unitItems')}</span>
              </h2>
              <BarList
                bars={hosts.slice(0, SHOWN_BARS).map(({ host, count }) => ({
                  id: host,
                  name: host || t('library_localFile'),
                  count,
                  tone: 'accent',
                  href: listOf('host', host),
                }))}
              />
              <h2 class="zj-chart-second">
                {t('statistics_byStatus')} <span class="zj-secondary">{t('statistics_unitItems')}</span>
              </h2>
              <BarList
                bars={ITEM_STATUSES.map((status) => ({
                  id: status,
                  name: statusLabel(status),
                  count: statuses[status],
                  tone: 'accent',
                  href: listOf('status', status),
                }))}
              />
              <GroupBars group="source" values={groups.source} listOf={listOf} />
            </section>
            <WeekTable weeks={weeks} today={today} />
            <CampaignTable weeks={weeks} entries={entries} today={today} onEntry={onEntry} />
          </>
        )}
      </div>
    </main>
  );
}
