// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { packErrorText } from '../../../components/rules/pack-error-text.ts';
import { BUILT_IN_PACKS } from '../../../rules/index.ts';
import { EMPTY_OFFICE_PACK, importOfficePack } from '../../../rules/office-pack.ts';
import { RulePackError } from '../../../rules/pack-error.ts';
import '../draw.ts';

const rule = { ...BUILT_IN_PACKS[0]!.rules[0]!, id: 'fake-certification/office-1' };

function refusal(change: object): string {
  try {
    importOfficePack(JSON.stringify({ ...EMPTY_OFFICE_PACK, ...change }), BUILT_IN_PACKS);
  } catch (error) {
    if (error instanceof RulePackError) return packErrorText(error);
    throw error;
  }
  return '';
}

it.each([
  [{ rules: [rule, { ...rule, pattern: '(a+)+$' }] }, '第 2 条规则 · pattern：没有这一项，请删除'],
  [{ rules: [{ ...rule, message: undefined }] }, '第 1 条规则 · 为什么：缺少这一项'],
  [
    { rules: [{ ...rule, phrases: [{ text: '出证' }, { text: '出\u200b证' }] }] },
    '短语 · 第 2 项："出\u200b证" 不合格式',
  ],
  [{ rules: [{ ...rule, level: 'high' }] }, '强度：只能是 "strong"、"weak"'],
  [{ rules: [{ ...rule, phrases: Array(2001).fill({ text: '出证' }) }] }, '短语：超过上限 2000'],
  [{ rules: [{ ...rule, phrases: ['出证'] }] }, '短语 · 第 1 项："出证" 不合格式'],
  [{ rules: 7 }, '规则：7 不合格式'],
])('says what is amiss, and where: %#', (change, words) => {
  expect(refusal(change)).toContain(words);
});
