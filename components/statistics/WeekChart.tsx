import { countText, dateText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import type { CountedWeek } from '../../utils/casework/count-statistics.ts';
import './week-chart.css';

/** Weeks in view, the latest last. */
const SHOWN_WEEKS = 8;

/** Standing bars of the claims of each week, strong below, weak above, with their sum. */
export function WeekChart({ weeks, today }: { weeks: readonly CountedWeek[]; today: string }) {
  const shown = weeks.slice(-SHOWN_WEEKS);
  const most = Math.max(1, ...shown.map(({ strong, weak }) => strong + weak));
  return (
    <>
      <ul class="zj-weeks">
        {shown.map(({ from, strong, weak }) => (
          <li key={from}>
            <div class="zj-week-bar" role="img" aria-label={t('statistics_week', dateText(from, today), strong, weak)}>
              <span class="zj-week-sum">{countText(strong + weak)}</span>
              <span class="zj-bar-weak" style={{ height: `${(weak / most) * 80}%` }} />
              <span class="zj-bar-strong" style={{ height: `${(strong / most) * 80}%` }} />
            </div>
            <span class="zj-secondary">{dateText(from, today)}</span>
          </li>
        ))}
      </ul>
      <p class="zj-secondary">{t('statistics_weekHint')}</p>
    </>
  );
}
