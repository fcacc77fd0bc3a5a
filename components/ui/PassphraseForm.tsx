import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from './Button.tsx';
import { Field } from './Field.tsx';
import { TextInput } from './TextInput.tsx';
import './passphrase-form.css';

export interface PassphraseFormProps {
  /** One line for each passphrase that is asked for, top to bottom. */
  labels: readonly string[];
  /** The first field takes the focus: nothing else can be done on the screen. */
  focused?: boolean;
  action: string;
  /** What is wrong with what was given last. */
  error: string | null;
  /** Deriving the key takes about a second. */
  busy: boolean;
  onSubmit: (passphrases: readonly string[]) => void;
}

/** Passphrases, typed unseen, and the act that needs them. */
export function PassphraseForm({ labels, focused = false, action, error, busy, onSubmit }: PassphraseFormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (focused) form.current?.querySelector('input')?.focus();
  }, []);
  const [values, setValues] = useState<readonly string[]>(labels.map(() => ''));
  return (
    <form
      ref={form}
      class="zj-passphrase"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(values);
      }}
    >
      {labels.map((label, index) => (
        <Field key={label} label={label} error={(index === labels.length - 1 && error) || undefined}>
          {(control) => (
            <TextInput
              {...control}
              type="password"
              value={values[index]!}
              onInput={(value) => setValues(values.map((each, place) => (place === index ? value : each)))}
            />
          )}
        </Field>
      ))}
      <div>
        <Button type="submit" icon="lock" busy={busy} disabled={values.some((value) => value === '')}>
          {action}
        </Button>
      </div>
    </form>
  );
}
