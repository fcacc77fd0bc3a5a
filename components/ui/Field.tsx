import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import './field.css';

/** What a control inside a field takes over, so that label, hint and error are spoken with it. */
export interface FieldControl {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

export interface FieldProps {
  label: string;
  hint?: string | undefined;
  /** What is wrong and what to do; stands under the control. */
  error?: string | undefined;
  /** Label beside the control instead of above it. */
  inline?: boolean;
  children: (control: FieldControl) => ComponentChildren;
}

/** Label, control, and below it a hint or an error. */
export function Field({ label, hint, error, inline = false, children }: FieldProps) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div class={`zj-field ${inline ? 'zj-field-inline' : ''}`}>
      <label class="zj-field-label" for={id}>
        {label}
      </label>
      <div class="zj-field-body">
        {children({
          id,
          ...(note ? { 'aria-describedby': `${id}-note` } : {}),
          ...(error ? { 'aria-invalid': true } : {}),
        })}
        {note && (
          <p id={`${id}-note`} class={error ? 'zj-field-error' : 'zj-secondary'}>
            {error && <Icon name="warning" size={12} />}
            {note}
          </p>
        )}
      </div>
    </div>
  );
}
