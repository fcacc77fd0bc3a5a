import { dateText } from '../../utils/base/figures.ts';
import { keyOf, t } from '../../utils/base/i18n.ts';
import type { DueDate } from '../../utils/evidence/due-dates.ts';
import './due-text.css';

/** Which period ends when; an unknown calendar year is said and no day is guessed. */
export function DueText({ due, today }: { due: DueDate; today: string }) {
  const name = t(keyOf('casePeriod', due.period.id as 'check'));
  return (
    <span class="zj-due" data-state={due.state} title={due.period.basis}>
      <span>{name}</span>
      <b>{due.date ? t('deadline_until', dateText(due.date, today)) : t('deadline_calendarUnknown')}</b>
      {due.state === 'passed' && <span class="zj-due-passed">{t('due_passed')}</span>}
    </span>
  );
}
