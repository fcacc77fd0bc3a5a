import { useState } from 'preact/hooks';
import { t } from '../../utils/base/i18n.ts';
import { caseLabel } from '../../utils/casework/item-summary.ts';
import type { Case } from '../../utils/evidence/case.ts';
import type { ItemStatus } from '../../utils/evidence/record.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/Menu.tsx';
import { ReasonDialog } from '../ui/ReasonDialog.tsx';
import { ITEM_STATUSES, statusLabel } from './StatusChip.tsx';

export interface BulkActsProps {
  /** Items chosen, damaged ones among them: filing and deleting is possible for these too. */
  count: number;
  cases: readonly Case[];
  /** What their claims were found by, each rule once with how many of them it stands in. */
  rules: readonly { id: string; name: string; items: number }[];
  /** Undefined takes them out of their cases. */
  onCase: (caseId: string | undefined) => void;
  /** Files them under a case that is made for them. */
  onNewCase: () => void;
  onStatus: (status: ItemStatus) => void;
  /** Marks what one rule found in them as false positive. */
  onDismiss: (ruleId: string) => void;
  onDelete: (reason: string) => void;
}

const TRIGGER = 'zj-button zj-button-outline zj-button-normal';

/** What can be done with many items at once, each with a line of its own in the log. */
export function BulkActs(props: BulkActsProps) {
  const { count, cases, rules, onCase, onNewCase, onStatus, onDismiss, onDelete } = props;
  const [deleting, setDeleting] = useState(false);
  return (
    <>
      <Menu
        label={t('fileUnder')}
        class={TRIGGER}
        up
        items={[
          { id: '+', label: t('case_new'), icon: 'add', onSelect: onNewCase },
          ...cases.map((each) => ({ id: each.id, label: caseLabel(each), onSelect: () => onCase(each.id) })),
          { id: '-', label: t('noCase'), onSelect: () => onCase(undefined) },
        ]}
      >
        <Icon name="library" />
        <span class="zj-button-label">{t('fileUnder')}</span>
      </Menu>
      <Menu
        label={t('library_status')}
        class={TRIGGER}
        up
        items={ITEM_STATUSES.map((status) => ({
          id: status,
          label: statusLabel(status),
          onSelect: () => onStatus(status),
        }))}
      >
        <Icon name="check" />
        <span class="zj-button-label">{t('library_status')}</span>
      </Menu>
      {rules.length > 0 && (
        <Menu
          label={t('bulk_dismiss')}
          class="zj-icon-button"
          up
          items={rules.map(({ id, name, items }) => ({
            id,
            label: name,
            note: t('bulk_dismissIn', items),
            onSelect: () => onDismiss(id),
          }))}
        >
          <Icon name="flag" />
        </Menu>
      )}
      <IconButton icon="trash" label={t('bulk_delete', count)} onClick={() => setDeleting(true)} />
      {deleting && (
        <ReasonDialog
          title={t('bulk_deleteTitle', count)}
          act={t('item_delete')}
          onConfirm={(reason) => {
            setDeleting(false);
            onDelete(reason);
          }}
          onCancel={() => setDeleting(false)}
        >
          <p>{t('bulk_deleteWhat')}</p>
        </ReasonDialog>
      )}
    </>
  );
}
