import type { ChainVerdict } from '../../utils/evidence/custody-log.ts';
import type { CustodyLine, EvidenceItem } from '../../utils/evidence/record.ts';
import { t } from '../../utils/i18n.ts';
import { zonedTimeText } from '../figures.ts';
import { Icon } from '../Icon.tsx';
import { actLabel } from '../library/custody-act.ts';
import './custody-tab.css';
import './item-tables.css';

export interface CustodyTabProps {
  item: EvidenceItem;
  /** With the digest of each line, oldest first; null while they are read. */
  lines: readonly { line: CustodyLine; sha256: string }[] | null;
  chain: ChainVerdict | null;
}

/** A decision on a finding is kept by the finding's id; its words are shown. */
function detailText(line: CustodyLine, item: EvidenceItem): string {
  const finding = item.record.findings.find(({ id }) => id === line.detail);
  return (line.act === 'dismissed' || line.act === 'restored') && finding
    ? `“${finding.matchedText}” ${finding.ruleName}`
    : line.detail;
}

/** Every line of the log on this item, each with its digest and the one that it cites. */
export function CustodyTab({ item, lines, chain }: CustodyTabProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller without focusable parts must be reachable by keys
    <section class="zj-tab-scroll" tabIndex={0} aria-label={t('item_tab_custody')}>
      <p class="zj-custody-verdict" data-intact={chain?.intact ?? true} role="status">
        {chain && (
          <>
            <Icon name={chain.intact ? 'check-circle' : 'warning'} />
            {chain.intact ? t('log_intactLines', chain.lines) : t('log_brokenAt', chain.brokenAt ?? chain.lines + 1)}
          </>
        )}
      </p>
      <table class="zj-table">
        <thead>
          <tr>
            <th>{t('log_sequence')}</th>
            <th>{t('log_time')}</th>
            <th>{t('log_act')}</th>
            <th>{t('log_detail')}</th>
            <th>{t('log_person')}</th>
            <th>{t('log_digest')}</th>
            <th>{t('log_previous')}</th>
          </tr>
        </thead>
        <tbody>
          {(lines ?? []).map(({ line, sha256 }) => (
            <tr key={line.sequence}>
              <td class="zj-table-figure">{line.sequence}</td>
              <td class="zj-table-time">
                <time dateTime={line.at}>{zonedTimeText(line.at)}</time>
              </td>
              <td class="zj-table-time">{actLabel(line.act)}</td>
              <td class="zj-custody-detail">{detailText(line, item)}</td>
              <td class="zj-table-time">{line.person}</td>
              <td class="zj-table-digest zj-mono">{sha256}</td>
              <td class="zj-table-digest zj-mono">{line.previous}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
