import { pinyin } from 'pinyin-pro';
import { expect, it } from 'vitest';
import { areInitials, pinyinInitials } from '../../utils/base/pinyin-initials.ts';

/** The first level of GB 2312, rows 16 to 55: the characters of everyday use. */
const decoder = new TextDecoder('gb18030');
const COMMON = Array.from({ length: 40 }, (_, row) =>
  Array.from({ length: 94 }, (_, cell) => decoder.decode(new Uint8Array([0xb0 + row, 0xa1 + cell]))),
)
  .flat()
  .filter((char) => /^\p{Script=Han}$/u.test(char));

it.each([
  ['泉州某某检测', 'qzmmjc'],
  ['重庆', 'cq'],
  ['长沙银行', 'csyh'],
  ['厦门 abc 1', 'xm abc 1'],
])('%s is found by %s', (text, initials) => expect(pinyinInitials(text)).toContain(initials));

it('agrees with a dictionary on nearly every common character', () => {
  const wrong = COMMON.filter((char) => {
    const read = pinyin(char, { pattern: 'first', toneType: 'none', multiple: true, type: 'array' });
    return !read.includes(pinyinInitials(char)[0]!);
  });
  expect(wrong.length / COMMON.length).toBeLessThan(0.005);
});

it('takes letters alone for initials', () => {
  expect([areInitials('qz'), areInitials('q'), areInitials('q1'), areInitials('泉z')]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
