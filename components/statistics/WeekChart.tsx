import { countText, dateText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import type { CountedWeek } from '../../utils/casework/count-statistics.ts';
import './week-chart.css';

/** Weeks in view, the latest last. */
const SHOWN_WEEKS = 8;

export interface WeekChartProps {
  weeks: readonly CountedWeek[];
  today: string;
  /** The list of a week's items with claims. */
  listOf: (week: CountedWeek) => string;
}

/** Standing bars of the claims of each week, strong below, weak above, with their sum. */
export function WeekChart({ weeks, today, listOf }: WeekChartProps) {
  const shown = weeks.slice(-SHOWN_WEEKS);
  const most = Math.max(1, ...shown.map(({ strong, weak }) => strong + weak));
  return (
    <>
      <ul class="zj-weeks">
        {shown.map((week) => {
          const { from, strong, weak } = week;
          return (
            <li key={from}>
              <a class="zj-week-bar" href={listOf(week)}>
                <span class="zj-unseen">{t('statistics_week', dateText(from, today), strong, weak)}</span>
                <span class="zj-week-sum">{countText(strong + weak)}</span>
                <span class="zj-bar-weak" style={{ height: `${(weak / most) * 80}%` }} />
                <span class="zj-bar-strong" style={{ height: `${(strong / most) * 80}%` }} />
              </a>
              <span class="zj-secondary">{dateText(from, today)}</span>
            </li>
          );
        })}
      </ul>
      <p class="zj-secondary">{t('statistics_weekHint')}</p>
    </>
  );
}
