import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/i18n.ts';
import { Button } from '../Button.tsx';
import { Field } from '../Field.tsx';
import { TextArea } from '../TextArea.tsx';
import './delete-dialog.css';

export interface DeleteDialogProps {
  itemId: string;
  title: string;
  files: number;
  /** Never left the house in a bundle. */
  neverExported: boolean;
  onDelete: (reason: string) => void;
  onCancel: () => void;
}

/** The one question before an item goes, whole. The reason stays in the log. */
export function DeleteDialog({ itemId, title, files, neverExported, onDelete, onCancel }: DeleteDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  const missing = reason.trim() === '';
  return (
    <dialog ref={dialog} class="zj-dialog" aria-labelledby="delete-title" onCancel={onCancel}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (!missing) onDelete(reason.trim());
        }}
      >
        <h2 id="delete-title">{t('delete_title', itemId)}</h2>
        <p>{t('delete_what', title, files)}</p>
        {neverExported && <p class="zj-dialog-warning">{t('delete_neverExported')}</p>}
        <Field
          label={t('delete_reason')}
          hint={t('delete_reasonHint')}
          error={asked && missing ? t('delete_reasonMissing') : undefined}
        >
          {(control) => <TextArea {...control} rows={3} value={reason} onInput={setReason} />}
        </Field>
        <div class="zj-dialog-acts">
          <Button variant="plain" onClick={onCancel}>
            {t('cancel')}
          </Button>
          <Button type="submit" icon="trash">
            {t('item_delete')}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
