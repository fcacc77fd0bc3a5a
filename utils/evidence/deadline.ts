import { type CalendarYear, WORK_CALENDAR } from '../../rules/work-calendar.ts';

/** Working days from finding a clue to the decision whether to open a case (《市场监督管理行政处罚程序规定》第十八条). */
export const CHECK_WORKING_DAYS = 15;

/** The further working days that an approval gives (same article). */
export const EXTENSION_WORKING_DAYS = 15;

/** Days before the end from which a deadline is shown as near. */
const NEAR_DAYS = 3;

const DAY = 86_400_000;

/** A computed last day, ISO 8601. */
export interface Deadline {
  date: string;
  /** False when a year on the way has no published arrangement here, so that only weekends were left out. */
  certain: boolean;
  /** An approved extension is counted in. */
  extended?: boolean;
}

export type DeadlineState = 'ample' | 'near' | 'passed';

const toDays = (date: string) => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY);
const toDate = (days: number) => new Date(days * DAY).toISOString().slice(0, 10);

function isListed(day: number, entries: readonly string[]): boolean {
  return entries.some((entry) => {
    const [from, until = from] = entry.split('..');
    return day >= toDays(from!) && day <= toDays(until!);
  });
}

/** Whether offices work on that day, and whether the year's arrangement is known. */
function workingDay(day: number, calendar: readonly CalendarYear[]): { works: boolean; known: boolean } {
  const date = new Date(day * DAY);
  const year = calendar.find((each) => each.year === date.getUTCFullYear());
  const weekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
  if (!year) return { works: !weekend, known: false };
  if (isListed(day, year.workedWeekends)) return { works: true, known: true };
  return { works: !weekend && !isListed(day, year.daysOff), known: true };
}

/** Nobody waits longer for a decision: days that do not count end nowhere else when somebody writes ranges of centuries. */
const LONGEST_WAIT = 3_660;

/**
 * The day on which `count` working days after `from` have passed; the day itself does not count.
 * @param from ISO 8601 date, local to the office.
 * @param pauses dates or ranges `from..until` that do not count either.
 */
export function addWorkingDays(
  from: string,
  count: number,
  calendar: readonly CalendarYear[] = WORK_CALENDAR,
  pauses: readonly string[] = [],
): Deadline {
  const ofCalendar = reckoned.get(calendar) ?? new Map<string, Deadline>();
  reckoned.set(calendar, ofCalendar);
  const key = [from, count, ...pauses].join(' ');
  const before = ofCalendar.get(key);
  if (before) return before;
  const end = walkDays(from, count, calendar, pauses);
  ofCalendar.set(key, end);
  return end;
}

/** Thousands of items were found on a few hundred days. */
const reckoned = new WeakMap<readonly CalendarYear[], Map<string, Deadline>>();

function walkDays(from: string, count: number, calendar: readonly CalendarYear[], pauses: readonly string[]): Deadline {
  let day = toDays(from);
  let certain = true;
  const last = day + LONGEST_WAIT;
  for (let left = count; left > 0; ) {
    if (day >= last) return { date: toDate(day), certain: false };
    day += 1;
    const { works, known } = workingDay(day, calendar);
    if (!known) certain = false;
    if (works && !isListed(day, pauses)) left -= 1;
  }
  return { date: toDate(day), certain };
}

/** The built-in years with the office's own in their place. */
export function calendarInForce(office: readonly CalendarYear[] = NO_YEARS): readonly CalendarYear[] {
  const before = inForce.get(office);
  if (before) return before;
  const own = new Set(office.map(({ year }) => year));
  const years = [...WORK_CALENDAR.filter(({ year }) => !own.has(year)), ...office].sort((a, b) => a.year - b.year);
  inForce.set(office, years);
  return years;
}

const NO_YEARS: readonly CalendarYear[] = [];
const inForce = new WeakMap<readonly CalendarYear[], readonly CalendarYear[]>();

/**
 * The last day for checking a lead: fifteen working days from the day it was found or received, fifteen more with an approval;
 * time for testing, appraisal and identification by a right holder does not count.
 * @param office the office's own calendar years
 */
export function caseDeadline(
  { foundOn, extendedOn, pauses = [] }: { foundOn: string; extendedOn?: string; pauses?: readonly string[] },
  office?: readonly CalendarYear[],
): Deadline {
  const extended = Boolean(extendedOn);
  const days = CHECK_WORKING_DAYS + (extended ? EXTENSION_WORKING_DAYS : 0);
  return { ...addWorkingDays(foundOn, days, calendarInForce(office), pauses), extended };
}

/** How much time is left: passed, within three days, or ample. Both dates ISO 8601. */
export function deadlineState(date: string, today: string): DeadlineState {
  const left = toDays(date) - toDays(today);
  if (left < 0) return 'passed';
  return left <= NEAR_DAYS ? 'near' : 'ample';
}

/** The calendar date of an instant in a time zone, ISO 8601; in UTC where this browser does not know the zone. */
export function localDate(instant: string, timeZone: string): string {
  return dateFormat(timeZone).format(new Date(instant));
}

/** Zones of this product's records are few; those of hostile ones must not fill the memory. */
const MOST_ZONES = 50;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one takes longer than all else that a row of the list is made of. */
function dateFormat(timeZone: string): Intl.DateTimeFormat {
  const before = formats.get(timeZone);
  if (before) return before;
  try {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
    if (formats.size < MOST_ZONES) formats.set(timeZone, format);
    return format;
  } catch (error) {
    if (error instanceof RangeError) return dateFormat('UTC');
    throw error;
  }
}
