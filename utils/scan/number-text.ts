/**
 * Tables of numbers as text, so that a compiled lexicon travels as one string wherever strings do: no binary form crosses the messages
 * of every browser, and a decoder for one would be more than the look-up of a character.
 */

type Table = Uint8Array | Uint16Array | Int32Array;

const KINDS = { Uint8Array, Uint16Array, Int32Array } as const;

/** A table as text. */
export interface NumberText {
  kind: keyof typeof KINDS;
  length: number;
  /** Subtracted from every number. */
  least: number;
  /** Characters of a number: two where one has no room for the largest. */
  width: 1 | 2;
  /** Each number is followed by how often it stands in a row, in a character of its own. */
  runs: boolean;
  text: string;
}

/** Below this, filling cell by cell is the faster way. */
const SHORT_RUN = 16;

/** The first character in use; those before are control characters, which JSON writes at length. */
const FIRST = 0x20;
/** Characters in use: up to the surrogates, which no file can hold alone. */
const RANGE = 0xd800 - FIRST;

function numbersText(numbers: readonly number[], width: 1 | 2): string {
  let text = '';
  for (const number of numbers) {
    if (width === 2) text += String.fromCharCode(FIRST + Math.floor(number / RANGE));
    text += String.fromCharCode(FIRST + (number % RANGE));
  }
  return text;
}

function runsText(numbers: readonly number[], width: 1 | 2): string {
  let text = '';
  for (let from = 0; from < numbers.length; ) {
    let to = from + 1;
    while (to < numbers.length && numbers[to] === numbers[from] && to - from < RANGE - 1) to++;
    text += numbersText([numbers[from]!], width) + String.fromCharCode(FIRST + to - from);
    from = to;
  }
  return text;
}

/** A table as text, in the shorter of its two forms. Numbers may span 2³¹. */
export function tableText(table: Table): NumberText {
  let least = 0;
  let most = 0;
  for (const number of table) {
    least = Math.min(least, number);
    most = Math.max(most, number);
  }
  const numbers = Array.from(table, (number) => number - least);
  const width = most - least < RANGE ? 1 : 2;
  const [plain, inRuns] = [numbersText(numbers, width), runsText(numbers, width)];
  const runs = inRuns.length < plain.length;
  const kind = table.constructor.name as keyof typeof KINDS;
  return { kind, length: table.length, least, width, runs, text: runs ? inRuns : plain };
}

/** The table of a text. Its loops are plain: they run once a page, before the engine has had time to optimise them. */
export function textTable({ kind, length, least, width, runs, text }: NumberText): Table {
  const table = new KINDS[kind](length);
  const base = least - FIRST;
  if (!runs && width === 1) {
    for (let at = 0; at < length; at++) table[at] = text.charCodeAt(at) + base;
    return table;
  }
  const step = runs ? width + 1 : width;
  for (let at = 0, to = 0; at < text.length; at += step) {
    const code = text.charCodeAt(at);
    const number = width === 1 ? code + base : (code - FIRST) * RANGE + text.charCodeAt(at + 1) + base;
    const end = to + (runs ? text.charCodeAt(at + width) - FIRST : 1);
    if (end - to < SHORT_RUN) while (to < end) table[to++] = number;
    else table.fill(number, to, end);
    to = end;
  }
  return table;
}
