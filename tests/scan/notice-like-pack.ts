import type { Rule, RulePack } from '../../rules/rule.ts';

/** A rule with the fields that a test cares for; the rest is filled in. */
export function ruleOf(rule: Partial<Rule> & Pick<Rule, 'id'>): Rule {
  return {
    category: 'false-promise',
    level: 'strong',
    name: rule.id,
    message: '测试。',
    exceptions: '无。',
    advice: '无。',
    legalBasis: [],
    source: '测试',
    examples: { hit: [], miss: [] },
    ...rule,
  };
}

const phrases = (...texts: string[]) => texts.map((text) => ({ text }));

/** Phrases of the notice and two families, small enough to reason about. */
export const PACK: RulePack = {
  id: 'test',
  version: '1.0.0',
  name: '测试包',
  rules: [
    ruleOf({ id: 'same-day', phrases: phrases('当天出证', '不送样检测', '检测包过') }),
    ruleOf({ id: 'quick', level: 'weak', phrases: phrases('快速出证', '加急认证', '招标必备认证') }),
    ruleOf({
      id: 'authority',
      phrases: phrases('权威认证', '国际权威认证机构'),
      allow: ['权威认证机构名录', '快速出证件照'],
    }),
    ruleOf({ id: 'percent', phrases: phrases('100%通过') }),
    ruleOf({
      id: 'speed',
      families: [
        {
          slots: [{ anyOf: ['3天', '三天', '24小时', '当日'] }, { anyOf: ['拿证', '下证', '出报告', '证书'] }],
          maxGap: 4,
        },
      ],
    }),
    ruleOf({
      id: 'refund',
      families: [
        {
          slots: [{ anyOf: ['不过'] }, { anyOf: ['退款', '退钱'] }],
          maxGap: 3,
          requires: { anyOf: ['检测', '认证', '报告'] },
        },
      ],
      allow: ['保证书'],
    }),
  ],
};
