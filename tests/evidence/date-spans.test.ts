import { describe, expect, it } from 'vitest';
import { readDateSpans } from '../../utils/evidence/date-spans.ts';

describe('days and ranges as they are typed', () => {
  it.each([
    ['2026-10-01', '2026-10-01'],
    ['2026/10/1', '2026-10-01'],
    ['2026.10.1', '2026-10-01'],
    ['2026年10月1日', '2026-10-01'],
    ['２０２６-１０-０１', '2026-10-01'],
    ['2026-10-01..2026-10-07', '2026-10-01..2026-10-07'],
    ['2026-10-01 至 2026-10-07', '2026-10-01..2026-10-07'],
    ['2026年10月1日—2026年10月7日', '2026-10-01..2026-10-07'],
    ['2026-10-01～2026-10-07', '2026-10-01..2026-10-07'],
  ])('%s', (text, span) => expect(readDateSpans(text)).toEqual({ spans: [span], faults: [] }));

  it('stand one a line or parted by commas', () => {
    expect(readDateSpans('2026-01-04，2026-02-14、2026-02-28\n\n 2026-05-09 ').spans).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
    ]);
  });

  it.each(['国庆', '2026-02-30', '2026-10-07 至 2026-10-01', '10-01', '2026-13-01'])('not %s', (text) =>
    expect(readDateSpans(text)).toEqual({ spans: [], faults: [text] }),
  );
});
