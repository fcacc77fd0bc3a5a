import type { ShownExplanation } from '../../rules/explanation.ts';
import { keyOf, t } from '../../utils/base/i18n.ts';
import { openProblems } from '../../utils/certificate/answered-doubts.ts';
import type { Certificate } from '../../utils/certificate/certificate.ts';
import { type Finding, isConcealed } from '../../utils/scan/finding.ts';
import { LegalBasis } from '../findings/LegalBasis.tsx';
import type { NumberedFinding } from '../library/place-boxes.ts';
import { Button } from '../ui/Button.tsx';
import { HighlightedSnippet } from '../ui/HighlightedSnippet.tsx';
import { Key } from '../ui/Key.tsx';
import './finding-side.css';

export interface FindingSideProps {
  findings: readonly NumberedFinding[];
  certificates: readonly Certificate[];
  dismissed: ReadonlySet<string>;
  chosen: string | null;
  explain: (finding: Finding) => ShownExplanation;
  onChoose: (findingId: string) => void;
  onDismiss: (findingId: string, dismissed: boolean) => void;
  onNote: () => void;
  onCertificates: () => void;
}

/** What stands at the right of a finding's row: its rule, or why it does not count. */
function remark({ finding, style }: NumberedFinding, dismissed: boolean): string {
  if (dismissed) return t('findingDismissed');
  return style === 'cited' && finding.disposition !== 'claim'
    ? t(`disposition_${finding.disposition}`)
    : finding.ruleName;
}

/** The numbered findings beside the picture; the chosen one opens with context, reasons and acts. */
export function FindingSide(props: FindingSideProps) {
  const { findings, certificates, dismissed, chosen, explain, onChoose, onDismiss, onNote, onCertificates } = props;
  return (
    <div class="zj-scroller">
      <header class="zj-line zj-side-head">
        <h2>{t('item_marks')}</h2>
        <span class="zj-secondary">{findings.length + certificates.length}</span>
        <Key keys={['J', 'K']} />
      </header>
      <ul>
        {findings.map((each) => {
          const { finding, number, style } = each;
          const open = finding.id === chosen;
          const off = dismissed.has(finding.id);
          return (
            <li key={finding.id} class="zj-side-finding" data-open={open} data-dismissed={off}>
              <button type="button" class="zj-side-row" aria-expanded={open} onClick={() => onChoose(finding.id)}>
                <span class={`zj-side-disc zj-side-disc-${style}`}>{number}</span>
                <span class="zj-ellipsis">
                  <HighlightedSnippet prefix="" match={finding.matchedText} suffix="" kind={style} />
                </span>
                <span class="zj-side-remark zj-ellipsis">{remark(each, off)}</span>
              </button>
              {open && (
                <div class="zj-stack zj-side-body">
                  <p class="zj-side-context">
                    {finding.prefix}
                    <b>{finding.matchedText}</b>
                    {finding.suffix}
                  </p>
                  <p class="zj-secondary">
                    {[
                      finding.ruleName,
                      t(`channel_${finding.channel}`),
                      ...(isConcealed(finding) ? [t('findingHidden')] : []),
                      ...(finding.gone ? [t('findingGone')] : []),
                      ...(finding.reason ? [t('dispositionReason', remark(each, false), finding.reason)] : []),
                    ].join(' · ')}
                  </p>
                  <LegalBasis explanation={explain(finding)} signs={finding.signs} />
                  <div class="zj-side-acts">
                    {finding.disposition === 'claim' && (
                      <Button size="small" icon={off ? 'undo' : 'flag'} onClick={() => onDismiss(finding.id, !off)}>
                        {t(off ? 'undo' : 'dismiss')}
                      </Button>
                    )}
                    <Button size="small" icon="edit" onClick={onNote}>
                      {t('item_addNote')}
                    </Button>
                  </div>
                </div>
              )}
            </li>
          );
        })}
        {certificates.map((certificate) => (
          <li key={certificate.id} class="zj-side-finding">
            <button type="button" class="zj-side-row" onClick={onCertificates}>
              <span class="zj-side-disc zj-side-disc-certificate">{t('item_certificateDisc')}</span>
              <b class="zj-ellipsis">{t(keyOf('certificateKind', certificate.kind))}</b>
              <span class="zj-side-remark">
                {[
                  ...(certificate.struckOff ? [t('struckOff')] : []),
                  ...(!certificate.struckOff && certificate.missing.length > 0
                    ? [t('missingCount', certificate.missing.length)]
                    : []),
                  ...(!certificate.struckOff && openProblems(certificate).length > 0
                    ? [t('doubtCount', openProblems(certificate).length)]
                    : []),
                ].join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {findings.length + certificates.length === 0 && <p class="zj-side-none">{t('item_noMarks')}</p>}
    </div>
  );
}
