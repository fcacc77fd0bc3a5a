import { describe, expect, it } from 'vitest';
import { expandWords } from '../../rules/expand-words.ts';
import { WRITTEN_PACKS } from '../../rules/written-packs.ts';

const [pack] = WRITTEN_PACKS;
const [rule] = pack!.rules;

function familiesOf(slots: string[][], anyOrder?: boolean): string[][][] {
  const family = { slots: slots.map((anyOf) => ({ anyOf })), maxGap: 2, ...(anyOrder ? { anyOrder } : {}) };
  const { rules } = expandWords({ ...pack!, rules: [{ ...rule!, families: [family] }] });
  return rules[0]!.families!.map((one) => one.slots.map(({ anyOf }) => [...anyOf!]));
}

describe('a family in any order', () => {
  it('becomes one family for each order, the written one first', () => {
    expect(familiesOf([['不用寄'], ['样品', '样机']], true)).toEqual([
      [['不用寄'], ['样品', '样机']],
      [['样品', '样机'], ['不用寄']],
    ]);
    expect(familiesOf([['甲'], ['乙'], ['丙']], true).map((slots) => slots.flat().join(''))).toEqual([
      '甲乙丙',
      '甲丙乙',
      '乙甲丙',
      '乙丙甲',
      '丙甲乙',
      '丙乙甲',
    ]);
  });

  it('stays one where the order is given', () => {
    expect(familiesOf([['不用寄'], ['样品']])).toHaveLength(1);
  });
});
