/** One year of the statutory working calendar: what differs from Monday to Friday. Dates are ISO 8601. */
export interface CalendarYear {
  year: number;
  /** Days off that are no Saturday or Sunday, and the weekends inside a holiday; a range is `from..until`, inclusive. */
  daysOff: readonly string[];
  /** Saturdays and Sundays that are worked instead. */
  workedWeekends: readonly string[];
  /** Where the arrangement was published and read. */
  source: string;
}

/**
 * The State Council's yearly arrangements. A year that is not listed counts Monday to Friday and is reported as such; the
 * arrangement for a year is published in the November before it.
 */
export const WORK_CALENDAR: readonly CalendarYear[] = [
  {
    year: 2026,
    daysOff: [
      '2026-01-01..2026-01-03',
      '2026-02-15..2026-02-23',
      '2026-04-04..2026-04-06',
      '2026-05-01..2026-05-05',
      '2026-06-19..2026-06-21',
      '2026-09-25..2026-09-27',
      '2026-10-01..2026-10-07',
    ],
    workedWeekends: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
    source:
      '国务院办公厅关于2026年部分节假日安排的通知，2025-11-04，https://politics.gmw.cn/2025-11/04/content_38391083.htm',
  },
];
