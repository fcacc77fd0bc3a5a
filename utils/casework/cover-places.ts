import { coveredSpans, likeness } from '../documents/redact-text.ts';
import type { PictureBox, RecognisedLine } from '../recognition/picture-reading.ts';

/** A place of a picture that can be covered: a line of text, and whether it has to be. */
export interface CoverPlace {
  id: string;
  box: PictureBox;
  /** What was read there. */
  text: string;
  covered: boolean;
}

/** From this share of a secret's pairs on a line is taken to name it, misread. */
const ALIKE = 0.5;

/** What covers letters reaches a little beyond them, as a part of their height. */
const BEYOND = 0.2;

function around(boxes: readonly PictureBox[]): PictureBox {
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  const more = (bottom - top) * BEYOND;
  return { x: left - more, y: top - more, width: right - left + 2 * more, height: bottom - top + 2 * more };
}

/** The parts of a line that names and numbers stand on; the whole line where it only seems to hold one. */
function coveredBoxes({ text, glyphs, box }: RecognisedLine, secrets: readonly string[]): PictureBox[] {
  const spans = coveredSpans(text, secrets);
  const exact = glyphs.length === text.length;
  if (spans.length > 0 && exact)
    return spans.map(([from, until]) => around(glyphs.slice(from, until).map((one) => one.box)));
  const alike = spans.length > 0 || secrets.some((secret) => likeness(text, secret) >= ALIKE);
  return alike ? [around([box])] : [];
}

/** Every line of a picture as places that an officer can cover or uncover; those that name the party are covered from the start. */
export const coverPlaces = (lines: readonly RecognisedLine[], secrets: readonly string[]): CoverPlace[] =>
  lines.flatMap((line, index) => {
    const boxes = coveredBoxes(line, secrets);
    const place = (box: PictureBox, part: number, covered: boolean) => ({
      id: `${index}.${part}`,
      box,
      text: line.text,
      covered,
    });
    return boxes.length > 0 ? boxes.map((box, part) => place(box, part, true)) : [place(around([line.box]), 0, false)];
  });
