import { around } from './around.ts';
import { cleanRow } from './clean-row.ts';
import type { Glyph, PictureBox } from './picture-reading.ts';

/** A recognised character with its place along the level of its line. */
export interface PlacedGlyph extends Glyph {
  from: number;
  to: number;
}

/** What was recognised in one box, level. */
export interface PlacedWord {
  glyphs: readonly PlacedGlyph[];
  box: PictureBox;
}

/** Words that stand on one line across the whole picture. */
export interface Row {
  /** Characters of the line, those between words included. */
  glyphs: Glyph[];
}

/** A gap wider than this many line heights parts two columns; one wider than the second parts two words. */
const COLUMN_GAP = 1.4;
const WORD_GAP = 0.9;
const LATIN_GAP = 0.25;

const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/** NFKC of each character; what becomes several keeps its place for each. */
const folded = (glyphs: readonly PlacedGlyph[]): PlacedGlyph[] =>
  glyphs.flatMap((glyph) =>
    glyph.char
      .normalize('NFKC')
      .split('')
      .map((char) => ({ ...glyph, char })),
  );

function trimmed(glyphs: readonly PlacedGlyph[]): readonly PlacedGlyph[] {
  let start = 0;
  let end = glyphs.length;
  while (start < end && glyphs[start]!.char.trim() === '') start += 1;
  while (end > start && glyphs[end - 1]!.char.trim() === '') end -= 1;
  return glyphs.slice(start, end);
}

/** A character that parts two others; it stands between them and nobody doubts it. */
const between = (char: string, before: Glyph): Glyph => ({
  char,
  sure: 1,
  box: { x: before.box.x + before.box.width, y: before.box.y, width: 0, height: before.box.height },
});

/**
 * One line from its words: columns parted by a tab, words by a space where there really is a gap. A gap inside of a word counts
 * too: the detector may take a label and its value for one line.
 */
export function joinWords(words: readonly PlacedWord[], lineHeight: number): Glyph[] {
  const line: Glyph[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const word of words) {
    const glyphs = trimmed(folded(word.glyphs));
    for (const [index, { from, to, ...glyph }] of glyphs.entries()) {
      const before = line.at(-1);
      if (before) {
        const gap = (from - end) / lineHeight;
        const latin = !WIDE.test(before.char) && !WIDE.test(glyph.char);
        if (gap > COLUMN_GAP) {
          if (before.char === ' ') line.pop();
          line.push(between('\t', before));
        } else if (index === 0 && (gap > WORD_GAP || (latin && gap > LATIN_GAP))) line.push(between(' ', before));
      }
      if (glyph.char === ' ' && (line.length === 0 || line.at(-1)!.char === ' ' || line.at(-1)!.char === '\t'))
        continue;
      line.push(glyph);
      end = to;
    }
  }
  return line;
}

/** Share of the lower of two boxes that lies beside the other. */
function overlap(a: PictureBox, b: PictureBox): number {
  const shared = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return shared / Math.min(a.height, b.height);
}

/**
 * Puts recognised words back together across columns: the detector finds the label of a form in one box and its value in another,
 * and a label without its value says nothing. Rows come from top to bottom.
 */
export function rowsOf(words: readonly PlacedWord[]): Row[] {
  const rows: { words: PlacedWord[]; box: PictureBox }[] = [];
  for (const word of [...words].filter(({ glyphs }) => glyphs.length > 0).sort((a, b) => a.box.y - b.box.y)) {
    const row = rows.find(
      (each) =>
        overlap(each.box, word.box) > 0.6 &&
        Math.max(each.box.height, word.box.height) < 2.2 * Math.min(each.box.height, word.box.height) &&
        each.words.every(
          ({ box }) => word.box.x >= box.x + box.width * 0.96 || word.box.x + word.box.width * 0.96 <= box.x,
        ),
    );
    if (row) {
      row.words.push(word);
      row.box = around([row.box, word.box]);
    } else rows.push({ words: [word], box: word.box });
  }
  return rows
    .map(({ words: members }) => {
      members.sort((a, b) => a.box.x - b.box.x);
      const height = members.reduce((sum, word) => sum + word.box.height, 0) / members.length;
      return { glyphs: cleanRow(joinWords(members, height)) };
    })
    .filter(({ glyphs }) => glyphs.length > 0);
}
