import { dateTimeText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { TableHead } from '../ui/TableHead.tsx';
import type { PoolFinding, PoolMember } from './pool-view.ts';

interface Props {
  findings: readonly PoolFinding[];
  members: readonly PoolMember[];
  onPutBack: () => void;
}

/** How many of the changes that were left out are named. */
const NAMED = 5;

/** What of a segment was left out, by name as far as it has one. */
function leftOutText(leftOut: NonNullable<PoolFinding['leftOut']>): string {
  const names = leftOut.slice(0, NAMED).map(({ change, of, key }) => t(`pool_leftOut_${of}`, change, key));
  return names.join('；') + (leftOut.length > NAMED ? t('pool_leftOutMore', leftOut.length) : '');
}

/** Files of the pool that are gone or are not what was put there, with who had them last. */
export function FindingTable({ findings, members, onPutBack }: Props) {
  const holderOf = ({ lastHad }: PoolFinding) => {
    if (!lastHad) return '—';
    const member = members.find(({ head }) => head.key === lastHad.key);
    const name = [member?.holder, lastHad.person].filter(Boolean).join(' ');
    return `${name || t('pool_nameless')}，${dateTimeText(lastHad.at)}`;
  };
  return (
    <section class="zj-pool-part">
      <h2>{t('pool_findings', findings.length)}</h2>
      <p class="zj-secondary">{t('pool_findingsHint')}</p>
      <table>
        <TableHead
          columns={[t('pool_findingWhat'), t('pool_findingItem'), t('pool_findingPlace'), t('pool_lastHad')]}
        />
        <tbody>
          {findings.map((finding) => (
            <tr key={`${finding.what} ${finding.place}`}>
              <td class="zj-pool-fault">{t(`pool_finding_${finding.what}`)}</td>
              <td>{finding.item ?? (finding.leftOut ? leftOutText(finding.leftOut) : t('pool_segment'))}</td>
              <td class="zj-mono zj-pool-place">{finding.place}</td>
              <td>{holderOf(finding)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {findings.some(({ what }) => what !== 'leftOut') && (
        <div class="zj-pool-acts">
          <Button icon="upload" onClick={onPutBack}>
            {t('pool_putBack')}
          </Button>
        </div>
      )}
    </section>
  );
}
