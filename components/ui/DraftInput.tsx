import { TextInput, type TextInputProps } from './TextInput.tsx';
import { useDraft } from './use-draft.ts';

export interface DraftInputProps extends Omit<TextInputProps, 'onInput' | 'onBlur' | 'onKeyDown'> {
  /** What was typed, when the field is left or Enter is pressed, and it differs. */
  onCommit: (value: string) => void;
}

/** A line of text that is taken over when the field is left, not with every key. */
export function DraftInput({ value, onCommit, ...rest }: DraftInputProps) {
  const [draft, setDraft] = useDraft(value);
  const commit = () => {
    if (draft.trim() !== value) onCommit(draft.trim());
  };
  return (
    <TextInput
      {...rest}
      value={draft}
      onInput={setDraft}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}
