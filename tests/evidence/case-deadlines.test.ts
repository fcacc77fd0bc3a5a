import { describe, expect, it } from 'vitest';
import { CASE_PERIODS } from '../../rules/case-deadlines.ts';
import { type Case, newCase } from '../../utils/evidence/case.ts';
import { dueDates } from '../../utils/evidence/due-dates.ts';

const officer = { name: '人员甲', licence: 'LJ-0001' };
const lead = (changes: Partial<Case>): Case => ({
  ...newCase({ id: 'c', registrar: officer, today: '2026-09-18', now: '2026-09-18T01:00:00Z' }),
  ...changes,
});
const dates = (value: Case, today = '2026-09-30') =>
  dueDates(value, today).map(({ period, date }) => [period.id, date]);

describe('the periods of a case', () => {
  it('count working days across a holiday and its worked weekend', () => {
    expect(dates(lead({}))).toEqual([['check', '2026-10-15']]);
  });

  it('count all days where the law says days, and a day for 24 hours', () => {
    const events = { filed: '2026-09-20', 'crime-reported': '2026-09-21', 'crime-approved': '2026-09-22' };
    expect(dates(lead({ stage: 'filed', events }))).toEqual([
      ['crime-transfer', '2026-09-23'],
      ['decision', '2026-12-19'],
    ]);
  });

  it('give no date when a year on the way has no published calendar', () => {
    expect(dueDates(lead({ foundOn: '2026-12-20' }), '2026-12-21')).toMatchObject([{ state: 'unknown' }]);
    expect(dueDates(lead({ foundOn: '2026-12-20' }), '2026-12-21')[0]).not.toHaveProperty('date');
  });

  it('end with their event, by hand, or with the case', () => {
    expect(dates(lead({ events: { filed: '2026-09-25' }, donePeriods: ['decision'] }))).toEqual([]);
    expect(dates(lead({ stage: 'closed' }))).toEqual([]);
  });

  it('grow by an approved extension', () => {
    expect(dueDates(lead({ extendedOn: '2026-09-28' }), '2026-09-30')).toMatchObject([
      { extended: true, date: '2026-11-05' },
    ]);
  });

  it('each name an article and where it was read', () => {
    for (const { basis, source } of CASE_PERIODS) {
      expect(basis).toMatch(/^《.+》.*第.+条/);
      expect(source).toMatch(/^https:/);
    }
  });
});
