import { useState } from 'preact/hooks';
import { t } from '../../utils/base/i18n.ts';
import { readDateSpans } from '../../utils/evidence/date-spans.ts';
import { Field } from '../ui/Field.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { useDraft } from '../ui/use-draft.ts';

export interface SpansFieldProps {
  label: string;
  hint?: string;
  /** ISO 8601 dates or ranges `from..until`. */
  spans: readonly string[];
  onCommit: (spans: readonly string[]) => void;
}

const written = (spans: readonly string[]) => spans.map((span) => span.replace('..', ' 至 ')).join('\n');

/** Days and ranges of days, one a line; taken over when the field is left and every line is one. */
export function SpansField({ label, hint, spans, onCommit }: SpansFieldProps) {
  const [draft, setDraft] = useDraft(written(spans));
  const [left, setLeft] = useState(false);
  const { spans: read, faults } = readDateSpans(draft);
  return (
    <Field
      label={label}
      hint={hint}
      error={left && faults.length > 0 ? t('spans_fault', faults.join(t('listComma'))) : undefined}
    >
      {(control) => (
        <TextArea
          {...control}
          rows={Math.min(8, Math.max(2, spans.length))}
          value={draft}
          onInput={setDraft}
          onBlur={() => {
            setLeft(true);
            if (faults.length === 0 && written(read) !== written(spans)) onCommit(read);
          }}
        />
      )}
    </Field>
  );
}
