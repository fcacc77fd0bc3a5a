import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../utils/base/i18n.ts';
import { Button } from '../ui/Button.tsx';
import '../ui/dialog.css';

export interface RemoveRuleDialogProps {
  name: string;
  onRemove: () => void;
  onCancel: () => void;
}

/** The question before a rule of the office goes; it can be brought back until the pack is saved. */
export function RemoveRuleDialog({ name, onRemove, onCancel }: RemoveRuleDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="zj-dialog" aria-labelledby="remove-rule" onCancel={onCancel}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onRemove();
        }}
      >
        <h2 id="remove-rule">{t('rules_removeTitle', name || t('rules_unnamed'))}</h2>
        <p>{t('rules_removeWhat')}</p>
        <div class="zj-dialog-acts">
          <Button variant="plain" onClick={onCancel}>
            {t('cancel')}
          </Button>
          <Button type="submit" icon="trash">
            {t('rules_remove')}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
