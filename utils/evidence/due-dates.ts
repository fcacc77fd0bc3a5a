import { CASE_PERIODS, type CaseEvent, type CasePeriod } from '../../rules/case-deadlines.ts';
import type { CalendarYear } from '../../rules/work-calendar.ts';
import { type Case, isSettled } from './case.ts';
import { addWorkingDays, calendarInForce, type DeadlineState, deadlineState } from './deadline.ts';

/** A period that runs in a case. */
export interface DueDate {
  period: CasePeriod;
  /** Local date of the event it runs from, ISO 8601. */
  from: string;
  extended: boolean;
  /** Last day, ISO 8601; absent where a year on the way has no published calendar: nothing is guessed. */
  date?: string;
  state: DeadlineState | 'unknown';
}

const DAY = 86_400_000;
const plusDays = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** The day of an event; the finding of the lead is a field of its own. */
const dayOf = ({ foundOn, events }: Case, event: CaseEvent): string | undefined => {
  const day = event === 'found' ? foundOn : events?.[event];
  // Nothing runs from a day that no calendar has; one such day must not hide the other cases.
  return day && !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) ? day : undefined;
};

const isExtended = (value: Case, { id }: CasePeriod) =>
  id === 'check' ? Boolean(value.extendedOn) : (value.extendedPeriods ?? []).includes(id);

/** Days that offices work and all days; 24 hours are shown as the next day, because only the day of the event is known. */
function lastDay(
  period: CasePeriod,
  from: string,
  extended: boolean,
  pauses: readonly string[],
  office: readonly CalendarYear[],
) {
  const count = period.count + (extended && period.extension ? period.extension.count : 0);
  if (period.unit === 'hours') return plusDays(from, Math.ceil(count / 24));
  if (period.unit === 'days') return plusDays(from, count);
  const { date, certain } = addWorkingDays(from, count, calendarInForce(office), period.pauses ? pauses : []);
  return certain ? date : undefined;
}

/** What is over: its end came, the officer marked it, or the case left the stage to which it belongs. */
function isOver(value: Case, period: CasePeriod): boolean {
  if ((value.donePeriods ?? []).includes(period.id)) return true;
  if (period.until && dayOf(value, period.until)) return true;
  return period.id === 'check' && value.stage !== undefined && value.stage !== 'lead' && value.stage !== 'checking';
}

/**
 * The periods that run in a case, the nearest end first and unknown ends last; none in a settled case.
 * @param today local date, ISO 8601
 * @param office the office's own calendar years
 */
export function dueDates(value: Case, today: string, office: readonly CalendarYear[] = []): DueDate[] {
  if (isSettled(value)) return [];
  return CASE_PERIODS.flatMap((period): DueDate[] => {
    const from = dayOf(value, period.from);
    if (!from || isOver(value, period)) return [];
    const extended = isExtended(value, period);
    const date = lastDay(period, from, extended, value.pauses ?? [], office);
    return [
      { period, from, extended, ...(date ? { date } : {}), state: date ? deadlineState(date, today) : 'unknown' },
    ];
  }).sort((a, b) => (a.date ?? '9999').localeCompare(b.date ?? '9999', 'en'));
}
