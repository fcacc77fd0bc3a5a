import { describe, expect, it } from 'vitest';
import { joinWords, type PlacedWord, rowsOf } from '../../utils/recognition/rows.ts';
import { glyphsOf } from './glyphs.ts';

const word = (text: string, x: number, y = 0): PlacedWord => ({
  box: { x, y, width: text.length * 20, height: 20 },
  glyphs: glyphsOf(text, x, y).map((glyph) => ({ ...glyph, from: glyph.box.x, to: glyph.box.x + glyph.box.width })),
});
const textOf = (glyphs: readonly { char: string }[]) => glyphs.map(({ char }) => char).join('');

describe('joinWords', () => {
  it('puts no space between Chinese words', () => {
    expect(textOf(joinWords([word('检验', 0), word('报告', 42)], 20))).toBe('检验报告');
  });

  it('parts columns by a tab and Latin words by a space', () => {
    expect(textOf(joinWords([word('报告编号', 0), word('No', 160), word('A1', 206)], 20))).toBe('报告编号\tNo A1');
  });

  it('parts a label from its value where one box holds both', () => {
    const both = { ...word('编号', 0), glyphs: [...word('编号', 0).glyphs, ...word('A1', 100).glyphs] };
    expect(textOf(joinWords([both], 20))).toBe('编号\tA1');
  });

  it('folds full-width characters, and those of several in one keep their place', () => {
    expect(textOf(joinWords([word('ＷＺ２０２６', 0)], 20))).toBe('WZ2026');
    expect(joinWords([word('℃', 40)], 20)).toMatchObject([
      { char: '°', box: { x: 40 } },
      { char: 'C', box: { x: 40 } },
    ]);
  });
});

describe('rowsOf', () => {
  it('puts labels and values back into rows', () => {
    const rows = rowsOf([
      word('报告编号', 0, 0),
      word('样品名称', 0, 40),
      word('WZ01', 200, 1),
      word('保温杯', 200, 42),
    ]);
    expect(rows.map(({ glyphs }) => textOf(glyphs))).toEqual(['报告编号\tWZ01', '样品名称\t保温杯']);
  });

  it('keeps lines apart that stand under each other', () => {
    expect(rowsOf([word('上一行', 0, 0), word('下一行', 0, 24)])).toHaveLength(2);
  });
});
