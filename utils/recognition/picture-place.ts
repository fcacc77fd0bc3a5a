import { around } from './around.ts';
import type { Glyph, PictureBox, PictureReading } from './picture-reading.ts';

/**
 * The characters of a stretch of a picture's text, without the spaces and tabs between them.
 * @param start characters, over the lines joined by line feeds
 */
export function glyphsAt({ lines }: Pick<PictureReading, 'lines'>, start: number, length: number): Glyph[] {
  let at = 0;
  return lines.flatMap(({ glyphs }) => {
    const from = Math.max(0, start - at);
    const to = Math.max(0, start + length - at);
    at += glyphs.length + 1;
    return glyphs.slice(from, to).filter(({ char }) => char.trim() !== '');
  });
}

/** Where characters stand in a picture, px of the picture; null when they are outside of its text. */
export function placeInPicture(
  reading: Pick<PictureReading, 'lines'>,
  start: number,
  length: number,
): PictureBox | null {
  const glyphs = glyphsAt(reading, start, length);
  return glyphs.length > 0 ? around(glyphs.map(({ box }) => box)) : null;
}
