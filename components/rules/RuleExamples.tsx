import type { Rule } from '../../rules/rule.ts';
import { t } from '../../utils/i18n.ts';
import type { ExampleFailure } from '../../utils/scan/self-test.ts';
import { Icon } from '../Icon.tsx';

export interface RuleExamplesProps {
  rule: Rule;
  failures: readonly ExampleFailure[] | null;
}

/** The rule's own proof: what has to hit, what must not, and whether it does. */
export function RuleExamples({ rule, failures }: RuleExamplesProps) {
  const failed = (text: string) => failures?.some((each) => each.ruleId === rule.id && each.text === text) ?? false;
  return (
    <section class="zj-examples">
      <h2>
        {t('rules_examples')} <span class="zj-secondary">{t('rules_examplesHint')}</span>
      </h2>
      {(['hit', 'miss'] as const).map((kind) => (
        <div key={kind}>
          <h3 class="zj-secondary">{t(`rules_should_${kind}`)}</h3>
          <ul>
            {rule.examples[kind].map((text) => (
              <li key={text} data-failed={failed(text)}>
                <Icon
                  name={failed(text) ? 'warning' : 'check-circle'}
                  label={t(failed(text) ? 'rules_fails' : 'rules_holds')}
                />
                <span>{text}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
