import { DraftInput } from '../ui/DraftInput.tsx';
import { Field } from '../ui/Field.tsx';
import { wholeNumber } from './setting-values.ts';

export interface NumberFieldProps {
  label: string;
  hint?: string;
  value: number;
  least?: number;
  most: number;
  onCommit: (value: number) => void;
}

/** A whole number between two bounds, taken over when the field is left; what is no number changes nothing. */
export const NumberField = ({ label, hint, value, least = 0, most, onCommit }: NumberFieldProps) => (
  <Field label={label} hint={hint}>
    {(control) => (
      <DraftInput
        {...control}
        type="number"
        value={String(value)}
        onCommit={(text) => onCommit(wholeNumber(text, least, most) ?? value)}
      />
    )}
  </Field>
);
