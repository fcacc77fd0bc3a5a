import { TextArea, type TextAreaProps } from './TextArea.tsx';
import { useDraft } from './use-draft.ts';

export interface DraftAreaProps extends Omit<TextAreaProps, 'onInput' | 'onBlur'> {
  /** What was typed, when the field is left and it differs. */
  onCommit: (value: string) => void;
}

/** Several lines of text that are taken over when the field is left; drawn again meanwhile, they stay as they were typed. */
export function DraftArea({ value, onCommit, ...rest }: DraftAreaProps) {
  const [draft, setDraft] = useDraft(value);
  return (
    <TextArea
      {...rest}
      value={draft}
      onInput={setDraft}
      onBlur={() => {
        if (draft !== value) onCommit(draft);
      }}
    />
  );
}
