import { keyOf, t } from '../../utils/base/i18n.ts';
import type { Verdict } from '../../utils/scan/page-verdict.ts';
import { SignsFold, SignWords } from './SignsFold.tsx';

export interface VerdictSignsProps {
  verdict: Verdict;
  /** Scrolls the page to words that it shows. */
  onLocate: (words: string) => void;
}

/** How much the page's claims weigh, and on which of its own words that rests. */
export function VerdictSigns({ verdict, onLocate }: VerdictSignsProps) {
  if (verdict.strength === 'none') return null;
  const { strength, signs } = verdict;
  // The levels stand right above.
  const beside = signs.filter(({ sign }) => sign !== 'strong-claim').map(({ sign }) => t(keyOf('sign', sign)));
  return (
    <SignsFold
      lead={t(`strength_${strength}`)}
      summary={beside.join(t('listComma')) || t('signsNone')}
      remark={t('strengthMeans')}
    >
      {signs.map(({ sign, quotes }) => (
        <li key={sign}>
          <span>{t(keyOf('sign', sign))}</span>
          {quotes.map((words) => (
            <SignWords key={words} words={words} onLocate={onLocate} />
          ))}
          {sign === 'no-licence' && <span class="zj-secondary">{t('signNoLicenceMeans')}</span>}
        </li>
      ))}
    </SignsFold>
  );
}
