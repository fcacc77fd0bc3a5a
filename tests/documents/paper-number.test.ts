import { describe, expect, it } from 'vitest';
import { isNumberPattern, paperNumber } from '../../utils/documents/paper-number.ts';

describe('the number of a paper', () => {
  it.each([
    ['某市监电取〔{年}〕{号}号', 7, '某市监电取〔2026〕7号'],
    ['{年}-{号4}', 7, '2026-0007'],
    ['{年}-{号2}', 123, '2026-123'],
  ])('%s gives the %dth %s', (pattern, count, number) => expect(paperNumber(pattern, 2026, count)).toBe(number));

  it('needs the counter, or is left to the hand', () => {
    expect(['', '{号}', '〔{年}〕{号3}号'].map(isNumberPattern)).toEqual([true, true, true]);
    expect(['〔{年}〕号', '号', '{号0}'].map(isNumberPattern)).toEqual([false, false, false]);
  });
});
