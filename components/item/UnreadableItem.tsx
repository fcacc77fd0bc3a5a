import { useState } from 'preact/hooks';
import { t } from '../../utils/base/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { DeleteDialog } from './DeleteDialog.tsx';

export interface UnreadableItemProps {
  itemId: string;
  /** What went wrong, for whoever is asked for help. */
  reason: string;
  onDelete: (reason: string) => void;
  onBack: () => void;
}

/** In place of an item whose record cannot be shown: which it is, and the ways out of it. */
export function UnreadableItem({ itemId, reason, onDelete, onBack }: UnreadableItemProps) {
  const [deleting, setDeleting] = useState(false);
  return (
    <main class="zj-item-unreadable">
      <EmptyState
        icon="warning"
        title={t('item_unreadable', itemId)}
        action={
          <>
            <Button onClick={onBack}>{t('item_backToList')}</Button>
            <Button icon="trash" onClick={() => setDeleting(true)}>
              {t('item_delete')}
            </Button>
          </>
        }
      >
        <p>{t('item_unreadableWhy')}</p>
        <p class="zj-mono">{reason}</p>
      </EmptyState>
      {deleting && (
        <DeleteDialog
          itemId={itemId}
          title={itemId}
          files={0}
          neverExported={false}
          onDelete={onDelete}
          onCancel={() => setDeleting(false)}
        />
      )}
    </main>
  );
}
