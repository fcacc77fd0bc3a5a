import { countText, dateTimeText } from '../../utils/base/figures.ts';
import { t } from '../../utils/base/i18n.ts';
import { TableHead } from '../ui/TableHead.tsx';
import type { PoolMember } from './pool-view.ts';

/** Every machine that writes the common log, and how far it is read here. */
export function MemberTable({ members }: { members: readonly PoolMember[] }) {
  if (members.length === 0) return null;
  return (
    <section class="zj-pool-part">
      <h2>{t('pool_members')}</h2>
      <table>
        <TableHead
          columns={[
            t('pool_memberHolder'),
            t('pool_memberItems'),
            t('pool_memberSegments'),
            t('pool_memberLast'),
            t('pool_memberHead'),
          ]}
        />
        <tbody>
          {members.map(({ holder, own, head, items }) => (
            <tr key={head.key}>
              <td>
                {holder}
                {!own && head.person && <span class="zj-secondary"> {head.person}</span>}
              </td>
              <td>{countText(items)}</td>
              <td>{countText(head.number)}</td>
              <td>{dateTimeText(head.at)}</td>
              <td class="zj-mono">{`${head.sha256.slice(0, 8)}…${head.sha256.slice(-8)}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
