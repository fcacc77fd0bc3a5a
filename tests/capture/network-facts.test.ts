import { describe, expect, it } from 'vitest';
import { clockOffset, keptHeaders } from '../../utils/capture/network-facts.ts';

describe('response headers', () => {
  it('keep the name of a cookie header and drop its value', () => {
    expect(keptHeaders([{ name: 'Set-Cookie', value: 'session=abc' }])).toEqual([
      { name: 'Set-Cookie', value: '（值未保存）' },
    ]);
  });

  it('are bounded in number and length', () => {
    const many = Array.from({ length: 1000 }, (_, index) => ({ name: `x-${index}`, value: 'v'.repeat(20_000) }));
    const kept = keptHeaders(many);
    expect(kept).toHaveLength(200);
    expect(kept[0]!.value).toHaveLength(8000);
  });
});

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
});
