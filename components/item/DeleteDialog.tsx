import { t } from '../../utils/base/i18n.ts';
import { ReasonDialog } from '../ui/ReasonDialog.tsx';

export interface DeleteDialogProps {
  itemId: string;
  title: string;
  files: number;
  /** Never left the house in a bundle. */
  neverExported: boolean;
  onDelete: (reason: string) => void;
  onCancel: () => void;
}

/** The question before an item goes, whole. */
export function DeleteDialog({ itemId, title, files, neverExported, onDelete, onCancel }: DeleteDialogProps) {
  return (
    <ReasonDialog title={t('delete_title', itemId)} act={t('item_delete')} onConfirm={onDelete} onCancel={onCancel}>
      <p>{t('delete_what', title, files)}</p>
      {neverExported && <p class="zj-dialog-warning">{t('delete_neverExported')}</p>}
    </ReasonDialog>
  );
}
