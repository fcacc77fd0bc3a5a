import { countText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import type { OfferedScroller } from '../../utils/reports/offered-scroller.ts';
import type { TabReport } from '../../utils/reports/tab-report.ts';
import type { Disclosure } from '../../utils/scan/licence-disclosure.ts';
import type { Verdict as Weighed } from '../../utils/scan/page-verdict.ts';
import { CaseLine, type CaseLineProps } from '../cases/CaseLine.tsx';
import type { Verdict } from '../popup/PageVerdict.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { LevelMark } from '../ui/LevelMark.tsx';
import { Menu } from '../ui/Menu.tsx';
import { Ring } from '../ui/Ring.tsx';
import { LicenceDisclosure } from './LicenceDisclosure.tsx';
import { PageKind } from './PageKind.tsx';
import type { PanelActions } from './panel-actions.ts';
import { scrollerItems } from './scroller-items.ts';
import { VerdictSigns } from './VerdictSigns.tsx';
import './verdict-bar.css';

export interface VerdictBarProps {
  verdict: Verdict;
  counts: { strong: number; weak: number; cited: number };
  /** Parts of the page that could not be read. */
  unread: number;
  /** How much the claims weigh together; absent until the page's text was read for it. */
  weighed?: Weighed | undefined;
  /** What the page as a whole is taken for; absent until it was read. */
  page?: TabReport['page'] | undefined;
  /** What the page shows of the permission that a seller of certification or testing must have; null where it is none. */
  disclosure?: Disclosure | null | undefined;
  onLocateWords: (words: string) => void;
  /** When the scan ended, as shown. */
  scannedAt: string;
  /** The page changed after the first scan and the list was brought up to date. */
  updated: boolean;
  /** What is listed was found by rules that are no longer in force. */
  rulesChanged: boolean;
  captureKeys: readonly string[];
  /** Under which case the capture is filed. */
  filing: CaseLineProps;
  /** Sealed captures of this address; null until the store has answered. */
  captures: number | null;
  /** Parts of the page that scroll by themselves; looked for when the menu opens. */
  scrollers: readonly OfferedScroller[];
  onLookForScrollers: () => void;
  onCapture: (mode: 'full' | 'view') => void;
  onCaptureScrollers: PanelActions['onCaptureScrollers'];
  onRescan: () => void;
}

/** How many places are suspect, and the one main act. */
export function VerdictBar(props: VerdictBarProps) {
  const { verdict, counts } = props;
  const total = counts.strong + counts.weak;
  return (
    <section class="zj-panel-verdict">
      <div class="zj-line zj-panel-verdict-line">
        <h2 aria-live="polite">
          {verdict === 'found' || (verdict === 'scanning' && total > 0)
            ? t('claimsCount', countText(total))
            : t(`verdict_${verdict}`)}
        </h2>
        <span class="zj-secondary zj-panel-when">
          {verdict === 'scanning' ? (
            <>
              <Ring size={14} />
              {total > 0 && t('scanning')}
            </>
          ) : (
            props.scannedAt && t(props.updated ? 'pageUpdated' : 'scannedAt', props.scannedAt)
          )}
        </span>
      </div>
      {total + counts.cited > 0 && (
        <p class="zj-panel-levels">
          {(['strong', 'weak', 'cited'] as const)
            .filter((kind) => counts[kind] > 0)
            .map((kind) => (
              <span key={kind}>
                <LevelMark kind={kind} />
                {t(`level_${kind}`)} {countText(counts[kind])}
              </span>
            ))}
        </p>
      )}
      {props.page && <PageKind page={props.page} onLocate={props.onLocateWords} />}
      {props.disclosure && <LicenceDisclosure disclosure={props.disclosure} onLocate={props.onLocateWords} />}
      {props.weighed && <VerdictSigns verdict={props.weighed} onLocate={props.onLocateWords} />}
      {(verdict === 'failed' || verdict === 'off' || verdict === 'unreadable') && (
        <p class="zj-secondary">{t(`verdictHint_${verdict}`)}</p>
      )}
      {props.unread > 0 && <p class="zj-secondary">{t('partsUnread', countText(props.unread))}</p>}
      {props.rulesChanged && <p class="zj-secondary">{t('rulesChanged')}</p>}
      {(verdict === 'failed' || props.rulesChanged) && (
        <Button size="small" icon="refresh" class="zj-panel-rescan" onClick={props.onRescan}>
          {t('rescan')}
        </Button>
      )}
      <CaseLine {...props.filing} />
      {props.captures !== null && props.captures > 0 && (
        <p class="zj-panel-captured">
          <Icon name="shield-check" size={14} />
          {t('pageCaptured', props.captures)}
        </p>
      )}
      <div class="zj-panel-capture">
        <Button
          variant="filled"
          size="main"
          wide
          icon="capture"
          keys={props.captureKeys}
          disabled={verdict === 'unreadable'}
          {...(verdict === 'unreadable' ? { title: t('hintUnreadable') } : {})}
          onClick={() => props.onCapture('full')}
        >
          {t('capture')}
        </Button>
        <Menu
          label={t('captureOptions')}
          class="zj-panel-capture-more"
          disabled={verdict === 'unreadable'}
          onOpen={props.onLookForScrollers}
          items={[
            { id: 'full', label: t('captureMode_full'), icon: 'document', onSelect: () => props.onCapture('full') },
            { id: 'view', label: t('captureMode_view'), icon: 'capture', onSelect: () => props.onCapture('view') },
            ...scrollerItems(props.scrollers, props.onCaptureScrollers),
          ]}
        >
          <Icon name="chevron-down" />
        </Menu>
      </div>
    </section>
  );
}
