import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import english from '../../public/_locales/en/messages.json';
import chinese from '../../public/_locales/zh_CN/messages.json';
import { loadPack, MAX_PACK_CHARACTERS } from '../../rules/load-pack.ts';
import { RulePackError } from '../../rules/pack-error.ts';
import { packStamp } from '../../rules/pack-stamp.ts';
import type { Rule } from '../../rules/rule.ts';
import { BUILT_IN_STAMPS, WEIGHTS, WRITTEN_PACKS } from '../../rules/written-packs.ts';

const rule: Rule = {
  id: 'false-promise/sample',
  category: 'false-promise',
  level: 'weak',
  name: '样例',
  phrases: [{ text: '包你满意' }],
  message: '说明。',
  exceptions: '例外。',
  advice: '建议。',
  legalBasis: [{ law: 'advertising-law', article: '第四条' }],
  source: '样例',
  examples: { hit: ['包你满意'], miss: ['其他'] },
};
const pack = (change: object = {}) => ({ id: 'office', version: '1.0.0', name: '样例包', rules: [rule], ...change });
const withRule = (change: object) => pack({ rules: [{ ...rule, ...change }] });

function problemOf(value: unknown): string {
  try {
    loadPack(typeof value === 'string' ? value : JSON.stringify(value));
  } catch (error) {
    if (!(error instanceof RulePackError)) throw error;
    expect(chinese).toHaveProperty(error.messageKey);
    expect(english).toHaveProperty(error.messageKey);
    return error.messageKey;
  }
  return 'loaded';
}

describe('loadPack', () => {
  it.each(['notice', 'published', 'claim-signals'])('loads the built-in pack %s', (name) => {
    const text = readFileSync(new URL(`../../rules/packs/${name}.json`, import.meta.url), 'utf8');
    expect(loadPack(text).rules.length).toBeGreaterThan(5);
  });

  it.each<[string, unknown, string]>([
    ['no JSON', '{ 规则', 'rulePackNotJsonAt'],
    ['something else', [1, 2], 'rulePackMalformed'],
    [
      'a million phrases',
      withRule({ phrases: Array.from({ length: 100_000 }, (_, n) => ({ text: `包你满意${n}` })) }),
      'rulePackTooLarge',
    ],
    [
      'more phrases than a rule may have',
      withRule({ phrases: Array.from({ length: 3000 }, () => ({ text: '包过' })) }),
      'rulePackMalformed',
    ],
    ['a field nobody knows', withRule({ pattern: '(a+)+$' }), 'rulePackMalformed'],
    [
      'more slots in any order than can be written out',
      withRule({
        families: [{ slots: Array.from({ length: 4 }, () => ({ anyOf: ['包过'] })), maxGap: 2, anyOrder: true }],
      }),
      'rulePackMalformed',
    ],
    ['a phrase of one character', withRule({ phrases: [{ text: '包' }] }), 'rulePackMalformed'],
    ['a phrase of marks', withRule({ phrases: [{ text: '……' }] }), 'rulePackMalformed'],
    ['hidden characters', withRule({ name: '样\u202e例' }), 'rulePackMalformed'],
    ['a lone surrogate', withRule({ message: '说明\ud800。' }), 'rulePackMalformed'],
    ['a law nobody read', withRule({ legalBasis: [{ law: 'constitution', article: '第一条' }] }), 'rulePackMalformed'],
    ['an id of another category', withRule({ id: 'absolute-terms/sample' }), 'rulePackMalformed'],
    ['the same rule twice', pack({ rules: [rule, rule] }), 'rulePackDuplicate'],
    ['a template that is not one', withRule({ templates: ['(证书'] }), 'rulePackTemplate'],
    ['neither phrases nor families', withRule({ phrases: undefined }), 'rulePackMalformed'],
    [
      'a list that is not there',
      withRule({ families: [{ slots: [{ lists: ['count'] }], maxGap: 2 }] }),
      'rulePackUnknownList',
    ],
    [
      'a list named like a builtin',
      withRule({ families: [{ slots: [{ lists: ['constructor'] }], maxGap: 2 }] }),
      'rulePackUnknownList',
    ],
    [
      'a list that names itself',
      pack({ lists: { a: ['{a}天'] }, rules: [{ ...rule, phrases: [{ text: '{a}出证' }] }] }),
      'rulePackUnknownList',
    ],
    [
      'placeholders that multiply',
      pack({
        lists: { a: Array.from({ length: 300 }, (_, n) => `甲${n}`) },
        rules: [{ ...rule, phrases: [{ text: '{a}{a}{a}' }] }],
      }),
      'rulePackTooManyWords',
    ],
  ])('refuses %s', (_what, value, problem) => {
    expect(problemOf(value)).toBe(problem);
  });

  it('refuses a file beyond its bound before reading it', () => {
    expect(problemOf(' '.repeat(MAX_PACK_CHARACTERS + 1))).toBe('rulePackTooLarge');
  });

  it('refuses deep nesting and prototype keys', () => {
    expect(problemOf(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toBe('rulePackMalformed');
    expect(problemOf('{"__proto__":{"rules":[]},"id":"office","version":"1.0.0","name":"样例包"}')).toBe(
      'rulePackMalformed',
    );
  });
});

describe('the JSON Schema for editors', () => {
  const schema = JSON.parse(readFileSync(new URL('../../rules/rule-pack.schema.json', import.meta.url), 'utf8'));
  const keys = (value: object) => Object.keys(value).sort();

  it('names the fields that loadPack accepts, and no others', () => {
    expect(keys(schema.properties)).toEqual(['$schema', 'id', 'lists', 'name', 'rules', 'version']);
    const everyField = {
      ...rule,
      families: [{ slots: [{ anyOf: ['包你'] }], maxGap: 0 }],
      templates: ['(包你|包您) 满意 <2'],
      force: 'fair',
      allow: ['包你满意书'],
      disabled: false,
    };
    expect(keys(schema.$defs.rule.properties)).toEqual(keys(everyField));
    expect(problemOf(pack({ rules: [everyField] }))).toBe('loaded');
    for (const object of [schema, schema.$defs.rule, schema.$defs.family, schema.$defs.slot])
      expect(object.additionalProperties).toBe(false);
  });
});

describe('packStamp', () => {
  it('is what is stored beside the built-in packs (npm run stamps)', async () => {
    expect(await Promise.all([...WRITTEN_PACKS, WEIGHTS].map(packStamp))).toEqual(BUILT_IN_STAMPS);
  });

  it('does not depend on the order of keys, and changes with a word', async () => {
    const one = await packStamp({ id: 'a', version: '1.0.0', name: '甲', rules: [] });
    const same = await packStamp({ rules: [], name: '甲', version: '1.0.0', id: 'a' });
    const other = await packStamp({ id: 'a', version: '1.0.0', name: '乙', rules: [] });
    expect(same).toEqual(one);
    expect(other.sha256).not.toBe(one.sha256);
  });
});
