import { describe, expect, it } from 'vitest';
import { clockOffset, compareClocks } from '../../../utils/capture/network/server-clocks.ts';

describe('the clock', () => {
  const at = Date.parse('2026-11-23T06:32:07.300Z');

  it('is compared with the Date header, in seconds, ahead is positive', () => {
    expect(clockOffset([{ name: 'Date', value: 'Mon, 23 Nov 2026 06:32:17 GMT' }], at)).toBe(10.2);
    expect(clockOffset([{ name: 'date', value: 'Mon, 23 Nov 2026 05:32:07 GMT' }], at)).toBe(-3599.8);
  });

  it('says nothing without a readable date', () => {
    expect(clockOffset([], at)).toBeUndefined();
    expect(clockOffset([{ name: 'date', value: 'yesterday' }], at)).toBeUndefined();
  });

  it('takes no answer that lay in a cache on the way', () => {
    const date = { name: 'Date', value: 'Mon, 23 Nov 2026 06:32:17 GMT' };
    expect(clockOffset([date, { name: 'Age', value: '86400' }], at)).toBeUndefined();
    expect(clockOffset([date, { name: 'age', value: '0' }], at)).toBe(10.2);
  });

  it('is the median of the answers, with their spread', () => {
    const samples = [
      { host: 'a.example', offsetSeconds: 0.4 },
      { host: 'b.example', offsetSeconds: -86_000 },
      { host: 'a.example', offsetSeconds: 0.2 },
    ];
    expect(compareClocks(samples)).toEqual({
      serverOffsetSeconds: 0.2,
      leastOffsetSeconds: -86_000,
      mostOffsetSeconds: 0.4,
      answers: 3,
      servers: 2,
    });
    expect(compareClocks([])).toBeNull();
  });
});
