import { describe, expect, it } from 'vitest';
import { BUILT_IN_PACKS } from '../../rules/index.ts';
import { compile } from '../../utils/scan/compile.ts';
import { createMatcher } from '../../utils/scan/matcher.ts';
import { pinyinNoteAt } from '../../utils/scan/pinyin-note.ts';

describe('pinyinNoteAt', () => {
  it.each([
    ['认(rèn)证', 1, 5],
    ['權（quán）威', 1, 6],
    ['认(CMA)证', 1, 0],
    ['认(rèn', 1, 0],
    ['认证', 1, 0],
  ])('%s at %i: %i', (text, at, length) => expect(pinyinNoteAt(text, at)).toBe(length));
});

describe('a page that notes how its characters are said', () => {
  const match = createMatcher(compile(BUILT_IN_PACKS), new Set());

  it('is read without the notes', () => {
    const { exact } = match('本中心提供招標必備認(rèn)證咨詢');
    expect(exact.map(({ phrase, evasions }) => [phrase, evasions])).toEqual([
      ['招标必备认证', expect.arrayContaining(['ruby'])],
    ]);
  });

  it('keeps words in brackets that are words', () => {
    expect(match('招标必备(CMA)认证').exact.filter(({ phrase }) => phrase === '招标必备认证')).toEqual([]);
  });
});
