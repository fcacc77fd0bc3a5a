import { useEffect, useRef } from 'preact/hooks';
import type { ShownExplanation } from '../../rules/explanation.ts';
import { t } from '../../utils/base/i18n.ts';
import type { FramedFinding } from '../../utils/reports/tab-report.ts';
import { isConcealed } from '../../utils/scan/finding.ts';
import { Button } from '../ui/Button.tsx';
import { HighlightedSnippet } from '../ui/HighlightedSnippet.tsx';
import { LevelMark } from '../ui/LevelMark.tsx';
import { PictureBoxes } from '../ui/PictureBoxes.tsx';
import { wholePicture } from '../ui/shown-picture.ts';
import { LegalBasis } from './LegalBasis.tsx';
import type { ShownWords } from './shown-words.ts';
import { markOf } from './sort-findings.ts';
import './finding-row.css';

export interface FindingRowProps {
  finding: FramedFinding;
  words: ShownWords;
  current: boolean;
  /** The row was made current by a key: it takes the focus. */
  focused: boolean;
  basisOpen: boolean;
  explanation: ShownExplanation;
  onSelect: () => void;
  onLocate: () => void;
  onToggleBasis: () => void;
  onDismiss: (dismissed: boolean) => void;
}

/** One finding: mark, its words, rule and channel; the current one with its three acts. */
export function FindingRow(props: FindingRowProps) {
  const { finding, current, focused, basisOpen } = props;
  const main = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!focused) return;
    main.current?.focus({ preventScroll: true });
    main.current?.closest('li')?.scrollIntoView({ block: 'nearest' });
  }, [focused]);

  return (
    <li class={`zj-finding ${current ? 'zj-finding-current' : ''} ${finding.dismissed ? 'zj-finding-dismissed' : ''}`}>
      <button
        ref={main}
        type="button"
        class="zj-finding-main"
        {...(current ? { 'aria-current': 'true' as const } : {})}
        onClick={() => {
          props.onSelect();
          props.onLocate();
        }}
      >
        <LevelMark kind={markOf(finding)} named />
        <span class="zj-finding-words">
          <span class="zj-finding-snippet">
            <HighlightedSnippet
              prefix={props.words.prefix}
              match={finding.matchedText}
              suffix={props.words.suffix}
              kind={markOf(finding)}
            />
          </span>
          <span class="zj-finding-facts">
            <span class="zj-finding-rule">{finding.ruleName}</span>
            <span>{t(`channel_${finding.channel}`)}</span>
            {finding.disposition !== 'claim' && (
              <span>
                {finding.reason
                  ? t('dispositionReason', t(`disposition_${finding.disposition}`), finding.reason)
                  : t(`disposition_${finding.disposition}`)}
              </span>
            )}
            {isConcealed(finding) && <span>{t('findingHidden')}</span>}
            {finding.gone && <span>{t('findingGone')}</span>}
            {finding.dismissed && <span>{t('findingDismissed')}</span>}
          </span>
        </span>
      </button>
      {current && finding.picture && (
        <div class="zj-finding-picture">
          <PictureBoxes
            picture={wholePicture(finding.picture.url, finding.picture)}
            alt={t('findingPicture')}
            marks={[{ id: finding.id, box: finding.picture.box, tone: markOf(finding) }]}
            chosen={finding.id}
          />
        </div>
      )}
      {finding.dismissed ? (
        <div class="zj-acts zj-finding-acts">
          <Button variant="plain" size="small" icon="undo" onClick={() => props.onDismiss(false)}>
            {t('undo')}
          </Button>
        </div>
      ) : (
        current && (
          <div class="zj-acts zj-finding-acts">
            <Button variant="plain" size="small" icon="locate" disabled={finding.gone} onClick={props.onLocate}>
              {t('locate')}
            </Button>
            <Button variant="plain" size="small" icon="book" expanded={basisOpen} onClick={props.onToggleBasis}>
              {t('basis')}
            </Button>
            {finding.disposition === 'claim' && (
              <Button variant="plain" size="small" icon="flag" onClick={() => props.onDismiss(true)}>
                {t('dismiss')}
              </Button>
            )}
          </div>
        )
      )}
      {current && basisOpen && (
        <div class="zj-finding-basis">
          <LegalBasis explanation={props.explanation} signs={finding.signs} />
        </div>
      )}
    </li>
  );
}
