import { describe, expect, it } from 'vitest';
import type { Finding } from '../../utils/scan/finding.ts';
import { pageVerdict } from '../../utils/scan/verdict.ts';

const finding = (change: Partial<Finding> = {}) => ({
  disposition: 'claim' as const,
  level: 'weak' as const,
  ruleId: 'false-promise/fast-issue',
  hidden: false,
  evasions: [],
  ...change,
});
const LICENSED = '营业执照 统一社会信用代码 91350100M000100Y43';
const signs = (text: string, ...findings: ReturnType<typeof finding>[]) =>
  pageVerdict(findings, text).reasons.map(({ sign }) => sign);

describe('pageVerdict', () => {
  it('flags on a claim only', () => {
    expect(
      pageVerdict([finding({ disposition: 'cited' }), finding({ disposition: 'negated' })], '加微信 abc123'),
    ).toEqual({
      flagged: false,
      strength: 'none',
      reasons: [],
    });
    expect(pageVerdict([finding()], LICENSED)).toEqual({ flagged: true, strength: 'weak', reasons: [] });
  });

  it('is strong by one strong claim, or by several weak ones that the page supports', () => {
    expect(pageVerdict([finding({ level: 'strong' })], LICENSED).strength).toBe('strong');
    const two = [finding(), finding({ ruleId: 'absolute-terms/undefined-authority' })];
    expect(pageVerdict(two, LICENSED).strength).toBe('weak');
    expect(pageVerdict(two, `${LICENSED} 加微信`).strength).toBe('strong');
  });

  it('lists what supports it, in the page’s words', () => {
    expect(signs('专业办理', finding())).toEqual(['no-licence']);
    expect(signs(LICENSED, finding({ hidden: true, evasions: ['pinyin'] }))).toEqual([
      'evasive-spelling',
      'hidden-claim',
    ]);
    expect(pageVerdict([finding()], `${LICENSED} ¥1.00 加客服薇信`).reasons).toEqual([
      { sign: 'token-price', quote: '¥1.00' },
      { sign: 'off-platform-contact', quote: '加客服薇信' },
    ]);
    expect(signs(`${LICENSED} ¥1280.00 ¥1,999 101元起`, finding())).toEqual([]);
  });
});
