import { describe, expect, it } from 'vitest';
import { WORK_CALENDAR } from '../../rules/work-calendar.ts';
import {
  addWorkingDays,
  calendarInForce,
  caseDeadline,
  deadlineState,
  localDate,
} from '../../utils/evidence/deadline.ts';

describe('the working calendar', () => {
  it('lists worked weekends that are weekends, and real dates', () => {
    for (const { year, daysOff, workedWeekends } of WORK_CALENDAR) {
      for (const date of workedWeekends) {
        expect(date.startsWith(String(year))).toBe(true);
        expect([0, 6]).toContain(new Date(`${date}T00:00:00Z`).getUTCDay());
      }
      for (const entry of daysOff) {
        const [from, until = from] = entry.split('..');
        expect(Number.isNaN(Date.parse(from!))).toBe(false);
        expect(until! >= from!).toBe(true);
      }
    }
  });
});

describe('deadlines', () => {
  it('counts fifteen working days over plain weeks', () => {
    expect(addWorkingDays('2026-11-23', 15)).toEqual({ date: '2026-12-14', certain: true });
  });

  it('leaves out holidays and counts worked weekends', () => {
    expect(addWorkingDays('2026-09-18', 1).date).toBe('2026-09-20');
    expect(addWorkingDays('2026-09-30', 1).date).toBe('2026-10-08');
    expect(addWorkingDays('2026-10-09', 1).date).toBe('2026-10-10');
  });

  it('says when a year has no arrangement', () => {
    expect(addWorkingDays('2026-12-25', 15).certain).toBe(false);
    expect(addWorkingDays('2031-01-03', 1, [])).toEqual({ date: '2031-01-06', certain: false });
  });

  it('tells ample, near and passed apart', () => {
    expect(deadlineState('2026-12-14', '2026-12-10')).toBe('ample');
    expect(deadlineState('2026-12-14', '2026-12-11')).toBe('near');
    expect(deadlineState('2026-12-14', '2026-12-14')).toBe('near');
    expect(deadlineState('2026-12-14', '2026-12-15')).toBe('passed');
  });

  it('takes the local date of an instant', () => {
    expect(localDate('2026-11-23T17:00:00.000Z', 'Asia/Shanghai')).toBe('2026-11-24');
    expect(localDate('2026-11-23T17:00:00.000Z', 'UTC')).toBe('2026-11-23');
  });
});

describe('the deadline of a lead', () => {
  it('runs fifteen working days, and fifteen more once they are approved', () => {
    expect(caseDeadline({ foundOn: '2026-11-23' })).toEqual({ date: '2026-12-14', certain: true, extended: false });
    expect(caseDeadline({ foundOn: '2026-11-02', extendedOn: '2026-11-20' })).toMatchObject({
      date: '2026-12-14',
      extended: true,
    });
    expect(caseDeadline({ foundOn: '2026-11-23', extendedOn: '' }).extended).toBe(false);
  });

  it('leaves out time for testing and appraisal', () => {
    expect(caseDeadline({ foundOn: '2026-11-23', pauses: ['2026-11-24..2026-11-26', '2026-11-28'] }).date).toBe(
      '2026-12-17',
    );
  });

  it('takes the office’s year in place of the built-in one, and says no longer that it is uncertain', () => {
    const year = { year: 2027, daysOff: ['2027-01-01..2027-01-03'], workedWeekends: [], source: '' };
    expect(caseDeadline({ foundOn: '2026-12-25' }).certain).toBe(false);
    expect(caseDeadline({ foundOn: '2026-12-25' }, [year])).toMatchObject({ date: '2027-01-18', certain: true });
    const own = { ...year, year: 2026 };
    expect(calendarInForce([own]).filter(({ year }) => year === 2026)).toEqual([own]);
  });
});
