import { describe, expect, it } from 'vitest';
import { keptHeaders } from '../../../utils/capture/network/network-facts.ts';

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
