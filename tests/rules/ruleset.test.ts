import { describe, expect, it } from 'vitest';
import { citedOn } from '../../rules/legal-basis.ts';
import { EMPTY_OFFICE_PACK } from '../../rules/office-pack.ts';
import { digestsOf, rulesetOf } from '../../rules/ruleset.ts';
import { BUILT_IN_STAMPS, WRITTEN_PACKS } from '../../rules/written-packs.ts';
import { ruleOf } from '../scan/notice-like-pack.ts';

const BUILT_IN = { packs: WRITTEN_PACKS, stamps: BUILT_IN_STAMPS };
const own = ruleOf({ id: 'false-promise/office-1', message: '本单位的说明。', phrases: [{ text: '隔夜飞递' }] });
const stamp = { id: 'office', version: '1.0.1', sha256: 'e'.repeat(64) };

describe('a ruleset', () => {
  it('names its packs and explains their rules', () => {
    const ruleset = rulesetOf(BUILT_IN, null);
    expect(ruleset.stamps).toEqual(BUILT_IN_STAMPS);
    const [rule] = WRITTEN_PACKS[0]!.rules;
    const { message, exceptions, advice, source, legalBasis } = rule!;
    expect(ruleset.explain(rule!.id, '2026-11-23')).toEqual({
      message,
      exceptions,
      advice,
      source,
      legalBasis: citedOn(legalBasis, '2026-11-23'),
    });
    expect(ruleset.packOf(rule!.id)).toEqual(BUILT_IN_STAMPS[0]);
    expect(ruleset.explain('false-promise/gone', '2026-11-23')).toBeUndefined();
  });

  it('explains rules of the office like any other, and is another one than without them', () => {
    const ruleset = rulesetOf(BUILT_IN, { pack: { ...EMPTY_OFFICE_PACK, rules: [own] }, stamp });
    expect(ruleset.explain(own.id, '2026-11-23')).toMatchObject({ message: '本单位的说明。' });
    expect(ruleset.stamps.at(-1)).toBe(stamp);
    expect(digestsOf(ruleset.stamps)).not.toBe(digestsOf(BUILT_IN_STAMPS));
  });
});
