import { describe, expect, it } from 'vitest';
import { datesIn, shortDate, slashOrderOf } from '../../utils/certificate/dates.ts';

const isoOf = (text: string) => datesIn(text).map(({ iso }) => iso);

describe('datesIn', () => {
  it.each([
    ['2023.05.06', '2023-05-06'],
    ['2023-5-6', '2023-05-06'],
    ['2023/05/06', '2023-05-06'],
    ['2023年5月6日', '2023-05-06'],
    ['2023 年 05 月 06 日', '2023-05-06'],
    ['二〇二三年五月六日', '2023-05-06'],
    ['二○二四年十二月三十一日', '2024-12-31'],
    ['二零二一年十月二十日', '2021-10-20'],
    ['二〇二二年三月廿一日', '2022-03-21'],
    ['May 6, 2023', '2023-05-06'],
    ['6 May 2023', '2023-05-06'],
    ['Sept. 18th, 2024', '2024-09-18'],
    ['06-May-2023', '2023-05-06'],
    ['25/12/2023', '2023-12-25'],
    ['12/25/2023', '2023-12-25'],
    ['06.05.2023', '2023-05-06'],
    ['20230506', '2023-05-06'],
    ['2023年5月', '2023-05'],
    ['March 2024', '2024-03'],
    ['2024-02-29', '2024-02-29'],
    ['贰零贰肆年玖月贰拾壹日', '2024-09-21'],
  ])('%s is %s', (text, iso) => expect(isoOf(text)).toEqual([iso]));

  it('leaves 06/05/2023 open until the page settles the order', () => {
    expect(isoOf('06/05/2023')).toEqual([undefined]);
    expect(slashOrderOf('25/12/2023 … 06/05/2023')).toBe('day-first');
    expect(datesIn('06/05/2023', 'day-first')[0]?.iso).toBe('2023-05-06');
    expect(slashOrderOf('25/12/2023 … 12/25/2023')).toBeUndefined();
  });

  it('knows no thirtieth of February', () => expect(datesIn('2023-02-30')).toEqual([{ raw: '2023-02-30', start: 0 }]));

  it('takes no date from a number', () => {
    expect(datesIn('证书编号 2016010901123456')).toEqual([]);
    expect(datesIn('XK2023-05-0612')).toEqual([]);
  });

  it('finds both ends of a period', () =>
    expect(isoOf('2023-01-01至2026-01-01')).toEqual(['2023-01-01', '2026-01-01']));
});

describe('a term written without a gap', () => {
  it.each(['2025.08.20-2030.08.19', '2025-08-20-2030-08-19', '20250820-20300819'])('%s has two ends', (text) =>
    expect(isoOf(text)).toEqual(['2025-08-20', '2030-08-19']),
  );
});

describe('shortDate', () => {
  it.each([
    ['25/3/4', '2025-03-04'],
    ['24.12.31', '2024-12-31'],
    ['25年3月', '2025-03'],
  ])('%s is %s', (text, iso) => expect(shortDate(text)?.iso).toBe(iso));
  it.each(['12/25/24', '99.1.1', '25.13.1', '25.3.4.1', '4.0'])('%s is none', (text) =>
    expect(shortDate(text)?.iso).toBeUndefined(),
  );
});
