import { t, tData } from '../../utils/base/i18n.ts';
import type { EvidenceRecord } from '../../utils/evidence/record.ts';
import './page-weight.css';

/** How much the page's claims weighed together when it was sealed, with the signs for it in the page's own words. */
export function PageWeight({ weight, pageSigns = [] }: Pick<EvidenceRecord, 'weight' | 'pageSigns'>) {
  if (!weight || weight === 'none') return null;
  return (
    <section class="zj-page-weight">
      <h3>{t(`strength_${weight}`)}</h3>
      <ul>
        {pageSigns.map(({ id, words }) => (
          <li key={id}>
            {/* Signs are data of the version that sealed: one that is not known here is called by its id. */}
            {tData(`sign_${id.replaceAll('-', '_')}`)}
            {words.length > 0 && (
              <span class="zj-secondary">{words.map((each) => `“${each}”`).join(t('listComma'))}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
