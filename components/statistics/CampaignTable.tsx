import { countText, dateText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import {
  type CampaignEntries,
  readFigure,
  sumFigures,
  TYPED_FIGURES,
  type TypedFigure,
} from '../../utils/documents/campaign-figures.ts';
import { DraftInput } from '../ui/DraftInput.tsx';
import './campaign-table.css';
import type { CountedWeek } from '../../utils/casework/count-statistics.ts';

export interface CampaignTableProps {
  weeks: readonly CountedWeek[];
  entries: CampaignEntries;
  /** ISO 8601 date, local. */
  today: string;
  /** Undefined takes a figure back. */
  onEntry: (week: string, figure: TypedFigure, value: number | undefined) => void;
}

const figureText = (figure: TypedFigure, value: number | undefined): string => {
  if (value === undefined) return '';
  return figure === 'fines' ? value.toFixed(2) : String(value);
};

/** The figures that a person types, a week a row; what is no number is not taken. */
export function CampaignTable({ weeks, entries, today, onEntry }: CampaignTableProps) {
  const sums = sumFigures(
    entries,
    weeks.map(({ from }) => from),
  );
  return (
    <section class="zj-framed zj-chart zj-chart-wide">
      <h2>
        {t('campaign_title')} <span class="zj-secondary">{t('campaign_hint')}</span>
      </h2>
      <table class="zj-statistics-table zj-campaign">
        <thead>
          <tr>
            <th>{t('statistics_period')}</th>
            {TYPED_FIGURES.map((figure) => (
              <th key={figure}>
                {t(`campaign_${figure}`)} <span class="zj-campaign-typed">{t('campaign_typed')}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ from, until }) => {
            const span = t('statistics_span', dateText(from, today), dateText(until, today));
            return (
              <tr key={from}>
                <th>{span}</th>
                {TYPED_FIGURES.map((figure) => (
                  <td key={figure}>
                    <DraftInput
                      label={`${span} ${t(`campaign_${figure}`)}`}
                      placeholder={t('campaign_open')}
                      value={figureText(figure, entries[from]?.[figure])}
                      onCommit={(text) => {
                        const value = readFigure(figure, text);
                        if (text === '' || value !== undefined) onEntry(from, figure, value);
                      }}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th>{t('campaign_sum')}</th>
            {TYPED_FIGURES.map((figure) => (
              <td key={figure}>
                {sums[figure] === undefined ? (
                  <span class="zj-secondary">{t('campaign_open')}</span>
                ) : figure === 'fines' ? (
                  figureText(figure, sums[figure])
                ) : (
                  countText(sums[figure])
                )}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
