import type { Ref } from 'preact';
import type { FieldControl } from './Field.tsx';
import { Icon } from './Icon.tsx';
import type { IconName } from './icon-paths.ts';
import { Key } from './Key.tsx';
import './text-input.css';

export interface TextInputProps extends Partial<FieldControl> {
  value: string;
  onInput: (value: string) => void;
  /** Spoken name where no label stands beside it. */
  label?: string;
  type?: 'text' | 'search' | 'date' | 'datetime-local' | 'url' | 'number' | 'password';
  placeholder?: string;
  icon?: IconName;
  keys?: readonly string[];
  disabled?: boolean;
  readOnly?: boolean;
  mono?: boolean;
  /** Id of a list of suggestions. */
  list?: string;
  onKeyDown?: (event: KeyboardEvent) => void;
  onBlur?: () => void;
  inputRef?: Ref<HTMLInputElement>;
}

/** Without an end browsers let people type years of six digits, in which nothing can be reckoned. */
const LAST_DAY: Partial<Record<NonNullable<TextInputProps['type']>, string>> = {
  date: '9998-12-31',
  'datetime-local': '9998-12-31T23:59',
};

/** One line of text. */
export function TextInput({
  onInput,
  label,
  type = 'text',
  icon,
  keys,
  mono = false,
  inputRef,
  ...rest
}: TextInputProps) {
  const named = label ? { 'aria-label': label } : {};
  return (
    <span class={`zj-input-box ${icon ? 'zj-input-with-icon' : ''} ${keys ? 'zj-input-with-keys' : ''}`}>
      {icon && <Icon name={icon} class="zj-input-icon" />}
      <input
        {...rest}
        {...named}
        ref={inputRef ?? null}
        type={type as 'text'}
        max={LAST_DAY[type]}
        class={`zj-input ${mono ? 'zj-mono' : ''}`}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {keys && <Key keys={keys} />}
    </span>
  );
}
