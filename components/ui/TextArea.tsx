import type { Ref } from 'preact';
import type { FieldControl } from './Field.tsx';
import './text-input.css';

export interface TextAreaProps extends Partial<FieldControl> {
  value: string;
  onInput: (value: string) => void;
  /** Spoken name where no label stands beside it. */
  label?: string;
  rows?: number;
  placeholder?: string;
  disabled?: boolean;
  readOnly?: boolean;
  onKeyDown?: (event: KeyboardEvent) => void;
  onBlur?: () => void;
  inputRef?: Ref<HTMLTextAreaElement>;
}

/** Several lines of text. */
export function TextArea({ onInput, label, inputRef, ...rest }: TextAreaProps) {
  return (
    <textarea
      {...rest}
      {...(label ? { 'aria-label': label } : {})}
      ref={inputRef ?? null}
      class="zj-input"
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  );
}
