import { useState } from 'preact/hooks';
import { DUTY_BASES } from '../../rules/platform-duties.ts';
import { dateTimeText } from '../../utils/base/figures.ts';
import { keyOf, t } from '../../utils/base/i18n.ts';
import type { DutyCheckAddendum } from '../../utils/evidence/addendum.ts';
import { addendumNumber } from '../../utils/evidence/addendum.ts';
import type { ShownAddendum } from '../../utils/evidence/addendum-origin.ts';
import { DUTY_RESULTS, type DutyFinding, dutyInWords, openDuties } from '../../utils/evidence/duty-check.ts';
import type { EvidenceItem } from '../../utils/evidence/record.ts';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import './duty-check.css';

/** What an officer found in a shop, before it is kept. */
export type DutyAnswers = Pick<DutyCheckAddendum, 'duties' | 'note'>;

export interface DutyCheckProps {
  item: EvidenceItem;
  addenda: readonly ShownAddendum[];
  onCheck: (answers: DutyAnswers) => void;
}

/** The shop of the sealed page, gone through for the platform's duties and the six pieces of information; kept as an addendum. */
export function DutyCheck({ item, addenda, onCheck }: DutyCheckProps) {
  const [answers, setAnswers] = useState<DutyAnswers | null>(null);
  const made = addenda.flatMap(({ addendum, origin }) =>
    addendum.kind === 'duty-check' && origin.counts ? [addendum] : [],
  );
  const change = (index: number, part: Partial<DutyFinding>) =>
    setAnswers((before) =>
      before
        ? { ...before, duties: before.duties.map((each, at) => (at === index ? { ...each, ...part } : each)) }
        : before,
    );
  return (
    <section class="zj-duty-check">
      <header>
        <h3>{t('duty_title')}</h3>
        {!answers && (
          <Button
            size="small"
            onClick={() => setAnswers({ duties: made.at(-1)?.duties ?? openDuties(item.record), note: '' })}
          >
            {t(made.length > 0 ? 'duty_again' : 'duty_start')}
          </Button>
        )}
      </header>
      {made.map((each) => (
        <details key={`${each.number} ${each.at}`}>
          <summary>{t('duty_made', addendumNumber(each.number), dateTimeText(each.at), each.person)}</summary>
          <ul>
            {each.duties.map((duty) => (
              <li key={duty.duty}>{dutyInWords(duty)}</li>
            ))}
            {each.note && <li>{each.note}</li>}
          </ul>
        </details>
      ))}
      {answers && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            onCheck(answers);
            setAnswers(null);
          }}
        >
          <p class="zj-secondary">{t('duty_hint')}</p>
          {answers.duties.map((each, index) => {
            const { name, basis } = DUTY_BASES[each.duty];
            return (
              <div key={each.duty} class="zj-duty-row">
                <span title={basis}>{name}</span>
                <TextInput
                  label={t('duty_factsOf', name)}
                  value={each.facts}
                  placeholder={t('duty_facts')}
                  onInput={(facts) => change(index, { facts })}
                />
                <Select
                  label={t('duty_resultOf', name)}
                  value={each.result}
                  options={DUTY_RESULTS.map((value) => ({ value, label: t(keyOf('dutyResult', value)) }))}
                  onChange={(result) => change(index, { result })}
                />
              </div>
            );
          })}
          <TextInput
            label={t('duty_note')}
            placeholder={t('duty_note')}
            value={answers.note}
            onInput={(note) => setAnswers({ ...answers, note })}
          />
          <div class="zj-duty-acts">
            <Button variant="plain" onClick={() => setAnswers(null)}>
              {t('cancel')}
            </Button>
            <Button type="submit" variant="filled" icon="shield-check">
              {t('duty_keep')}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
