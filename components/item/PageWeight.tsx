import { t, tData } from '../../utils/base/i18n.ts';
import type { EvidenceRecord, PageSign } from '../../utils/evidence/record.ts';
import './page-weight.css';

/** Signs are data of the version that sealed: one that is not known here is called by its id. */
const nameOf = ({ id, name }: PageSign) => name ?? tData(`sign_${id.replaceAll('-', '_')}`);

function Part({ title, signs }: { title: string; signs: readonly PageSign[] }) {
  return (
    <section class="zj-page-weight">
      <h3>{title}</h3>
      <ul>
        {signs.map((sign) => (
          <li key={sign.id}>
            {nameOf(sign)}
            {sign.words.length > 0 && (
              <span class="zj-secondary">{sign.words.map((each) => `“${each}”`).join(t('listComma'))}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the page was taken for and how much its claims weighed when it was sealed, with the signs in the page's own words. */
export function PageWeight({
  pageKind,
  weight,
  pageSigns = [],
}: Pick<EvidenceRecord, 'pageKind' | 'weight' | 'pageSigns'>) {
  const ofKind = pageSigns.filter(({ name }) => name !== undefined);
  const ofWeight = pageSigns.filter(({ name }) => name === undefined);
  return (
    <>
      {pageKind && <Part title={tData(`pageKind_${pageKind.replaceAll('-', '_')}`)} signs={ofKind} />}
      {weight && weight !== 'none' && <Part title={t(`strength_${weight}`)} signs={ofWeight} />}
    </>
  );
}
