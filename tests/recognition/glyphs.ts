import type { Glyph, RecognisedLine } from '../../utils/recognition/picture-reading.ts';

/** Glyphs of a text, each of a width of its own, side by side from a place. */
export const glyphsOf = (text: string, x = 0, y = 0, width = 20): Glyph[] =>
  [...text].map((char, index) => ({ char, sure: 0.9, box: { x: x + index * width, y, width, height: 20 } }));

/** A recognised line with its glyphs side by side. */
export const lineOf = (text: string, x = 0, y = 0, width = 20): RecognisedLine => ({
  text,
  confidence: 0.9,
  box: { x, y, width: text.length * width, height: 20 },
  glyphs: glyphsOf(text, x, y, width),
});
