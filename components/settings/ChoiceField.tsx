import { Field } from '../ui/Field.tsx';
import { Select } from '../ui/Select.tsx';

export interface ChoiceFieldProps<T extends string | number> {
  label: string;
  hint?: string;
  value: T;
  choices: readonly T[];
  /** How a choice is called. */
  words: (choice: T) => string;
  onChange: (value: T) => void;
}

/** A setting with a few values to choose from. */
export function ChoiceField<T extends string | number>({
  label,
  hint,
  value,
  choices,
  words,
  onChange,
}: ChoiceFieldProps<T>) {
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <Select
          {...control}
          value={String(value)}
          options={choices.map((choice) => ({ value: String(choice), label: words(choice) }))}
          onChange={(chosen) => onChange(choices.find((choice) => String(choice) === chosen) ?? value)}
        />
      )}
    </Field>
  );
}
