import type { PictureBox, RecognisedLine } from './picture-reading.ts';

/** A line of a picture that was read `scale` times as large as the places are to be given. */
export function scaledLine(line: RecognisedLine, scale: number): RecognisedLine {
  if (scale === 1) return line;
  const back = ({ x, y, width, height }: PictureBox): PictureBox => ({
    x: x / scale,
    y: y / scale,
    width: width / scale,
    height: height / scale,
  });
  return { ...line, box: back(line.box), glyphs: line.glyphs.map((glyph) => ({ ...glyph, box: back(glyph.box) })) };
}
