import { dateTimeText } from '../../utils/base/figures.ts';
import { type MessageKey, t } from '../../utils/base/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { TableHead } from '../ui/TableHead.tsx';
import type { CaseClash } from './pool-view.ts';
import '../ui/framed-row.css';

/** The members of a case that officers know by a name of their own. */
const LABELS: Readonly<Record<string, MessageKey>> = {
  name: 'settings_caseName',
  number: 'settings_caseNumber',
  foundOn: 'settings_caseFoundOn',
  source: 'case_source',
  stage: 'case_stage',
  handler: 'case_handler',
  companion: 'case_companion',
  extendedOn: 'case_extendedOn',
  pauses: 'case_pauses',
  summary: 'pool_member_summary',
  platform: 'pool_member_platform',
  shop: 'pool_member_shop',
  outcome: 'pool_member_outcome',
  'party.name': 'settings_caseParty',
};

const labelOf = (member: string): string => {
  const key = LABELS[member];
  return key ? t(key) : member;
};

function textOf(value: unknown, member: string): string {
  const found = member
    .split('.')
    .reduce<unknown>((of, name) => (of as Record<string, unknown> | undefined)?.[name], value);
  if (found === undefined || found === '') return '—';
  return typeof found === 'string' ? found : JSON.stringify(found);
}

function OneClash({ clash, onSettle }: { clash: CaseClash; onSettle: (whose: 'mine' | 'theirs') => void }) {
  const { mine, theirs, members } = clash;
  const head = (by: CaseClash['mine']) => `${by.person || t('pool_nameless')} ${dateTimeText(by.at)}`;
  return (
    <article class="zj-framed zj-framed-row zj-pool-clash">
      <h3>
        <a href={`#/cases/${encodeURIComponent(clash.key)}`}>{clash.name || t('case_unnamed')}</a>
      </h3>
      <table>
        <TableHead
          columns={[t('pool_clashMember'), t('pool_clashMine', head(mine)), t('pool_clashTheirs', head(theirs))]}
        />
        <tbody>
          {members.map((member) => (
            <tr key={member}>
              <th scope="row">{labelOf(member)}</th>
              <td>{textOf(mine.value, member)}</td>
              <td>{textOf(theirs.value, member)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="zj-pool-acts">
        <Button onClick={() => onSettle('mine')}>{t('pool_keepMine')}</Button>
        <Button onClick={() => onSettle('theirs')}>{t('pool_takeTheirs')}</Button>
      </div>
    </article>
  );
}

/** Cases that two officers edited apart to something else; both edits are kept until an officer says which holds. */
export function ClashList({
  clashes,
  onSettle,
}: {
  clashes: readonly CaseClash[];
  onSettle: (key: string, whose: 'mine' | 'theirs') => void;
}) {
  return (
    <section class="zj-pool-part">
      <h2>{t('pool_clashes')}</h2>
      <p class="zj-secondary">{t('pool_clashesHint')}</p>
      {clashes.map((clash) => (
        <OneClash key={clash.key} clash={clash} onSettle={(whose) => onSettle(clash.key, whose)} />
      ))}
    </section>
  );
}
