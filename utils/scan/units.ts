import { FIRST_SYMBOL, figuresOf, isPictograph, Kind } from './fold.ts';
import { pinyinNoteAt } from './pinyin-note.ts';
import { canonicalCharacter, splitPairs } from './variants.ts';

/** What lies between two units, as bits. */
export const Gap = {
  invisible: 1,
  space: 2,
  separator: 4,
  clause: 8,
  sentence: 16,
  line: 32,
  border: 64,
  reading: 128,
} as const;

/** By kind; 0 for what is a unit itself. */
const GAP_OF_KIND = new Uint8Array(FIRST_SYMBOL);
GAP_OF_KIND[Kind.invisible] = Gap.invisible;
GAP_OF_KIND[Kind.space] = Gap.space;
GAP_OF_KIND[Kind.separator] = Gap.separator;
GAP_OF_KIND[Kind.clause] = Gap.clause;
GAP_OF_KIND[Kind.sentence] = Gap.sentence;
GAP_OF_KIND[Kind.line] = Gap.line;
GAP_OF_KIND[Kind.border] = Gap.border;
GAP_OF_KIND[Kind.suspicious] = Gap.invisible;

/** Marks in a row that a reader still reads across; spaces count once. */
const LONGEST_RUN = 3;

/** A text as the matcher reads it: its characters in reading order, each with its place and what stands before it. */
export interface Units {
  text: string;
  symbols: number[];
  /** Place of each unit: text.slice(at[i], to[i]). */
  at: number[];
  to: number[];
  /** Bits of {@link Gap} between a unit and the one before it. */
  gaps: number[];
  /** Units made of two halves. */
  joined: ReadonlySet<number>;
  /** Read against the order of the text, by a right-to-left override. */
  reversed: boolean;
}

/** The symbol of a character outside the basic plane. */
function symbolOfPair(character: string, fold: Uint16Array): number {
  const plain = canonicalCharacter(character);
  if (plain.length === 1) return fold[plain.charCodeAt(0)]!;
  const mark = fold[character.charCodeAt(0)] === Kind.separator || isPictograph(character, 0);
  return mark ? Kind.separator : Kind.other;
}

function add(units: Units, symbol: number, at: number, to: number, gap: number): void {
  units.symbols.push(symbol);
  units.at.push(at);
  units.to.push(to);
  units.gaps.push(gap);
}

/** Turns the last unit into the figures of its number. */
function spell(units: Units, figures: string, fold: Uint16Array): void {
  const last = units.at.length - 1;
  units.symbols[last] = fold[figures.charCodeAt(0)]!;
  for (const figure of figures.slice(1)) add(units, fold[figure.charCodeAt(0)]!, units.at[last]!, units.to[last]!, 0);
}

/** Reads a text of one or more paragraphs ({@link Kind.border} parts them; `\n` is a line break inside one). */
export function readUnits(text: string, fold: Uint16Array): Units {
  const units: Units = { text, symbols: [], at: [], to: [], gaps: [], joined: new Set(), reversed: false };
  let gap = 0;
  let run = 0;
  let inSpace = false;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const length = (code & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00 ? 2 : 1;
    const symbol = code === 0x0a ? Kind.line : length === 1 ? fold[code]! : symbolOfPair(text.slice(at, at + 2), fold);
    const figures = symbol === Kind.suspicious ? figuresOf(text[at]!) : '';
    const bit = symbol < FIRST_SYMBOL && figures === '' ? GAP_OF_KIND[symbol]! : 0;
    if (bit === 0) {
      const before = run > LONGEST_RUN ? gap | Gap.border : gap;
      add(units, symbol, at, at + length, before);
      if (figures !== '') spell(units, figures, fold);
      gap = 0;
      run = 0;
    } else {
      const note = run === 0 && gap === 0 ? pinyinNoteAt(text, at) : 0;
      if (note > 0) {
        gap = Gap.reading;
        at += note;
        continue;
      }
      // Two line breaks end a paragraph.
      gap |= bit === Gap.line && gap & Gap.line ? Gap.border : bit;
      if (bit !== Gap.invisible && !(bit === Gap.space && inSpace)) run++;
    }
    inSpace = bit === Gap.space;
    at += length;
  }
  return units;
}

function pick(units: Units, order: readonly number[]): Units {
  const take = (list: readonly number[]) => order.map((index) => list[index]!);
  return {
    ...units,
    symbols: take(units.symbols),
    at: take(units.at),
    to: take(units.to),
    gaps: order.map((index, place) => {
      const before = order[place - 1];
      if (before === undefined) return Gap.border;
      return before === index + 1 ? units.gaps[before]! : units.gaps[index]!;
    }),
    reversed: true,
  };
}

/** The same text with right-to-left overridden stretches in the order in which they are seen; null when there is none. */
export function reversedUnits(units: Units): Units | null {
  const order: number[] = [];
  let turned = false;
  for (const stretch of units.text.matchAll(/[\u202b\u202e\u2067]([^\u202c\u2069\u2029]*)/g)) {
    const from = stretch.index;
    const to = from + stretch[0].length;
    const inside = units.at
      .map((_, index) => index)
      .filter((index) => units.at[index]! >= from && units.at[index]! < to);
    order.push(...inside.reverse());
    turned ||= inside.length > 1;
  }
  return turned ? pick(units, order) : null;
}

/** The same text with split characters put together; null when it has none. */
export function joinedUnits(units: Units, fold: Uint16Array): Units | null {
  const joined: Units = { ...units, symbols: [], at: [], to: [], gaps: [], joined: new Set() };
  const merged = new Set<number>();
  for (let index = 0; index < units.at.length; index++) {
    const half = units.text.slice(units.at[index], units.to[index]);
    const other = units.text.slice(units.at[index + 1], units.to[index + 1]);
    const whole =
      index + 1 < units.at.length && !(units.gaps[index + 1]! & ~Gap.invisible)
        ? splitPairs().get(canonicalCharacter(half) + canonicalCharacter(other))
        : undefined;
    const symbol = whole === undefined ? 0 : fold[whole.charCodeAt(0)]!;
    const isWhole = symbol >= FIRST_SYMBOL;
    if (isWhole) merged.add(joined.at.length);
    joined.symbols.push(isWhole ? symbol : units.symbols[index]!);
    joined.at.push(units.at[index]!);
    joined.to.push(isWhole ? units.to[index + 1]! : units.to[index]!);
    joined.gaps.push(units.gaps[index]!);
    if (isWhole) index++;
  }
  return merged.size > 0 ? { ...joined, joined: merged } : null;
}
