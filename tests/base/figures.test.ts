import { describe, expect, it } from 'vitest';
import {
  clockText,
  countText,
  dateText,
  dateTimeText,
  elapsedText,
  rowTimeText,
  sizeText,
  zonedTimeText,
} from '../../utils/base/figures.ts';

const AT = new Date(2026, 10, 23, 14, 32, 7).toISOString();

describe('figures', () => {
  it('groups thousands', () => {
    expect(countText(1284)).toBe('1,284');
  });

  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1024, '1.0 KB'],
    [19_503_513, '18.6 MB'],
    [120 * 1024 * 1024, '120 MB'],
    [86 * 1024 ** 3, '86.0 GB'],
  ])('writes %i bytes as %s', (bytes, text) => {
    expect(sizeText(bytes)).toBe(text);
  });

  it('writes times in the machine’s zone, 24 hours', () => {
    expect(dateTimeText(AT)).toBe('2026-11-23 14:32:07');
    expect(clockText(AT)).toBe('14:32:07');
  });

  it('leaves the year out of this year’s rows only', () => {
    expect(rowTimeText(AT, AT)).toBe('11-23 14:32');
    expect(rowTimeText(new Date(2025, 0, 2, 3, 4, 5).toISOString(), AT)).toBe('2025-01-02 03:04');
  });

  it('writes the zone where a time may be relied on', () => {
    expect(zonedTimeText(AT)).toMatch(/^2026-11-23 14:32:07 UTC[+-]\d\d:\d\d$/);
  });

  it('leaves the year out of this year’s dates only', () => {
    expect(dateText('2026-12-14', '2026-11-23')).toBe('12-14');
    expect(dateText('2027-01-04', '2026-11-23')).toBe('2027-01-04');
  });

  it('writes elapsed time as a clock', () => {
    expect(elapsedText(14_900)).toBe('00:14');
    expect(elapsedText(3_725_000)).toBe('1:02:05');
    expect(elapsedText(-5)).toBe('00:00');
  });
});
