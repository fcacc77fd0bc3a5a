import { useState } from 'preact/hooks';
import { keyOf, t } from '../../utils/base/i18n.ts';
import type { Verdict, VerdictSign } from '../../utils/scan/verdict.ts';
import { Icon } from '../ui/Icon.tsx';
import './verdict-signs.css';

export interface VerdictSignsProps {
  verdict: Verdict;
  /** Scrolls the page to words that it shows. */
  onLocate: (words: string) => void;
}

function Sign({ sign, quotes, onLocate }: VerdictSign & Pick<VerdictSignsProps, 'onLocate'>) {
  return (
    <li>
      <span>{t(keyOf('sign', sign))}</span>
      {quotes.map((words) => (
        <button
          key={words}
          type="button"
          class="zj-signs-words"
          title={t('locateWords', words)}
          onClick={() => onLocate(words)}
        >
          {`“${words}”`}
        </button>
      ))}
      {sign === 'no-licence' && <span class="zj-secondary">{t('signNoLicenceMeans')}</span>}
    </li>
  );
}

/** How much the page's claims weigh, and on which of its own words that rests: one line, unfolded on demand. */
export function VerdictSigns({ verdict, onLocate }: VerdictSignsProps) {
  const [open, setOpen] = useState(false);
  if (verdict.strength === 'none') return null;
  const { strength, signs } = verdict;
  // The levels stand right above.
  const beside = signs.filter(({ sign }) => sign !== 'strong-claim').map(({ sign }) => t(keyOf('sign', sign)));
  return (
    <div class="zj-signs">
      <button type="button" class="zj-signs-line" aria-expanded={open} onClick={() => setOpen(!open)}>
        <b>{t(`strength_${strength}`)}</b>
        <span class="zj-ellipsis">{!open && (beside.join(t('listComma')) || t('signsNone'))}</span>
        <Icon name={open ? 'chevron-up' : 'chevron-down'} size={14} />
      </button>
      {open && (
        <>
          <ul aria-label={t(`strength_${strength}`)}>
            {signs.map((each) => (
              <Sign key={each.sign} {...each} onLocate={onLocate} />
            ))}
          </ul>
          <p class="zj-secondary">{t('strengthMeans')}</p>
        </>
      )}
    </div>
  );
}
