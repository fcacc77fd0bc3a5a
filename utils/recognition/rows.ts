import { cleanRow } from './clean-row.ts';
import type { PictureBox } from './reading.ts';

/** A recognised word with its place. */
export interface PlacedWord {
  text: string;
  box: PictureBox;
  /** 0…1 */
  confidence: number;
}

/** Words that stand on one line across the whole picture. */
export interface Row {
  text: string;
  box: PictureBox;
  confidence: number;
}

/** A gap wider than this many line heights parts two columns; one wider than the second parts two words. */
const COLUMN_GAP = 1.4;
const WORD_GAP = 0.9;
const LATIN_GAP = 0.18;

const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/**
 * One line of text from its words, NFKC: columns parted by a tab, words by a space where there really is a gap. Tesseract
 * itself puts a space after almost every Chinese character, so only the boxes tell.
 */
export function joinWords(words: readonly PlacedWord[], lineHeight: number): string {
  let text = '';
  let end = Number.NEGATIVE_INFINITY;
  for (const word of words) {
    const part = word.text.normalize('NFKC').trim();
    if (part === '') continue;
    const gap = (word.box.x - end) / lineHeight;
    if (text !== '') {
      const latin = !WIDE.test(text.at(-1)!) && !WIDE.test(part[0]!);
      if (gap > COLUMN_GAP) text += '\t';
      else if (gap > WORD_GAP || (latin && gap > LATIN_GAP)) text += ' ';
    }
    text += part;
    end = word.box.x + word.box.width;
  }
  return text;
}

function union(boxes: readonly PictureBox[]): PictureBox {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

/** Share of the lower of two boxes that lies beside the other. */
function overlap(a: PictureBox, b: PictureBox): number {
  const shared = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return shared / Math.min(a.height, b.height);
}

/**
 * Puts recognised lines back together across columns: the layout analysis reads the labels of a form as one block and the
 * values as another, and a label without its value says nothing.
 * @param lines words of each recognised line, left to right
 */
export function rowsOf(lines: readonly (readonly PlacedWord[])[]): Row[] {
  const segments = lines
    .filter((words) => words.length > 0)
    .map((words) => ({ words, box: union(words.map((word) => word.box)) }))
    .sort((a, b) => a.box.y - b.box.y);
  const rows: { words: PlacedWord[]; box: PictureBox }[] = [];
  for (const segment of segments) {
    const row = rows.find(
      (each) =>
        overlap(each.box, segment.box) > 0.6 &&
        Math.max(each.box.height, segment.box.height) < 2.2 * Math.min(each.box.height, segment.box.height) &&
        (segment.box.x >= each.box.x + each.box.width * 0.98 || segment.box.x + segment.box.width * 0.98 <= each.box.x),
    );
    if (row) {
      row.words.push(...segment.words);
      row.box = union([row.box, segment.box]);
    } else rows.push({ words: [...segment.words], box: segment.box });
  }
  return rows
    .map(({ words, box }) => {
      words.sort((a, b) => a.box.x - b.box.x);
      const height = words.reduce((sum, word) => sum + word.box.height, 0) / words.length;
      return {
        text: cleanRow(joinWords(words, height)),
        box,
        confidence: words.reduce((sum, word) => sum + word.confidence, 0) / words.length,
      };
    })
    .filter((row) => row.text !== '');
}
