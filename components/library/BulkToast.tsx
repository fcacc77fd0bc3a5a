import { t } from '../../utils/base/i18n.ts';
import { Toast } from '../ui/Toast.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { isTyping } from './typing.ts';

export interface BulkToastProps {
  /** How far an act on many items is; null when none runs. */
  run: { done: number; total: number } | null;
  /** What came of the last one. */
  answer: { number: number; text: string; failed: boolean; undo?: () => void } | null;
  end: () => void;
}

/** How far an act on many items is, what came of it, and the way back where there is one: by the button or Ctrl+Z. */
export function BulkToast({ run, answer, end }: BulkToastProps) {
  const undo = run ? undefined : answer?.undo;
  useKeys((event) => {
    if (!undo || isTyping(event) || !(event.ctrlKey || event.metaKey) || event.key !== 'z') return;
    event.preventDefault();
    undo();
  });
  if (run)
    return (
      <Toast key="run" onClose={() => {}} lasting>
        {t('bulk_running', run.done, run.total)}
      </Toast>
    );
  if (!answer) return null;
  const action = undo && { label: t('undo'), onClick: undo };
  return (
    <Toast key={answer.number} error={answer.failed} onClose={end} {...(action ? { action } : {})}>
      {answer.text}
    </Toast>
  );
}
