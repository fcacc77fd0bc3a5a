import { describe, expect, it } from 'vitest';
import { checkedDismissal } from '../utils/messages-border.ts';

describe('the border of messages', () => {
  it('takes tab ids of the whole range that browsers give out', () => {
    const dismissal = { tabId: 1_286_642_111, frameId: 2_147_483_647, findingId: 'f2', dismissed: true };
    expect(checkedDismissal(dismissal)).toEqual(dismissal);
  });

  it.each([{ tabId: -1 }, { tabId: 1.5 }, { tabId: '7' }, { frameId: 2 ** 40 }])('refuses %j', (forged) => {
    expect(() => checkedDismissal({ findingId: 'f2', dismissed: true, ...forged })).toThrow();
  });
});
