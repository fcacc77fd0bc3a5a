import { changeRule, startRule } from '../../rules/edit-office-pack.ts';
import type { OfficePack } from '../../rules/office-overlay.ts';
import type { Rule } from '../../rules/rule.ts';
import type { ExampleKind } from './RuleExamples.tsx';

/** What can be done with the office's own rules; `own` is the one that is open, if it is one of them. */
export function ruleEdits(
  office: OfficePack,
  own: Rule | undefined,
  onOffice: (office: OfficePack) => void,
  onRule: (ruleId: string) => void,
) {
  const change = (next: Rule) => {
    const { office: changed, id } = changeRule(office, next);
    onOffice(changed);
    if (id !== own?.id) onRule(id);
  };
  const setExamples = (kind: ExampleKind, texts: readonly string[]) =>
    own && change({ ...own, examples: { ...own.examples, [kind]: texts } });
  return {
    change,
    begin() {
      const { office: begun, id } = startRule(office);
      onOffice(begun);
      onRule(id);
    },
    addExample(kind: ExampleKind, text: string) {
      const wanted = text.replace(/\s+/g, ' ').trim();
      if (own && wanted !== '' && !own.examples[kind].includes(wanted))
        setExamples(kind, [...own.examples[kind], wanted]);
    },
    removeExample(kind: ExampleKind, text: string) {
      if (own)
        setExamples(
          kind,
          own.examples[kind].filter((each) => each !== text),
        );
    },
  };
}
