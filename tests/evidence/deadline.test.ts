import { describe, expect, it } from 'vitest';
import { WORK_CALENDAR } from '../../rules/work-calendar.ts';
import { addWorkingDays, deadlineState, localDate } from '../../utils/evidence/deadline.ts';

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
