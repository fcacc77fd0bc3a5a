import { describe, expect, it } from 'vitest';
import { joinWords, type PlacedWord, rowsOf } from '../../utils/recognition/rows.ts';

const word = (text: string, x: number, y = 0, width = text.length * 20): PlacedWord => ({
  text,
  confidence: 0.9,
  box: { x, y, width, height: 20 },
});

describe('joinWords', () => {
  it('drops the spaces that tesseract puts between Chinese characters', () => {
    expect(joinWords([word('检验', 0), word('报告', 42)], 20)).toBe('检验报告');
  });

  it('parts columns by a tab and Latin words by a space', () => {
    expect(joinWords([word('报告编号', 0), word('No', 160), word('A1', 206)], 20)).toBe('报告编号\tNo A1');
  });

  it('folds full-width characters', () => {
    expect(joinWords([word('ＷＺ２０２６', 0)], 20)).toBe('WZ2026');
  });
});

describe('rowsOf', () => {
  it('puts a label block and a value block back into rows', () => {
    const rows = rowsOf([
      [word('报告编号', 0, 0)],
      [word('样品名称', 0, 40)],
      [word('WZ01', 200, 1)],
      [word('保温杯', 200, 42)],
    ]);
    expect(rows.map((row) => row.text)).toEqual(['报告编号\tWZ01', '样品名称\t保温杯']);
    expect(rows[0]?.box).toEqual({ x: 0, y: 0, width: 280, height: 21 });
  });

  it('keeps lines apart that stand under each other', () => {
    expect(rowsOf([[word('上一行', 0, 0)], [word('下一行', 0, 24)]])).toHaveLength(2);
  });
});
