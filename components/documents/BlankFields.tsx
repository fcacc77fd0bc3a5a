import { Field } from '../ui/Field.tsx';
import { TextArea } from '../ui/TextArea.tsx';

export interface BlankFieldsProps {
  /** What no record knows, in the paper's own words. */
  blanks: readonly string[];
  answers: ReadonlyMap<string, string>;
  onAnswers: (answers: ReadonlyMap<string, string>) => void;
}

/** One field for each blank of a paper. */
export const BlankFields = ({ blanks, answers, onAnswers }: BlankFieldsProps) => (
  <>
    {blanks.map((label) => (
      <Field key={label} label={label}>
        {(control) => (
          <TextArea
            {...control}
            rows={1}
            value={answers.get(label) ?? ''}
            onInput={(text) => onAnswers(new Map(answers).set(label, text))}
          />
        )}
      </Field>
    ))}
  </>
);
