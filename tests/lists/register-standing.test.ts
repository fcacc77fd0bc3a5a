import { describe, expect, it } from 'vitest';
import { SCOPE_EXAMPLES, SCOPES_OF_KINDS, STATE_EXAMPLES } from '../../rules/register-standing.ts';
import { faultWords, isEnded, isOutside, standingFaults } from '../../utils/lists/standing-faults.ts';

describe('what a list says against an approval', () => {
  it.each(STATE_EXAMPLES)('$state: ended $ended', ({ state, ended }) => {
    expect(isEnded(state)).toBe(ended);
  });

  it.each(SCOPE_EXAMPLES)('$kind in “$scope”: outside $outside', ({ kind, scope, outside }) => {
    expect(isOutside(kind, scope)).toBe(outside);
  });

  it('has an example of each kind inside and outside its scope', () => {
    for (const { kind } of SCOPES_OF_KINDS)
      expect(new Set(SCOPE_EXAMPLES.filter((one) => one.kind === kind).map(({ outside }) => outside)).size).toBe(2);
  });

  it.each([
    ['2026-11-22', true],
    ['2026-11-23', false],
    ['2021年1月1日至2026年11月22日', true],
    ['2026年10月', true],
    ['2026年11月', false],
    ['长期', false],
    ['', false],
  ])('validity %s has run out: %s', (validUntil, over) => {
    expect(standingFaults({ validUntil }, '2026-11-23').length > 0).toBe(over);
  });

  it('is said with both values', () => {
    const faults = standingFaults(
      { status: '注销', validUntil: '2024-01-31', scope: '有机产品认证' },
      '2026-11-23',
      'service',
    );
    expect(faultWords(faults)).toBe(
      '状态“注销”；有效期“2024-01-31”，早于 2026-11-23；范围“有机产品认证”，未见服务认证',
    );
  });
});
