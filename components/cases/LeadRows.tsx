import { t } from '../../utils/base/i18n.ts';
import type { LeadRow } from '../../utils/evidence/case.ts';
import './lead-rows.css';

/** Only what the browser opens as a page becomes a link. */
const isPage = (cell: string) => /^https?:\/\/\S{1,4000}$/i.test(cell);

/** Rows of other systems' lists that a case came from, as they came. */
export function LeadRows({ leads }: { leads: readonly LeadRow[] }) {
  if (leads.length === 0) return null;
  return (
    <section class="zj-lead-rows">
      <h2>{t('lead_rows')}</h2>
      {leads.map(({ list, fileName, row, heads, cells }) => (
        <div key={`${list} ${row}`}>
          <p class="zj-secondary">{t('lead_rowOf', fileName, row)}</p>
          <dl>
            {cells.map((cell, index) =>
              cell.trim() === '' ? null : (
                <div key={index}>
                  <dt class="zj-secondary">{heads[index]}</dt>
                  <dd>
                    {isPage(cell) ? (
                      <a href={cell} target="_blank" rel="noreferrer noopener">
                        {cell}
                      </a>
                    ) : (
                      cell
                    )}
                  </dd>
                </div>
              ),
            )}
          </dl>
        </div>
      ))}
    </section>
  );
}
