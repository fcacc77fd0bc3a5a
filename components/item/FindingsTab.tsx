import type { ShownExplanation } from '../../rules/explanation.ts';
import { t } from '../../utils/base/i18n.ts';
import type { EvidenceItem } from '../../utils/evidence/record.ts';
import { type Finding, isConcealed } from '../../utils/scan/finding.ts';
import { PartyFacts } from '../cases/PartyFacts.tsx';
import { LegalBasis, type LegalBasisProps } from '../findings/LegalBasis.tsx';
import { numberFindings } from '../library/place-boxes.ts';
import { Button } from '../ui/Button.tsx';
import { HighlightedSnippet } from '../ui/HighlightedSnippet.tsx';
import { LevelMark } from '../ui/LevelMark.tsx';
import '../ui/table-head.css';
import { DutyCheck, type DutyCheckProps } from './DutyCheck.tsx';
import { PageWeight } from './PageWeight.tsx';
import './item-tables.css';
import { TableHead } from '../ui/TableHead.tsx';

export interface FindingsTabProps extends Pick<DutyCheckProps, 'addenda'> {
  item: EvidenceItem;
  onCheckDuties: DutyCheckProps['onCheck'];
  explain: (finding: Finding) => ShownExplanation;
  onDismiss: (findingId: string, dismissed: boolean) => void;
  /** Shows where it stands in the captured page. */
  onPicture: (findingId: string) => void;
}

/** What the page says of its party, as it was sealed. */
function Party({ facts }: { facts: EvidenceItem['record']['party'] }) {
  if (!facts?.length) return null;
  return (
    <section class="zj-page-weight">
      <h3>{t('party_title')}</h3>
      <PartyFacts facts={facts} />
    </section>
  );
}

/** The basis in one line, so that many findings stand in view; it opens. */
function FoldedBasis({ explanation, signs }: LegalBasisProps) {
  const [first, ...others] = explanation.legalBasis;
  const line = first ? `${first.law}${first.article}` : t('basisNone');
  return (
    <details>
      <summary class="zj-findings-basis">
        {others.length > 0 ? t('findings_basisMore', line, others.length) : line}
      </summary>
      <LegalBasis explanation={explanation} signs={signs} />
    </details>
  );
}

/** All findings in one table: words in their context, rule and basis, and what a person decided; above it what the page says of its party. */
export function FindingsTab({ item, explain, addenda, onDismiss, onPicture, onCheckDuties }: FindingsTabProps) {
  const findings = numberFindings(item.record.findings, true, item.dismissed);
  const duties = <DutyCheck key={item.id} item={item} addenda={addenda} onCheck={onCheckDuties} />;
  if (findings.length === 0)
    return (
      <div class="zj-tab-scroll">
        <h2 class="zj-unseen">{t('claims')}</h2>
        <PageWeight {...item.record} />
        <Party facts={item.record.party} />
        {duties}
        <p class="zj-tab-empty">{t('item_noMarks')}</p>
      </div>
    );
  return (
    <div class="zj-tab-scroll">
      <h2 class="zj-unseen">{t('claims')}</h2>
      <PageWeight {...item.record} />
      <Party facts={item.record.party} />
      {duties}
      <table class="zj-table">
        <TableHead
          columns={[t('findings_number'), t('findings_context'), t('library_rule'), t('basis'), t('findings_decision')]}
        />
        <tbody>
          {findings.map(({ finding, number, style }) => {
            const off = item.dismissed.includes(finding.id);
            return (
              <tr key={finding.id} data-dismissed={off}>
                <td class="zj-table-number">
                  <LevelMark kind={style} named /> {number}
                </td>
                <td class="zj-table-context">
                  <HighlightedSnippet
                    prefix={finding.prefix}
                    match={finding.matchedText}
                    suffix={finding.suffix}
                    kind={style}
                  />
                  {finding.phrase !== finding.matchedText && (
                    <p class="zj-secondary">{t('findings_phrase', finding.phrase)}</p>
                  )}
                </td>
                <td>
                  {finding.ruleName}
                  <p class="zj-secondary">
                    {t(`channel_${finding.channel}`)}
                    {isConcealed(finding) && ` · ${t('findingHidden')}`}
                    {finding.gone && ` · ${t('findingGone')}`}
                  </p>
                </td>
                <td>
                  <FoldedBasis explanation={explain(finding)} signs={finding.signs} />
                </td>
                <td class="zj-table-decision">
                  <p>
                    {off
                      ? t('findingDismissed')
                      : finding.disposition === 'claim'
                        ? t(`level_${finding.level}`)
                        : t(`disposition_${finding.disposition}`)}
                  </p>
                  {finding.reason && <p class="zj-secondary">“{finding.reason}”</p>}
                  <Button size="small" icon="picture" onClick={() => onPicture(finding.id)}>
                    {t('findings_picture')}
                  </Button>
                  {finding.disposition === 'claim' && (
                    <Button size="small" icon={off ? 'undo' : 'flag'} onClick={() => onDismiss(finding.id, !off)}>
                      {t(off ? 'undo' : 'dismiss')}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
