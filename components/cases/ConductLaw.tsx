import { t } from '../../utils/base/i18n.ts';
import { type Case, type CaseChange, LAW_CHOICES } from '../../utils/evidence/case.ts';
import { DraftInput } from '../ui/DraftInput.tsx';
import { Field } from '../ui/Field.tsx';
import { Segment } from '../ui/Segment.tsx';

export interface ConductLawProps {
  value: Case;
  onChange: (change: CaseChange) => void;
}

/** Since when the conduct lasts, and which law is cited where it changed meanwhile: both, until an officer has chosen. */
export function ConductLaw({ value, onChange }: ConductLawProps) {
  return (
    <section class="zj-case-traits">
      <h2>{t('conduct_title')}</h2>
      <p class="zj-secondary">{t('conduct_hint')}</p>
      <div class="zj-case-trait">
        <Field label={t('conduct_from')} hint={t('conduct_fromHint')}>
          {(control) => (
            <DraftInput
              {...control}
              type="date"
              value={value.conductFrom ?? ''}
              onCommit={(conductFrom) => onChange({ conductFrom })}
            />
          )}
        </Field>
        {value.conductFrom && (
          <Segment
            label={t('conduct_title')}
            value={value.lawChoice ?? 'both'}
            onChange={(lawChoice) => onChange({ lawChoice })}
            options={LAW_CHOICES.map((choice) => ({ value: choice, label: t(`conduct_${choice}`) }))}
          />
        )}
      </div>
    </section>
  );
}
