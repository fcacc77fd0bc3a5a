import { keyOf, t } from '../../utils/base/i18n.ts';
import type { TabReport } from '../../utils/reports/tab-report.ts';
import { SignsFold, SignWords } from './SignsFold.tsx';

export interface PageKindProps {
  page: NonNullable<TabReport['page']>;
  /** Scrolls the page to words that it shows. */
  onLocate: (words: string) => void;
}

/** What the page as a whole is taken for, and by which of its own words. */
export function PageKind({ page: { kind, signs }, onLocate }: PageKindProps) {
  return (
    <SignsFold
      lead={t(keyOf('pageKind', kind))}
      summary={signs.map(({ name }) => name).join(t('listComma'))}
      remark={t('pageKindMeans')}
    >
      {signs.map(({ id, name, words }) => (
        <li key={id}>
          <span>{name}</span>
          {words.split('、').map((word) => (
            <SignWords key={word} words={word} onLocate={onLocate} />
          ))}
        </li>
      ))}
    </SignsFold>
  );
}
