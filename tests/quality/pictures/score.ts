import { BUILT_IN_PACKS } from '../../../rules/index.ts';
import { isDoubtful } from '../../../utils/certificate/doubtful-numbers.ts';
import { hasStructure, mendNumber } from '../../../utils/certificate/mend-number.ts';
import { readCertificatesFromLines } from '../../../utils/certificate/read.ts';
import { glyphsAt } from '../../../utils/recognition/picture-place.ts';
import type { PictureReading } from '../../../utils/recognition/picture-reading.ts';
import { createScanner } from '../../../utils/scan/scanner.ts';
import type { RenderedPicture } from './render.ts';

/** What a reader made of one picture; readers that say nothing of single characters give lines of text alone. */
export interface ReadLines {
  lines: readonly string[];
  reading?: PictureReading;
  codes: readonly string[];
}

/** How a number came out: as printed, not at all, wrong and marked to be compared, or wrong without a word. */
export const NUMBER_FATES = ['right', 'missing', 'flagged', 'silentlyWrong'] as const;
export type NumberFate = (typeof NUMBER_FATES)[number];

export interface Score {
  /** Characters right and printed. */
  right: number;
  printed: number;
  fieldsRight: number;
  fieldsPrinted: number;
  codesRight: number;
  codesPrinted: number;
  claimsRight: number;
  claimsPrinted: number;
  /** Claims that the scan finds in the words as they were set: more than these no reader can give it. */
  claimsFindable: number;
  numbers: Record<NumberFate, number>;
  /** Right numbers that were marked all the same. */
  needlesslyFlagged: number;
  /** What came out otherwise, for whoever tunes the reader. */
  faults: string[];
}

const TODAY = '2026-11-23';

/** White space and the forms of × and of dashes say nothing. */
const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '').replace(/×/g, 'x').replace(/[–—]/g, '-');

/** Levenshtein distance, two rows. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      row[j] = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    previous = row;
  }
  return previous[b.length]!;
}

const none = (): Score => ({
  right: 0,
  printed: 0,
  fieldsRight: 0,
  fieldsPrinted: 0,
  codesRight: 0,
  codesPrinted: 0,
  claimsRight: 0,
  claimsPrinted: 0,
  claimsFindable: 0,
  numbers: { right: 0, missing: 0, flagged: 0, silentlyWrong: 0 },
  needlesslyFlagged: 0,
  faults: [],
});

function fateOf(read: string | undefined, printed: string, doubtful: boolean): NumberFate {
  if (!read) return 'missing';
  if (plain(read) === plain(printed)) return 'right';
  return doubtful ? 'flagged' : 'silentlyWrong';
}

function countNumber(score: Score, read: string | undefined, printed: string, doubtful: boolean): void {
  const fate = fateOf(read, printed, doubtful);
  score.numbers[fate] += 1;
  if (fate === 'right' && doubtful) score.needlesslyFlagged += 1;
  if (fate !== 'right') score.faults.push(`number ${printed} → ${read ?? '–'} (${fate})`);
}

function scorePaper(
  { paper, text }: Extract<RenderedPicture, { shows: 'paper' }>,
  { lines, reading, codes }: ReadLines,
): Score {
  const score = none();
  const printed = plain(text);
  const sureness = (start: number, length: number) => (reading ? glyphsAt(reading, start, length) : []);
  const fields = readCertificatesFromLines(lines, { today: TODAY, sureness })[0]?.fields ?? {};
  score.printed = printed.length;
  score.right = Math.max(0, printed.length - distance(plain(lines.join('')), printed));
  for (const [field, value] of Object.entries(paper.fields)) {
    const read = fields[field as keyof typeof fields]?.value;
    score.fieldsPrinted += 1;
    if (read !== undefined && plain(read) === plain(value)) score.fieldsRight += 1;
    else score.faults.push(`${field} ${value} → ${read ?? '–'}`);
  }
  const number = fields.certificateNumber;
  countNumber(score, number?.value, paper.fields.certificateNumber!, number?.doubtful ?? false);
  score.codesPrinted = paper.code === undefined ? 0 : 1;
  score.codesRight = paper.code !== undefined && codes.includes(paper.code) ? 1 : 0;
  return score;
}

const scanner = createScanner(BUILT_IN_PACKS);

const claimsIn = (lines: readonly string[]) =>
  scanner
    .scanText(lines.join('\n'), { channel: 'image' })
    .filter(({ disposition }) => disposition === 'claim')
    .map(({ matchedText, phrase }) => `${plain(matchedText)} ${plain(phrase)}`);

function scoreBanner({ banner }: Extract<RenderedPicture, { shows: 'banner' }>, { lines }: ReadLines): Score {
  const score = none();
  const read = claimsIn(lines);
  const set = claimsIn(banner.lines.map(({ text }) => text));
  for (const claim of banner.claims) {
    const isIn = (claims: readonly string[]) => claims.some((found) => found.includes(plain(claim)));
    score.claimsPrinted += 1;
    if (isIn(set)) score.claimsFindable += 1;
    if (isIn(read)) score.claimsRight += 1;
    else score.faults.push(`claim ${claim} ← ${lines.join(' / ')}`);
  }
  return score;
}

/** Numbers by themselves: each row of the sheet, mended and doubted as the product would on a paper of its kind. */
function scoreSheet({ sheet }: Extract<RenderedPicture, { shows: 'numbers' }>, { lines, reading }: ReadLines): Score {
  const score = none();
  const starts = lines.map((_, index) => lines.slice(0, index).join('\n').length + (index > 0 ? 1 : 0));
  const rows = lines.map((line, index) => {
    const label = /^.*?证书编号\s*[:：]?\s*/.exec(line)?.[0] ?? '';
    const read = line.slice(label.length);
    const characters = reading ? glyphsAt(reading, starts[index]! + label.length, read.length) : [];
    return { read: plain(read), characters };
  });
  for (const { text, field, kind } of sheet.numbers) {
    // The row that is most like it: rows may be lost, and then they are not all in their places.
    const best = rows
      .filter(({ read }) => read !== '')
      .map((row) => ({ ...row, off: distance(row.read, plain(text)) }))
      .sort((a, b) => a.off - b.off)[0];
    if (!best || best.off > text.length / 2) {
      countNumber(score, undefined, text, false);
      continue;
    }
    const mended = reading ? mendNumber(best.read, field, kind) : best.read;
    const characters = hasStructure(mended, field, kind)
      ? best.characters.map(({ sure }) => ({ sure }))
      : best.characters;
    countNumber(score, mended, text, isDoubtful(characters));
  }
  return score;
}

/** What a reader made of one picture, against what it shows. */
export function scoreReading(picture: RenderedPicture, read: ReadLines): Score {
  if (picture.shows === 'paper') return scorePaper(picture, read);
  return picture.shows === 'banner' ? scoreBanner(picture, read) : scoreSheet(picture, read);
}

/** Several scores as one. */
export function sumOf(scores: readonly Score[]): Score {
  const sum = none();
  for (const score of scores) {
    for (const key of [
      'right',
      'printed',
      'fieldsRight',
      'fieldsPrinted',
      'codesRight',
      'codesPrinted',
      'claimsRight',
      'claimsPrinted',
      'claimsFindable',
      'needlesslyFlagged',
    ] as const)
      sum[key] += score[key];
    for (const fate of NUMBER_FATES) sum.numbers[fate] += score.numbers[fate];
    sum.faults.push(...score.faults);
  }
  return sum;
}
