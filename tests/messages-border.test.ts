import { describe, expect, it } from 'vitest';
import { checkedDismissal, checkedPart } from '../utils/messages/border.ts';

describe('the border of messages', () => {
  it('takes tab ids of the whole range that browsers give out', () => {
    const dismissal = { tabId: 1_286_642_111, frameId: 2_147_483_647, findingId: 'f2', dismissed: true };
    expect(checkedDismissal(dismissal)).toEqual(dismissal);
  });

  it.each([{ tabId: -1 }, { tabId: 1.5 }, { tabId: '7' }, { frameId: 2 ** 40 }])('refuses %j', (forged) => {
    expect(() => checkedDismissal({ findingId: 'f2', dismissed: true, ...forged })).toThrow();
  });

  it('puts the script of no other part into a frame', () => {
    expect(checkedPart({ part: 'card' })).toBe('card');
    for (const forged of [{ part: '/library.js' }, { part: 'constructor' }, { part: ['card'] }, undefined]) {
      expect(() => checkedPart(forged)).toThrow();
    }
  });
});
