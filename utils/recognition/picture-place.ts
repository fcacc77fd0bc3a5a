import type { PictureBox, PictureReading } from './reading.ts';

/** The smallest box around several. */
function around(boxes: readonly PictureBox[]): PictureBox {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** Chinese characters are about twice as wide as Latin ones and digits. */
const widthOf = (text: string) => [...text].reduce((sum, char) => sum + (/[\u2e80-\uffef]/.test(char) ? 2 : 1), 0);

/**
 * Where characters stand in a picture, px of the picture; null when they are outside of its text. Within an upright line the
 * place is estimated from the widths of the characters; of a turned one the whole line is given.
 * @param start characters, over the lines joined by line feeds
 */
export function placeInPicture(
  { lines, turned }: Pick<PictureReading, 'lines' | 'turned'>,
  start: number,
  length: number,
): PictureBox | null {
  const boxes: PictureBox[] = [];
  let at = 0;
  for (const { text, box } of lines) {
    const from = Math.max(0, start - at);
    const to = Math.min(text.length, start + length - at);
    at += text.length + 1;
    if (to <= from || text === '') continue;
    if (turned !== 0) {
      boxes.push(box);
      continue;
    }
    const unit = box.width / widthOf(text);
    const x = box.x + unit * widthOf(text.slice(0, from));
    boxes.push({ ...box, x, width: unit * widthOf(text.slice(from, to)) });
  }
  return boxes.length > 0 ? around(boxes) : null;
}
