import { CASE_EVENTS, type CaseEvent } from '../../rules/case-deadlines.ts';
import { keyOf, t } from '../../utils/base/i18n.ts';
import type { Case, CaseChange } from '../../utils/evidence/case.ts';
import type { DueDate } from '../../utils/evidence/due-dates.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { DraftInput } from '../ui/DraftInput.tsx';
import { Field } from '../ui/Field.tsx';
import { DueText } from './DueText.tsx';

export interface CasePeriodsProps {
  value: Case;
  dues: readonly DueDate[];
  today: string;
  onChange: (change: CaseChange) => void;
}

/** Events beside the finding of the lead, which is a field of the case. */
const DATED = CASE_EVENTS.filter((event): event is Exclude<CaseEvent, 'found'> => event !== 'found');

/** The periods that run, each with its article; below them the days from which they run. */
export function CasePeriods({ value, dues, today, onChange }: CasePeriodsProps) {
  const done = (id: string) => onChange({ donePeriods: [...(value.donePeriods ?? []), id] });
  const extend = (id: string, on: boolean) => {
    const others = (value.extendedPeriods ?? []).filter((each) => each !== id);
    onChange({ extendedPeriods: on ? [...others, id] : others });
  };
  return (
    <section class="zj-case-periods">
      <h2>{t('case_periods')}</h2>
      {dues.length === 0 && <p class="zj-secondary">{t('case_periodsNone')}</p>}
      <ul>
        {dues.map((due) => (
          <li key={due.period.id}>
            <DueText due={due} today={today} />
            <span class="zj-secondary">{due.period.basis}</span>
            {due.period.extension && due.period.id !== 'check' && (
              <Checkbox
                checked={due.extended}
                label={t('case_periodExtended', due.period.extension.count)}
                onChange={(on) => extend(due.period.id, on)}
              />
            )}
            <Button size="small" onClick={() => done(due.period.id)}>
              {t('case_periodDone')}
            </Button>
          </li>
        ))}
      </ul>
      <div class="zj-case-details">
        {DATED.map((event) => (
          <Field key={event} label={t(keyOf('caseEvent', event))}>
            {(control) => (
              <DraftInput
                {...control}
                type="date"
                value={value.events?.[event] ?? ''}
                onCommit={(day) => onChange({ events: { ...value.events, [event]: day } })}
              />
            )}
          </Field>
        ))}
        {(['correctBy', 'recheckOn'] as const).map((field) => (
          <Field key={field} label={t(`case_${field}`)} hint={t('case_setByOfficer')}>
            {(control) => (
              <DraftInput
                {...control}
                type="date"
                value={value[field] ?? ''}
                onCommit={(day) => onChange({ [field]: day })}
              />
            )}
          </Field>
        ))}
      </div>
    </section>
  );
}
