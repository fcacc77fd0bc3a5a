import { useState } from 'preact/hooks';
import type { Rule } from '../../rules/rule.ts';
import type { RuleDefect } from '../../rules/rule-defects.ts';
import { t } from '../../utils/base/i18n.ts';
import type { ExampleFailure } from '../../utils/scan/self-test.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { defectText } from './defect-text.ts';

/** What a text is an example of. */
export type ExampleKind = 'hit' | 'miss';

export interface RuleExamplesProps {
  rule: Rule;
  failures: readonly ExampleFailure[] | null;
  /** Given for a rule that may be changed. */
  edit?: {
    /** What the rule still lacks; while it lacks anything its examples cannot be tried. */
    defects: readonly RuleDefect[];
    onAdd: (kind: ExampleKind, text: string) => void;
    onRemove: (kind: ExampleKind, text: string) => void;
  };
}

function AddExample({ kind, onAdd }: { kind: ExampleKind; onAdd: (text: string) => void }) {
  const [draft, setDraft] = useState('');
  const add = () => {
    if (draft.trim() !== '') onAdd(draft.trim());
    setDraft('');
  };
  return (
    <TextInput
      label={t(`rules_addExample_${kind}`)}
      placeholder={t('rules_exampleHint')}
      value={draft}
      onInput={setDraft}
      onBlur={add}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.isComposing) add();
      }}
    />
  );
}

/** The rule's own proof: what has to hit, what must not, and whether it does. */
export function RuleExamples({ rule, failures, edit }: RuleExamplesProps) {
  const untried = failures === null || (edit?.defects.length ?? 0) > 0;
  const failed = (text: string) => failures?.some((each) => each.ruleId === rule.id && each.text === text) ?? false;
  const stateOf = (text: string) => (failed(text) ? 'fails' : untried ? 'untried' : 'holds');
  return (
    <section class="zj-examples">
      <h2>
        {t('rules_examples')} <span class="zj-secondary">{t('rules_examplesHint')}</span>
      </h2>
      {(['hit', 'miss'] as const).map((kind) => {
        const defect = edit?.defects.find(({ field }) => field === kind);
        return (
          <div key={kind}>
            <h3 class="zj-secondary">{t(`rules_should_${kind}`)}</h3>
            <ul>
              {rule.examples[kind].map((text) => {
                const state = stateOf(text);
                return (
                  <li key={text} data-state={state}>
                    <Icon
                      name={state === 'fails' ? 'warning' : state === 'holds' ? 'check-circle' : 'circle'}
                      label={t(`rules_${state}`)}
                    />
                    <span>{text}</span>
                    {edit && (
                      <IconButton
                        icon="close"
                        label={t('rules_removeWord', text)}
                        onClick={() => edit.onRemove(kind, text)}
                      />
                    )}
                  </li>
                );
              })}
            </ul>
            {edit && <AddExample kind={kind} onAdd={(text) => edit.onAdd(kind, text)} />}
            {defect && (
              <p class="zj-field-error">
                <Icon name="warning" size={12} />
                {defectText(defect)}
              </p>
            )}
          </div>
        );
      })}
    </section>
  );
}
