import { describe, expect, it } from 'vitest';
import { BUILT_IN_PACKS } from '../../rules/index.ts';
import type { Rule } from '../../rules/rule.ts';
import { ruleDefects } from '../../rules/rule-defects.ts';

const whole: Rule = {
  id: 'false-promise/office-1',
  category: 'false-promise',
  level: 'weak',
  name: '隔夜飞递',
  phrases: [{ text: '隔夜飞递到手' }],
  message: '为什么。',
  exceptions: '例外。',
  advice: '下一步。',
  legalBasis: [],
  source: '本单位规则',
  examples: { hit: ['质检报告隔夜飞递到手'], miss: ['质检报告'] },
};
const { phrases: _phrases, ...wordless } = whole;

describe('ruleDefects', () => {
  it('finds nothing amiss in a rule that a pack may hold', () => {
    expect(ruleDefects(whole)).toEqual([]);
    for (const rule of BUILT_IN_PACKS.flatMap(({ rules }) => rules.slice(0, 2)))
      expect(ruleDefects({ ...rule, id: `${rule.category}/office-1` })).toEqual([]);
  });

  it.each<[string, Rule, object]>([
    ['no wording', wordless, { field: 'phrases', problem: 'missing' }],
    ['no name', { ...whole, name: '' }, { field: 'name', problem: 'missing' }],
    ['a long name', { ...whole, name: '长'.repeat(21) }, { field: 'name', problem: 'too-long', most: 20 }],
    ['a phrase of one character', { ...whole, phrases: [{ text: '证' }] }, { field: 'phrases', problem: 'too-short' }],
    ['a zero-width space', { ...whole, message: '为\u200b什么' }, { field: 'message', problem: 'unreadable' }],
    ['no example', { ...whole, examples: { hit: [], miss: ['无'] } }, { field: 'hit', problem: 'missing' }],
    [
      'too many exceptions',
      { ...whole, allow: Array.from({ length: 2001 }, (_, index) => `例外${index}`) },
      { field: 'allow', problem: 'too-many', most: 2000 },
    ],
    [
      'a place without a word',
      { ...wordless, families: [{ slots: [{ anyOf: ['隔夜'] }, { anyOf: [] }], maxGap: 4 }] },
      { field: 'families', problem: 'missing' },
    ],
    [
      'places that may all be empty',
      { ...wordless, families: [{ slots: [{ anyOf: ['隔夜'], optional: true }], maxGap: 4 }] },
      { field: 'families', problem: 'missing' },
    ],
  ])('names %s', (_what, rule, defect) => {
    expect(ruleDefects(rule)).toEqual([defect]);
  });
});
