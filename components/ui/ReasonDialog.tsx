import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/base/i18n.ts';
import { Button } from './Button.tsx';
import { Field } from './Field.tsx';
import './dialog.css';
import { TextArea } from './TextArea.tsx';

export interface ReasonDialogProps {
  title: string;
  /** What the act takes away. */
  children: ComponentChildren;
  act: string;
  onConfirm: (reason: string) => void;
  onCancel: () => void;
}

/** The one question before something goes for good. The reason stays in the log. */
export function ReasonDialog({ title, children, act, onConfirm, onCancel }: ReasonDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  const missing = reason.trim() === '';
  return (
    <dialog ref={dialog} class="zj-dialog" aria-labelledby="reason-title" onCancel={onCancel}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (!missing) onConfirm(reason.trim());
        }}
      >
        <h2 id="reason-title">{title}</h2>
        {children}
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
            {act}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
