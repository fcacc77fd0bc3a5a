import { countText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import { readAmount } from '../panel/read-amount.ts';
import { Icon } from '../ui/Icon.tsx';
import { LevelMark } from '../ui/LevelMark.tsx';
import { Ring } from '../ui/Ring.tsx';
import '../ui/round-sign.css';

/** Where the scan of a page stands, in the officer's terms. */
export type Verdict = 'found' | 'none' | 'unreadable' | 'off' | 'scanning' | 'failed';

export interface PageVerdictProps {
  verdict: Verdict;
  counts: { strong: number; weak: number };
  /** What was read. */
  characters: number;
  pictures: number;
}

const SIGN = { none: 'check', unreadable: 'ban', off: 'power', failed: 'warning' } as const;

/** The count of claims, or a quiet sign with what it means. */
export function PageVerdict({ verdict, counts, characters, pictures }: PageVerdictProps) {
  const total = counts.strong + counts.weak;
  if (verdict === 'found')
    return (
      <div class="zj-verdict" role="status">
        <span class={`zj-verdict-count ${counts.strong === 0 ? 'zj-verdict-weak' : ''}`}>{countText(total)}</span>
        <div>
          <p>
            <b>{t('claimsFound')}</b>
          </p>
          <p class="zj-verdict-levels">
            {counts.strong > 0 && (
              <span>
                <LevelMark kind="strong" />
                {t('level_strong')} {counts.strong}
              </span>
            )}
            {counts.weak > 0 && (
              <span>
                <LevelMark kind="weak" />
                {t('level_weak')} {counts.weak}
              </span>
            )}
          </p>
        </div>
      </div>
    );
  return (
    <div class="zj-verdict" role="status">
      <span class="zj-round-sign">
        {verdict === 'scanning' ? <Ring size={20} /> : <Icon name={SIGN[verdict]} size={20} />}
      </span>
      <div>
        <p>
          <b>{t(`verdict_${verdict}`)}</b>
        </p>
        <p class="zj-verdict-read">
          {verdict === 'none' ? readAmount(characters, pictures) : t(`verdictHint_${verdict}`)}
        </p>
      </div>
    </div>
  );
}
