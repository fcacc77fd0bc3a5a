import { around } from './around.ts';
import { CROSSING, crossingShare, withoutFaintInk } from './faint-ink.ts';
import { findLines, searchScale } from './find-lines.ts';
import type { Models } from './models.ts';
import type { RecognisedLine } from './picture-reading.ts';
import type { Pixels } from './pixels.ts';
import type { StripCharacter } from './read-characters.ts';
import { readColumn } from './read-column.ts';
import { cutStrip, meanOf, readStrip } from './read-strip.ts';
import { type PlacedWord, rowsOf } from './rows.ts';
import { removeSealInk } from './seal-ink.ts';
import { partOf, type TiltedBox } from './tilted-box.ts';

/** The detector's boxes are higher than the print in them by this much. */
const PRINT_SHARE = 0.76;
/** A box this much higher than wide is a column or lies on its side. */
const TALL = 1.6;
/** Longest lines that are asked which way is up, and the mean below which an upright one is doubted. */
const ASKED = 3;
const DOUBTED = 0.85;
/** Lines on their side that read so well are no columns. */
const WELL_READ = 0.985;
/** Strips that say less than this are ornament. */
const LEAST_MEAN = 0.4;

/** How the lines of a picture run: level, downwards on their side, upside down, upwards on their side, or in columns. */
type Direction = 0 | 90 | 180 | 270 | 'columns';

/** A box in the direction in which it is read. */
function directed(box: TiltedBox, direction: Direction): TiltedBox {
  if (direction === 0) return box;
  if (direction === 180) return { ...box, angle: box.angle + Math.PI };
  const quarter = direction === 270 ? -Math.PI / 2 : Math.PI / 2;
  return { ...box, width: box.height, height: box.width, angle: box.angle + quarter };
}

const isTall = ({ width, height }: TiltedBox) => height > TALL * width;
const lengthOf = ({ width, height }: TiltedBox) => Math.max(width, height);

/** One picture while it is read. */
interface Sheet {
  picture: Pixels;
  models: Models;
  signal: AbortSignal;
  /** What was read of a box in each direction: which way is up is asked by reading, and reading is what costs. */
  read: Map<TiltedBox, Map<Direction, StripCharacter[]>>;
}

/** A colon of a column is set as two dots beside each other, and read as a dot in the middle. */
const withColons = (characters: StripCharacter[], box: TiltedBox): StripCharacter[] =>
  isTall(box)
    ? characters.map((each, index) =>
        /[·‥…]/.test(each.char) && /\p{Script=Han}/u.test(characters[index - 1]?.char ?? '')
          ? { ...each, char: '：' }
          : each,
      )
    : characters;

async function readAlong(sheet: Sheet, box: TiltedBox, direction: Direction): Promise<StripCharacter[]> {
  const { picture, models, signal, read } = sheet;
  const known = read.get(box) ?? new Map<Direction, StripCharacter[]>();
  read.set(box, known);
  const before = known.get(direction);
  if (before) return before;
  signal.throwIfAborted();
  const way = directed(box, direction);
  const characters =
    direction === 'columns'
      ? await readColumn(picture, way, await readAlong(sheet, box, 90), models)
      : withColons(await readStrip(cutStrip(picture, way), models), box);
  known.set(direction, characters);
  return characters;
}

/** The direction in which the longest of some boxes read best. */
async function bestDirection(
  sheet: Sheet,
  boxes: readonly TiltedBox[],
  among: readonly Direction[],
): Promise<Direction> {
  const longest = [...boxes].sort((a, b) => lengthOf(b) - lengthOf(a)).slice(0, ASKED);
  let best = among[0]!;
  let most = 0;
  for (const direction of among) {
    let legible = 0;
    for (const box of longest) legible += meanOf(await readAlong(sheet, box, direction)) ** 2;
    if (legible > most) {
      most = legible;
      best = direction;
    }
    if (direction === among[0] && legible > longest.length * (direction === 0 ? DOUBTED : WELL_READ) ** 2) break;
  }
  return best;
}

interface DirectedLine {
  box: TiltedBox;
  direction: Direction;
  characters: StripCharacter[];
}

