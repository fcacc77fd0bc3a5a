import { describe, expect, it } from 'vitest';
import { flattenFacts } from '../../../components/item/flatten-facts.ts';
import { zoomStep } from '../../../components/item/zoom.ts';
import { hostLines, isServiceAddress, wholeNumber } from '../../../components/settings/setting-values.ts';

describe('settings', () => {
  it('read hosts from lines, commas and addresses', () => {
    expect(hostLines('A.example\nhttps://b.example/path, a.example；c.example:8080\n\n??')).toEqual([
      'a.example',
      'b.example',
      'c.example',
    ]);
  });

  it('accept only web addresses as services', () => {
    expect(isServiceAddress('https://tsa.example/tsr')).toBe(true);
    expect(isServiceAddress('javascript:alert(1)')).toBe(false);
    expect(isServiceAddress('tsa.example')).toBe(false);
  });

  it('keep numbers whole and in bounds', () => {
    expect(wholeNumber('30', 0, 500)).toBe(30);
    expect(wholeNumber('9999', 0, 500)).toBe(500);
    expect(wholeNumber('-1', 0, 500)).toBe(0);
    expect(wholeNumber('1.5', 0, 500)).toBeUndefined();
    expect(wholeNumber(' ', 0, 500)).toBeUndefined();
  });
});

describe('facts of a captured file', () => {
  it('are listed in their order, named headers by their names', () => {
    const facts = flattenFacts({
      status: 200,
      fromCache: false,
      headers: [{ name: 'date', value: 'x' }],
      hops: ['a', 'b'],
    });
    expect(facts).toEqual([
      { path: ['status'], value: '200' },
      { path: ['fromCache'], value: 'false' },
      { path: ['headers', 'date'], value: 'x' },
      { path: ['hops', '1'], value: 'a' },
      { path: ['hops', '2'], value: 'b' },
    ]);
  });

  it('leave out what is empty', () => {
    expect(flattenFacts({ a: null, b: '', c: [], d: {} })).toEqual([]);
  });
});

describe('zoom', () => {
  it('goes in steps from any scale and stops at both ends', () => {
    expect(zoomStep(0.64, 1)).toBe(0.67);
    expect(zoomStep(0.64, -1)).toBe(0.5);
    expect(zoomStep(4, 1)).toBe(4);
    expect(zoomStep(0.1, -1)).toBe(0.1);
  });
});
