import { describe, expect, it } from 'vitest';
import type { Family } from '../../rules/rule.ts';
import { WRITTEN_PACKS } from '../../rules/written-packs.ts';
import { createScanner } from '../../utils/scan/scanner.ts';

const [pack] = WRITTEN_PACKS;
const { phrases: _none, ...rule } = pack!.rules[0]!;

/** What a rule of this one family matches in a text. */
function matched(family: Family, text: string): string[] {
  const { lists: _lists, ...written } = pack!;
  const scanner = createScanner([{ ...written, rules: [{ ...rule, families: [family] }] }]);
  return scanner.scanText(text).map((finding) => finding.matchedText);
}

const seen: Family = { slots: [{ anyOf: ['不看'] }, { anyOf: ['货'] }], maxGap: 1, requires: { anyOf: ['质检报告'] } };

describe('the object of a family', () => {
  it('stands in the same clause', () => {
    expect(matched(seen, '质检报告不看货')).toEqual(['不看货']);
    expect(matched(seen, '质检报告，不看货')).toEqual([]);
  });

  it('stands anywhere in the sentence where the family says so, while its slots keep to one clause', () => {
    const wide = { ...seen, objectInSentence: true };
    expect(matched(wide, '质检报告，不看货')).toEqual(['不看货']);
    expect(matched(wide, '质检报告。不看货')).toEqual([]);
    expect(matched(wide, '质检报告不看，货')).toEqual([]);
    expect(matched({ ...wide, acrossComma: true }, '质检报告不看，货')).toEqual(['不看，货']);
  });
});
