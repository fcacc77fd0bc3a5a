import { keyOf, t } from '../../utils/base/i18n.ts';
import { partyDifference } from '../../utils/party/party-difference.ts';
import type { PartyFact } from '../../utils/party/party-fact.ts';
import { Chip } from '../ui/Chip.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Menu } from '../ui/Menu.tsx';
import './case-line.css';

export interface ChoosableCase {
  id: string;
  name: string;
  /** Host name of the shop or platform the case is about; empty when it is not known. */
  platform?: string;
  /** The case's party, compared with the page's. */
  party?: { name: string; creditCode: string };
  shop?: string;
}

export interface CaseLineProps {
  cases: readonly ChoosableCase[];
  /** The case that what is captured now is filed under; null: none. */
  caseId: string | null;
  /** Host name of the page in view, without `www.`; empty for a file. */
  host: string;
  /** The page in view is the practice page: what is captured of it is filed under the practice case, and nothing else is. */
  practice?: boolean;
  /** Who stands behind the page in view, as far as it was read. */
  facts?: readonly PartyFact[];
  onChoose: (caseId: string | null) => void;
  /** Opens a case for this page and chooses it. */
  onNew: () => void;
}

/** Under which case the next capture is filed, and a word when the page is of another site or another party than the case. */
export function CaseLine({ cases, caseId, host, practice, facts = [], onChoose, onNew }: CaseLineProps) {
  if (practice)
    return (
      <div class="zj-case-line">
        <Icon name="folder" size={14} />
        <span>{t('fileUnder')}</span>
        <Chip tone="accent">{t('practice_case')}</Chip>
      </div>
    );
  const chosen = cases.find(({ id }) => id === caseId);
  const name = chosen?.name ?? t('noCase');
  const elsewhere = chosen?.platform && host && chosen.platform !== host ? chosen.platform : null;
  const other = chosen?.party && partyDifference({ party: chosen.party, shop: chosen.shop ?? '' }, facts);
  return (
    <div class="zj-case-line">
      <Icon name="folder" size={14} />
      <span>{t('fileUnder')}</span>
      <Menu
        label={t('chooseCase', name)}
        class="zj-case-line-choice"
        align="left"
        items={[
          { id: '+', label: t('case_new'), icon: 'add', onSelect: onNew },
          { id: '', label: t('noCase'), checked: !chosen, onSelect: () => onChoose(null) },
          ...cases.map(({ id, name: label }) => ({
            id,
            label: label || t('case_unnamed'),
            checked: id === caseId,
            onSelect: () => onChoose(id),
          })),
        ]}
      >
        <span class="zj-ellipsis">{name || t('case_unnamed')}</span>
        <Icon name="chevron-down" size={14} />
      </Menu>
      {elsewhere && (
        <p class="zj-case-line-warning" role="status">
          <Icon name="warning" size={12} />
          {t('case_otherSite', elsewhere, host)}
        </p>
      )}
      {other && (
        <p class="zj-case-line-warning" role="status">
          <Icon name="warning" size={12} />
          {t('case_otherParty', t(keyOf('partyFact', other.fact)), other.ofPage, other.ofCase)}
        </p>
      )}
    </div>
  );
}
