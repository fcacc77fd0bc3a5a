import { countText } from '../../utils/base/figures.ts';
import { keyOf, t } from '../../utils/base/i18n.ts';
import type { Verdict as Weighed } from '../../utils/scan/page-verdict.ts';
import { CaseLine, type CaseLineProps } from '../cases/CaseLine.tsx';
import { DeskLine, type DeskLineProps } from '../desk/DeskLine.tsx';
import { OpenPdf } from '../pdf/OpenPdf.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Key } from '../ui/Key.tsx';
import { Logo } from '../ui/Logo.tsx';
import { Switch } from '../ui/Switch.tsx';
import { LatestCapture, type LatestCaptureProps } from './LatestCapture.tsx';
import { PageVerdict, type PageVerdictProps } from './PageVerdict.tsx';
import './popup-view.css';

export interface PopupViewProps extends PageVerdictProps {
  /** Host of the page, null where scanning does not apply. */
  host: string | null;
  /** Sealed items in the library. */
  itemCount: number | null;
  /** Who is at the desk; absent until the settings are read. */
  desk?: DeskLineProps | undefined;
  /** Under which case the capture is filed; absent where nothing can be captured. */
  filing?: CaseLineProps | undefined;
  captureKeys: readonly string[];
  panelKeys: readonly string[];
  certificates: { count: number; missing: number; problems: number };
  /** How much the claims weigh together; absent until the page's text was read for it. */
  weighed?: Weighed | undefined;
  /** A capture of this tab is already under way. */
  capturing: boolean;
  /** The newest capture of the page; absent when there is none. */
  latest?: LatestCaptureProps | undefined;
  /** Opens the tab's PDF in the viewer; absent where there is none. */
  onOpenPdf?: (() => void) | undefined;
  /** Why the last act did not work. */
  failure?: string | undefined;
  onCapture: () => void;
  onToggleSite: (scanned: boolean) => void;
  onOpenPanel: () => void;
  onOpenLibrary: () => void;
  onOpenSettings: () => void;
}

const HINT = {
  found: null,
  none: 'hintNone',
  unreadable: 'hintUnreadable',
  off: 'hintOff',
  scanning: null,
  failed: null,
} as const;

/** What the toolbar button opens: the verdict, 取证, the switch for this site, and the ways to panel and library. */
export function PopupView(props: PopupViewProps) {
  const { verdict, host, certificates } = props;
  const hint = HINT[verdict];
  // One main act: once sealed it is opening the evidence.
  const isSealed = props.latest?.job.state === 'sealed';
  return (
    <main class="zj-popup">
      <header class="zj-line zj-popup-head">
        <Logo />
        <h1>{t('extensionName')}</h1>
        <IconButton icon="sliders" label={t('settings')} onClick={props.onOpenSettings} />
      </header>
      {props.desk && (
        <div class="zj-popup-desk">
          <DeskLine {...props.desk} />
        </div>
      )}
      <section class="zj-popup-body">
        <PageVerdict verdict={verdict} counts={props.counts} characters={props.characters} pictures={props.pictures} />
        {props.onOpenPdf && <OpenPdf onOpen={props.onOpenPdf} />}
        {props.filing && <CaseLine {...props.filing} />}
        <Button
          variant={(verdict === 'found' || verdict === 'scanning') && !isSealed ? 'filled' : 'outline'}
          size="main"
          wide
          icon="capture"
          keys={props.captureKeys}
          disabled={verdict === 'unreadable' || props.onOpenPdf !== undefined}
          busy={props.capturing}
          {...(verdict === 'unreadable' ? { title: t('hintUnreadable') } : {})}
          onClick={props.onCapture}
        >
          {t(props.capturing ? 'capturing' : verdict === 'none' ? 'captureAnyway' : 'capture')}
        </Button>
        {props.latest && <LatestCapture {...props.latest} />}
        {props.failure && (
          <p class="zj-line zj-popup-failure" role="alert">
            <Icon name="warning" size={14} />
            {props.failure}
          </p>
        )}
        {certificates.count > 0 && (
          <p class="zj-line zj-popup-certificates">
            <Icon name="certificate" />
            {t('certificatesFound', certificates.count)}
            {certificates.missing > 0 && (
              <span class="zj-popup-missing">{t('missingCount', certificates.missing)}</span>
            )}
            {certificates.problems > 0 && <span class="zj-popup-doubt">{t('doubtCount', certificates.problems)}</span>}
          </p>
        )}
        {props.weighed && props.weighed.strength !== 'none' && (
          <p class="zj-popup-weighed" title={t('strengthMeans')}>
            <b>{t(`strength_${props.weighed.strength}`)}</b>
            <span>{props.weighed.signs.map(({ sign }) => t(keyOf('sign', sign))).join(t('listComma'))}</span>
          </p>
        )}
        {hint && <p class="zj-secondary">{t(hint)}</p>}
      </section>
      <div class="zj-popup-row">
        <Icon name="globe" />
        <div class="zj-popup-site">
          <p class={host === null ? 'zj-popup-idle' : ''}>{t('scanThisSite')}</p>
          {host !== null && (
            <p class="zj-secondary zj-ellipsis" title={host}>
              {host}
            </p>
          )}
        </div>
        {host === null ? (
          <span class="zj-secondary">{t('notApplicable')}</span>
        ) : (
          <Switch label={t('scanThisSite')} checked={verdict !== 'off'} onChange={props.onToggleSite} />
        )}
      </div>
      <button
        type="button"
        class="zj-popup-row"
        disabled={props.capturing}
        {...(props.capturing ? { title: t('panelAfterCapture') } : {})}
        onClick={props.onOpenPanel}
      >
        <Icon name="panel" />
        <span>{t('openPanel')}</span>
        <span class="zj-popup-end">
          <Key keys={props.panelKeys} />
        </span>
      </button>
      <button type="button" class="zj-popup-row" onClick={props.onOpenLibrary}>
        <Icon name="library" />
        <span>{t('library')}</span>
        {props.itemCount !== null && (
          <span class="zj-popup-end zj-secondary">{t('itemCount', countText(props.itemCount))}</span>
        )}
        <Icon name="chevron-right" />
      </button>
    </main>
  );
}