/** Reads every box; most pictures have one direction, some have columns beside level lines. */
async function readBoxes(sheet: Sheet, boxes: readonly TiltedBox[]): Promise<DirectedLine[]> {
  const tall = boxes.filter(isTall);
  const sum = (some: readonly TiltedBox[]) => some.reduce((total, box) => total + lengthOf(box), 0);
  const sideways = sum(tall) > sum(boxes) / 2;
  const ofTall = tall.length > 0 ? await bestDirection(sheet, tall, [90, 270, 'columns']) : 0;
  const turned = sideways && (ofTall === 90 || ofTall === 270);
  const level = boxes.filter((box) => !isTall(box));
  const ofLevel = turned ? ofTall : level.length > 0 ? await bestDirection(sheet, level, [0, 180]) : 0;
  const lines: DirectedLine[] = [];
  for (const box of boxes) {
    const direction = isTall(box) ? ofTall : ofLevel;
    const characters = await readAlong(sheet, box, direction);
    if (meanOf(characters) >= LEAST_MEAN) lines.push({ box: directed(box, direction), direction, characters });
  }
  return lines;
}

/** Lines of one direction as rows, from the first to the last in that direction. */
function rowsIn(lines: readonly DirectedLine[]): RecognisedLine[] {
  if (lines.length === 0) return [];
  const angles = lines.map(({ box }) => box.angle).sort((a, b) => a - b);
  const level = angles[angles.length >> 1]!;
  const cos = Math.cos(level);
  const sin = Math.sin(level);
  const words = lines.map(({ box, characters }): PlacedWord => {
    const height = box.height * PRINT_SHARE;
    const along = box.x * cos + box.y * sin;
    const across = -box.x * sin + box.y * cos;
    const left = along - box.width / 2;
    const print = { ...box, height };
    return {
      box: { x: left, y: across - height / 2, width: box.width, height },
      glyphs: characters.map(({ char, probability, rival, from, to }) => ({
        char,
        sure: probability,
        ...(rival === undefined ? {} : { rival }),
        box: partOf(print, from * box.width, to * box.width),
        from: left + from * box.width,
        to: left + to * box.width,
      })),
    };
  });
  return rowsOf(words).map(({ glyphs }) => lineOf(glyphs));
}

function lineOf(glyphs: RecognisedLine['glyphs']): RecognisedLine {
  const printed = glyphs.filter(({ char }) => char.trim() !== '');
  return {
    text: glyphs.map(({ char }) => char).join(''),
    confidence: printed.reduce((sum, { sure }) => sum + sure, 0) / printed.length,
    box: around(printed.map(({ box }) => box)),
    glyphs,
  };
}

/** The lines of a picture; a watermark whose lines run across the others is taken off when the lines come out straighter without it. */
async function findPrint(picture: Pixels, models: Models): Promise<{ picture: Pixels; boxes: TiltedBox[] }> {
  const scale = searchScale(picture.width, picture.height);
  const boxes = await findLines(picture, models, scale);
  const cleaned = crossingShare(boxes) > CROSSING ? withoutFaintInk(picture) : null;
  if (!cleaned) return { picture, boxes };
  const straighter = await findLines(cleaned, models, scale);
  return straighter.length > 0 && crossingShare(straighter) < crossingShare(boxes) / 2
    ? { picture: cleaned, boxes: straighter }
    : { picture, boxes };
}

/**
 * Reads the print of a picture. Its pixels are changed: red seals are taken off first, because they split the lines they lie on.
 * @returns rows in reading order with boxes in px of `picture`, and by how many degrees clockwise it has to be turned to stand upright
 */
export async function readPixels(
  picture: Pixels,
  models: Models,
  signal: AbortSignal,
): Promise<{ lines: RecognisedLine[]; turned: number }> {
  removeSealInk(picture);
  const found = await findPrint(picture, models);
  const lines = await readBoxes({ picture: found.picture, models, signal, read: new Map() }, found.boxes);
  const directions = [...new Set(lines.map(({ direction }) => direction))];
  const rows = directions.flatMap((direction) => rowsIn(lines.filter((line) => line.direction === direction)));
  const main = lines.length > 0 && directions.length === 1 ? directions[0]! : 0;
  return { lines: rows, turned: main === 'columns' ? 0 : (360 - main) % 360 };
}
