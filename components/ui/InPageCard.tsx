import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CitedArticle } from '../../rules/legal-basis.ts';
import type { Rule } from '../../rules/rule.ts';
import { keyOf, type MessageKey, t } from '../../utils/base/i18n.ts';
import type { CardPlace } from '../../utils/page/card-position.ts';
import { markKind } from '../../utils/page/mark-styles.ts';
import type { Finding } from '../../utils/scan/finding.ts';
import type { PageTelling } from '../../utils/scan/page-telling.ts';
import { FindingSigns } from '../findings/FindingSigns.tsx';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import { Key } from './Key.tsx';
import { LevelMark } from './LevelMark.tsx';

export interface InPageCardProps {
  finding: Finding;
  /** Absent when the rule is no longer in a pack in force. */
  rule?: Pick<Rule, 'message' | 'exceptions' | 'source'> | undefined;
  /** Where the wording itself was published, when that is not the rule's own source. */
  phraseSource?: string | undefined;
  /** The articles that apply to conduct of today. */
  legalBasis: readonly CitedArticle[];
  /** What the page as a whole is taken for; absent until it was read. */
  page?: Pick<PageTelling, 'kind' | 'signs'> | undefined;
  /** Place among what the card steps through; absent when there is nothing to step to. */
  step?: { index: number; total: number } | undefined;
  /** Absent until the card has been measured. */
  place?: Pick<CardPlace, 'side' | 'pointer'> | undefined;
  /** A person marked it as a false positive on this page. */
  dismissed: boolean;
  /** Opened by key: the card takes the focus and keeps it. */
  focused: boolean;
  /** Why the capture that was asked for did not start. */
  failure?: string | undefined;
  onStep: (by: 1 | -1) => void;
  onCapture: () => void;
  onDismiss: (dismissed: boolean) => void;
  onOpenPanel: () => void;
  onClose: () => void;
}

const categoryKey = ({ category }: Finding) => `category_${category.replaceAll('-', '_')}` as MessageKey;

function headWord(finding: Finding): string {
  if (finding.disposition !== 'claim') return t(`disposition_${finding.disposition}`);
  return t(finding.level === 'strong' ? 'cardLevel_strong' : 'cardLevel_weak');
}

function Head({ finding, step, onStep, onClose }: Pick<InPageCardProps, 'finding' | 'step' | 'onStep' | 'onClose'>) {
  const kind = markKind(finding);
  return (
    <header class="zj-card-head">
      <LevelMark kind={kind} />
      <strong class={`zj-card-level zj-card-level-${kind}`}>{headWord(finding)}</strong>
      <span class="zj-card-category" title={t(categoryKey(finding))}>
        {t(categoryKey(finding))}
      </span>
      {step && step.total > 1 && (
        <span class="zj-card-steps">
          <span class="zj-card-count">{t('cardOf', step.index + 1, step.total)}</span>
          <IconButton icon="chevron-left" label={t('previousFinding')} onClick={() => onStep(-1)} />
          <IconButton icon="chevron-right" label={t('nextFinding')} onClick={() => onStep(1)} />
          <Key keys={['Alt', 'N']} />
        </span>
      )}
      <IconButton icon="close" label={t('close')} class="zj-card-close" onClick={onClose} />
    </header>
  );
}

/** One line a version of a law: its full name, the articles, and the version whose numbering they follow. */
function Articles({ legalBasis }: Pick<InPageCardProps, 'legalBasis'>) {
  if (legalBasis.length === 0) return <dd class="zj-card-quiet">{t('basisNone')}</dd>;
  const cited = new Map(legalBasis.map((article) => [`${article.law} ${article.version}`, article]));
  return (
    <>
      {[...cited].map(([key, { law, version }]) => {
        const articles = legalBasis.filter((one) => one.law === law && one.version === version);
        return (
          <dd key={key}>
            {law + articles.map(({ article }) => article).join('、')}
            <span class="zj-card-version">{version}</span>
          </dd>
        );
      })}
    </>
  );
}

/** Signs of the page that the card names: the panel lists them all. */
const PAGE_SIGNS = 3;

function pageWords({ kind, signs }: NonNullable<InPageCardProps['page']>): string {
  const words = signs.slice(0, PAGE_SIGNS).map((sign) => t('signWords', sign.name, sign.words));
  return [t(keyOf('pageKind', kind)), ...words].join(t('listSemicolon'));
}

/** Why a place on the page is marked: its rule, the articles, the known exceptions. A clue, not a verdict. */
export function InPageCard(props: InPageCardProps) {
  const { finding, rule, phraseSource, legalBasis, place, dismissed, focused, onCapture, onDismiss, onOpenPanel } =
    props;
  const dialog = useRef<HTMLElement>(null);
  // Before the next key press, which a later effect would miss.
  useLayoutEffect(() => {
    if (focused && place) dialog.current?.focus({ preventScroll: true });
  }, [focused, place !== undefined]);
  const source = phraseSource ?? rule?.source;
  return (
    <section
      ref={dialog}
      class={`zj-card ${place ? `zj-card-${place.side}` : 'zj-card-unplaced'}`}
      role="dialog"
      aria-label={t('suspectCard')}
      aria-modal={focused}
      tabIndex={-1}
      {...(place ? { style: `--zj-pointer: ${place.pointer}px` } : {})}
    >
      <Head {...props} />
      <div class="zj-card-body">
        <h2 class="zj-card-phrase">{finding.matchedText}</h2>
        <p class="zj-card-rule">
          <span>{t('cardRule')}</span>
          {`${finding.ruleName} · ${t(`channel_${finding.channel}`)}`}
        </p>
        <dl class="zj-card-facts">
          {finding.reason && (
            <>
              <dt>{t('cardReasonLabel')}</dt>
              <dd>{`“${finding.reason}”`}</dd>
            </>
          )}
          {rule && (
            <>
              <dt>{t('why')}</dt>
              <dd>{rule.message}</dd>
            </>
          )}
          <FindingSigns signs={finding.signs ?? []} />
          {props.page && (
            <>
              <dt>{t('cardPage')}</dt>
              <dd>{pageWords(props.page)}</dd>
            </>
          )}
          <dt>{t('basis')}</dt>
          <Articles legalBasis={legalBasis} />
          {source && <dd class="zj-card-quiet">{t(phraseSource ? 'phraseSource' : 'ruleSource', source)}</dd>}
          {rule ? (
            <>
              <dt>{t('exceptions')}</dt>
              <dd>{rule.exceptions}</dd>
            </>
          ) : (
            <dd class="zj-card-quiet">{t('explanationGone')}</dd>
          )}
        </dl>
      </div>
      <footer class="zj-card-foot">
        <div class="zj-card-acts">
          <Button variant="filled" icon="capture" keys={['Alt', 'Q']} onClick={onCapture}>
            {t('capture')}
          </Button>
          <Button
            icon={dismissed ? 'undo' : 'flag'}
            {...(focused ? { keys: ['M'] } : {})}
            onClick={() => onDismiss(!dismissed)}
          >
            {t(dismissed ? 'undo' : 'dismiss')}
          </Button>
          <IconButton icon="panel" label={t('openPanel')} class="zj-card-panel" onClick={onOpenPanel} />
        </div>
        {props.failure && (
          <p class="zj-card-failure" role="alert">
            {props.failure}
          </p>
        )}
        <p class="zj-card-closing">{t('cardClosing')}</p>
      </footer>
      <i class="zj-card-pointer" aria-hidden="true" />
    </section>
  );
}
