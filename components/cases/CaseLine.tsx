import { t } from '../../utils/base/i18n.ts';
import { Icon } from '../ui/Icon.tsx';
import { Menu } from '../ui/Menu.tsx';
import './case-line.css';

export interface ChoosableCase {
  id: string;
  name: string;
  /** Host name of the shop or platform the case is about; empty when it is not known. */
  platform?: string;
}

export interface CaseLineProps {
  cases: readonly ChoosableCase[];
  /** The case that what is captured now is filed under; null: none. */
  caseId: string | null;
  /** Host name of the page in view, without `www.`; empty for a file. */
  host: string;
  onChoose: (caseId: string | null) => void;
  /** Opens a case for this page and chooses it. */
  onNew: () => void;
}

/** Under which case the next capture is filed, and a word when the page is of another site than the case. */
export function CaseLine({ cases, caseId, host, onChoose, onNew }: CaseLineProps) {
  const chosen = cases.find(({ id }) => id === caseId);
  const name = chosen?.name ?? t('noCase');
  const elsewhere = chosen?.platform && host && chosen.platform !== host ? chosen.platform : null;
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
    </div>
  );
}
