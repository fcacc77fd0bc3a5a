import { t } from '../../utils/base/i18n.ts';
import type { Certificate } from '../../utils/certificate/certificate.ts';
import { sourceOfFurther } from '../../utils/certificate/further-states.ts';
import './further-list.css';

/** What other rules want on the paper, each with whether it was read. Quiet: none of it counts as missing. */
export function FurtherList({ kind, further = [] }: Pick<Certificate, 'kind' | 'further'>) {
  if (further.length === 0) return null;
  const sources = [...new Set(further.map(({ item }) => sourceOfFurther(kind, item)).filter(Boolean))];
  return (
    <section class="zj-cert-further">
      <h4>{t('further')}</h4>
      <ul>
        {further.map(({ item, shown }) => (
          <li key={item}>
            {t(`field_${item}`)} <span class="zj-secondary">{t(shown ? 'further_shown' : 'further_absent')}</span>
          </li>
        ))}
      </ul>
      <p class="zj-secondary">{t('further_note', sources.join(t('listComma')))}</p>
    </section>
  );
}
