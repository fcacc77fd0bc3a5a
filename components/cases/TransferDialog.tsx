import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/base/i18n.ts';
import { Button } from '../ui/Button.tsx';
import '../ui/dialog.css';
import { Field } from '../ui/Field.tsx';
import { TextInput } from '../ui/TextInput.tsx';

/** To whom, when, under which letter. */
export interface TransferOrder {
  to: string;
  on: string;
  letterNumber: string;
  receivedBy: string;
}

export interface TransferDialogProps {
  start: TransferOrder;
  items: number;
  onConfirm: (order: TransferOrder) => void;
  onCancel: () => void;
}

/** What the letter needs, asked once before everything is exported. */
export function TransferDialog({ start, items, onConfirm, onCancel }: TransferDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [order, setOrder] = useState(start);
  const [asked, setAsked] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  const set = (field: keyof TransferOrder) => (value: string) => setOrder({ ...order, [field]: value });
  const missing = order.to.trim() === '';
  return (
    <dialog ref={dialog} class="zj-dialog" aria-labelledby="transfer-title" onCancel={onCancel}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (!missing && order.on) onConfirm(order);
        }}
      >
        <h2 id="transfer-title">{t('case_transfer')}</h2>
        <p>{t('case_transferWhat', items)}</p>
        <Field label={t('case_transfer_to')} error={asked && missing ? t('case_transferToMissing') : undefined}>
          {(control) => <TextInput {...control} value={order.to} onInput={set('to')} />}
        </Field>
        <Field label={t('case_transfer_on')}>
          {(control) => <TextInput {...control} type="date" value={order.on} onInput={set('on')} />}
        </Field>
        <Field label={t('case_transfer_letterNumber')} hint={t('case_transferNumberHint')}>
          {(control) => <TextInput {...control} value={order.letterNumber} onInput={set('letterNumber')} />}
        </Field>
        <div class="zj-dialog-acts">
          <Button variant="plain" onClick={onCancel}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="filled" icon="download">
            {t('case_transfer')}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
