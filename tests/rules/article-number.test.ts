import { expect, it } from 'vitest';
import { articleFrom } from '../../rules/article-number.ts';

it.each([
  ['9', '第九条'],
  ['10', '第十条'],
  ['28', '第二十八条'],
  ['第61条', '第六十一条'],
  ['100', '第一百条'],
  ['103', '第一百零三条'],
  ['110', '第一百一十条'],
  ['六十一', '第六十一条'],
  [' 第十五条 ', '第十五条'],
  ['', null],
  ['0', null],
  ['第二款', null],
])('%s is cited as %s', (typed, article) => {
  expect(articleFrom(typed)).toBe(article);
});
