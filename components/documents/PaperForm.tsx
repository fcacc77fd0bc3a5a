import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/base/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { BlankFields } from './BlankFields.tsx';
import '../ui/dialog.css';
import './paper-form.css';

export interface PaperFormProps {
  title: string;
  /** What no record knows, in the paper's own words. */
  blanks: readonly string[];
  /** What was said when the same paper was made last. */
  before: ReadonlyMap<string, string>;
  onMake: (answers: ReadonlyMap<string, string>) => void;
  onClose: () => void;
}

/** Asks for what only a person knows before a paper is made; how many are left empty is said on the button. */
export function PaperForm({ title, blanks, before, onMake, onClose }: PaperFormProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [answers, setAnswers] = useState(before);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const open = blanks.filter((label) => !answers.get(label)?.trim()).length;
  return (
    <dialog ref={dialog} class="zj-dialog zj-paper-form" aria-labelledby="paper-form-title" onCancel={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onMake(answers);
        }}
      >
        <h2 id="paper-form-title">{t('paperForm_title', title)}</h2>
        <p class="zj-secondary">{t('paperForm_lead')}</p>
        <div class="zj-paper-form-fields">
          <BlankFields blanks={blanks} answers={answers} onAnswers={setAnswers} />
        </div>
        <div class="zj-dialog-acts">
          <Button variant="plain" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" icon="document">
            {open > 0 ? t('paperForm_makeOpen', open) : t('paperForm_make')}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
