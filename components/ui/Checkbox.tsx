import { useEffect, useRef } from 'preact/hooks';
import './checkbox.css';

export interface CheckboxProps {
  /** `'mixed'`: some of what it stands for. */
  checked: boolean | 'mixed';
  onChange: (checked: boolean) => void;
  label: string;
  /** The label is spoken, not shown. */
  labelUnseen?: boolean;
  disabled?: boolean;
}

export function Checkbox({ checked, onChange, label, labelUnseen = false, disabled = false }: CheckboxProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.indeterminate = checked === 'mixed';
  }, [checked]);
  return (
    <label class="zj-checkbox">
      <input
        ref={input}
        type="checkbox"
        checked={checked === true}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span class={labelUnseen ? 'zj-unseen' : ''}>{label}</span>
    </label>
  );
}
