import { describe, expect, it } from 'vitest';
import type { Finding } from '../../utils/scan/finding.ts';
import { pageVerdict } from '../../utils/scan/page-verdict.ts';

const finding = (change: Partial<Finding> & { dismissed?: boolean } = {}) => ({
  disposition: 'claim' as const,
  level: 'weak' as const,
  ruleId: 'false-promise/fast-issue',
  matchedText: '出证快',
  hidden: false,
  channel: 'text' as const,
  evasions: [],
  ...change,
});
const licensed = { licence: 'CNAS L0001' };
const strong = finding({ level: 'strong', ruleId: 'fake-certification/same-day', matchedText: '当天出证' });

describe('pageVerdict', () => {
  it('flags on a claim that nobody put aside', () => {
    const none = { strength: 'none', signs: [] };
    expect(pageVerdict([finding({ disposition: 'cited' }), finding({ disposition: 'negated' })], {})).toEqual(none);
    expect(pageVerdict([{ ...strong, dismissed: true }], {})).toEqual(none);
    expect(pageVerdict([finding()], licensed)).toEqual({ strength: 'weak', signs: [] });
  });

  it('grows from weak to strong with what supports the claims', () => {
    const contact = { ...licensed, offPlatformContact: '加微信' };
    const second = finding({ ruleId: 'absolute-terms/undefined-authority' });
    expect(pageVerdict([finding()], {}).strength).toBe('weak');
    expect(pageVerdict([finding(), second], contact).strength).toBe('medium');
    expect(pageVerdict([strong], licensed).strength).toBe('medium');
    expect(pageVerdict([strong], {}).strength).toBe('strong');
    expect(pageVerdict([strong], { ...licensed, telephone: '400-800-1234' })).toEqual({
      strength: 'medium',
      signs: [
        { sign: 'strong-claim', quotes: ['当天出证'] },
        { sign: 'telephone', quotes: ['400-800-1234'] },
      ],
    });
    expect(pageVerdict([strong], contact).strength).toBe('strong');
  });

  it('calls nothing hidden that a page says of itself for search engines', () => {
    const described = finding({ hidden: true, channel: 'meta' });
    expect(pageVerdict([described], licensed)).toEqual({ strength: 'weak', signs: [] });
  });

  it('says what it rests on, in the page’s words', () => {
    const evasive = finding({ hidden: true, evasions: ['pinyin'], matchedText: 'chuzheng快' });
    expect(pageVerdict([evasive, strong, strong], { tokenPrice: '¥1.00', offPlatformContact: '加客服薇信' })).toEqual({
      strength: 'strong',
      signs: [
        { sign: 'strong-claim', quotes: ['当天出证'] },
        { sign: 'several-rules', quotes: ['当天出证', 'chuzheng快'] },
        { sign: 'evasive-spelling', quotes: ['chuzheng快'] },
        { sign: 'hidden-claim', quotes: ['chuzheng快'] },
        { sign: 'no-licence', quotes: [] },
        { sign: 'token-price', quotes: ['¥1.00'] },
        { sign: 'off-platform-contact', quotes: ['加客服薇信'] },
      ],
    });
  });
});
