import type { FieldControl } from './Field.tsx';
import { Icon } from './Icon.tsx';
import './select.css';

export interface SelectProps<Value extends string> extends Partial<FieldControl> {
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
  /** Spoken name where no label stands beside it. */
  label?: string;
  disabled?: boolean;
}

/** The browser's own list of choices, in the product's clothes. */
export function Select<Value extends string>({ value, options, onChange, label, ...rest }: SelectProps<Value>) {
  return (
    <span class="zj-select">
      <select
        {...rest}
        class="zj-input"
        value={value}
        {...(label ? { 'aria-label': label } : {})}
        onChange={(event) => onChange(event.currentTarget.value as Value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" size={14} class="zj-select-icon" />
    </span>
  );
}
