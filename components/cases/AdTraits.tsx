import { keyOf, t } from '../../utils/base/i18n.ts';
import { AD_TRAITS, type AdTrait, type Case, type CaseChange, type TraitFinding } from '../../utils/evidence/case.ts';
import { DraftInput } from '../ui/DraftInput.tsx';
import { Field } from '../ui/Field.tsx';
import { Segment } from '../ui/Segment.tsx';

const OPEN: TraitFinding = { result: 'open', facts: '' };

export interface AdTraitsProps {
  value: Case;
  onChange: (change: CaseChange) => void;
}

/** Whether it is an advertisement at all: four traits, each with the page's facts; an officer decides, nothing is worked out. */
export function AdTraits({ value, onChange }: AdTraitsProps) {
  const set = (trait: AdTrait, change: Partial<TraitFinding>) =>
    onChange({ traits: { ...value.traits, [trait]: { ...(value.traits?.[trait] ?? OPEN), ...change } } });
  return (
    <section class="zj-case-traits">
      <h2>{t('traits_title')}</h2>
      <p class="zj-secondary">{t('traits_hint')}</p>
      {AD_TRAITS.map((trait) => {
        const found = value.traits?.[trait] ?? OPEN;
        return (
          <div key={trait} class="zj-case-trait">
            <Field label={t(keyOf('trait', trait))} hint={t(keyOf('traitHint', trait))}>
              {(control) => (
                <DraftInput
                  {...control}
                  placeholder={t('traits_facts')}
                  value={found.facts}
                  onCommit={(facts) => set(trait, { facts })}
                />
              )}
            </Field>
            <Segment
              label={t(keyOf('trait', trait))}
              value={found.result}
              onChange={(result) => set(trait, { result })}
              options={[
                { value: 'open', label: t('traits_open') },
                { value: 'present', label: t('traits_present') },
                { value: 'lacking', label: t('traits_lacking') },
              ]}
            />
          </div>
        );
      })}
    </section>
  );
}
