/**
 * What a UTF-16 code unit is to the matcher. Numbers from {@link FIRST_SYMBOL} on are the characters of one lexicon; these
 * below are the same for all.
 */
export const Kind = {
  /** Any character of no phrase: ends a match. */
  other: 0,
  /** Zero-width characters, soft hyphen, variation selectors, combining marks: not seen, skipped. */
  invisible: 1,
  space: 2,
  /** Dots, dashes, stars, quotes, brackets, emoji: seen, but readers read across a few of them. */
  separator: 3,
  /** Punctuation that ends a clause or parts a list: crossed only when most gaps of the phrase carry it. */
  clause: 4,
  sentence: 5,
  /** A line break inside a paragraph. */
  line: 6,
  /** End of a paragraph, cell, or block; a picture: never crossed. */
  border: 7,
  /** Characters that turn reading order or spell letters outside the basic plane: the place is worth a careful reading. */
  suspicious: 8,
} as const;

export type Kind = (typeof Kind)[keyof typeof Kind];

export const FIRST_SYMBOL = 9;

/** A paragraph's end, in texts made of several blocks. */
export const BORDER = '\u2029';

const CLAUSE = '，,、；;：:|｜/／＆&､､︐︑︓︔';
const SENTENCE = '。.！!？?…｡⁇⁈⁉︒︕︖';
/** A full stop of ASCII separates letters far more often than sentences of Chinese; it is a separator. */
const SEPARATOR_RANGES: readonly (readonly [number, number])[] = [
  [0x21, 0x2f],
  [0x3a, 0x40],
  [0x5b, 0x60],
  [0x7b, 0x7e],
  [0xa1, 0xbf],
  [0xd7, 0xd7],
  [0xf7, 0xf7],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x2190, 0x245f],
  [0x2500, 0x2bff],
  [0x3003, 0x3004],
  [0x3008, 0x3020],
  [0x3030, 0x3030],
  [0x303d, 0x303f],
  [0x30fb, 0x30fb],
  [0x30fc, 0x30fc],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff0f],
  [0xff1a, 0xff20],
  [0xff3b, 0xff40],
  [0xff5b, 0xff65],
  // Symbols and pictographs outside the basic plane; their second halves are skipped as invisible.
  [0xd83d, 0xd83e],
];
const SPACES: readonly (readonly [number, number])[] = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
];
const INVISIBLE: readonly (readonly [number, number])[] = [
  [0x00, 0x08],
  [0x0e, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x034f, 0x034f],
  [0x0300, 0x036f],
  [0x061c, 0x061c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202a],
  [0x202c, 0x202d],
  [0x2060, 0x2066],
  [0x2068, 0x206f],
  [0x20d0, 0x20ff],
  [0x302a, 0x302f],
  [0x3099, 0x309a],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff9, 0xfffb],
  [0xdc00, 0xdfff],
];
/** Numbers from ten on in one character: circled, bracketed, with a full stop. */
const NUMBERS: readonly (readonly [number, number])[] = [
  [0x2469, 0x2473],
  [0x247d, 0x2487],
  [0x2491, 0x249b],
  [0x3251, 0x325f],
  [0x32b1, 0x32bf],
];

/** The two figures of a number in one character: ㉔ → 24; '' for another character. */
export function figuresOf(character: string): string {
  const code = character.charCodeAt(0);
  if (!NUMBERS.some(([from, to]) => code >= from && code <= to)) return '';
  return character.normalize('NFKC').replace(/[^0-9]/g, '');
}

/** Right-to-left embedding, override and isolate; the first half of mathematical, and of squared and circled, letters. */
const SUSPICIOUS = [0x202b, 0x202e, 0x2067, 0xd835, 0xd83c];

/** Squared, negative circled, negative squared and regional-indicator letters, which normalisation leaves alone or splits. */
const ENCLOSED_LETTERS = [0x1f130, 0x1f150, 0x1f170, 0x1f1e6];

/** The letter in a box, a disc or a flag: 🅰 → a; '' for another character. */
function enclosedLetter(point: number): string {
  const first = ENCLOSED_LETTERS.find((from) => point >= from && point < from + 26);
  return first === undefined ? '' : String.fromCharCode(0x61 + point - first);
}

/** Whether the place is no more than a pictograph, though others of its plane spell letters. */
export function isPictograph(text: string, index: number): boolean {
  return text.charCodeAt(index) === 0xd83c && enclosedLetter(text.codePointAt(index)!) === '';
}

/** The part of the fold table that every lexicon shares. */
export function kindTable(): Uint16Array {
  const table = new Uint16Array(65536);
  const fill = (ranges: readonly (readonly [number, number])[], kind: Kind) => {
    for (const [from, to] of ranges) table.fill(kind, from, to + 1);
  };
  fill(SEPARATOR_RANGES, Kind.separator);
  fill(SPACES, Kind.space);
  fill(INVISIBLE, Kind.invisible);
  for (const mark of CLAUSE) table[mark.charCodeAt(0)] = Kind.clause;
  for (const mark of SENTENCE) if (mark !== '.') table[mark.charCodeAt(0)] = Kind.sentence;
  for (const code of SUSPICIOUS) table[code] = Kind.suspicious;
  fill(NUMBERS, Kind.suspicious);
  table[BORDER.charCodeAt(0)] = Kind.border;
  table[0xfffc] = Kind.border;
  return table;
}

/** Code ranges whose characters are another shape of an ordinary one: radicals, circled, squared, full-width, accented. */
const COMPATIBLE: readonly (readonly [number, number])[] = [
  [0xaa, 0xba],
  [0xc0, 0x17f],
  [0x1cd, 0x1dc],
  [0x2070, 0x209c],
  [0x2100, 0x2149],
  [0x2160, 0x217f],
  [0x2460, 0x24ea],
  [0x2f00, 0x2fd5],
  [0x3192, 0x319f],
  [0x3220, 0x3247],
  [0x3280, 0x32b0],
  [0xf900, 0xfad9],
  [0xfe6a, 0xfe6a],
  [0xff05, 0xff05],
  [0xff10, 0xff19],
  [0xff21, 0xff3a],
  [0xff41, 0xff5a],
];

/** Shapes that Unicode normalisation leaves alone: the CJK radicals supplement, negative circled digits, small capitals. */
const OTHER_SHAPES =
  '⺀冫⺁厂⺃乙⺄乙⺅人⺈刀⺉刀⺊卜⺋卩⺌小⺍小⺏兀⺐尢⺒巳⺓幺⺔彐⺖心⺗心⺘手⺙攵⺛旡⺜日⺝月⺞歹⺟母⺠民⺡水⺢水⺣火⺥爪⺦爿⺧牛⺨犬⺩王⺪疋⺫目⺬示⺭示⺮竹⺯糸⺰纟⺱网⺲网⺳网⺵网⺶羊⺷羊⺸羊⺹老⺺聿⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衣⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑长⻒长⻓长⻔门⻕阜⻖阜⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟食⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟' +
  '❶1❷2❸3❹4❺5❻6❼7❽8❾9➀1➁2➂3➃4➄5➅6➆7➇8➈9➊1➋2➌3➍4➎5➏6➐7➑8➒9⓵1⓶2⓷3⓸4⓹5⓺6⓻7⓼8⓽9ᴀaᴄcᴅdᴇeɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrᴛtᴜuᴠvᴡwʏyᴢz';

/**
 * The ordinary character that another shape of it stands for: Ａ → a, ⑨ → 9, ⽂ → 文, é → e, ㊣ → 正; itself when there is none.
 * Takes one character (a code point), answers one.
 */
export function plainForm(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0x3400 && code <= 0x9fff) return character;
  if (code < 0x80) return character.toLowerCase();
  const known = otherShapes().get(character) ?? enclosedLetter(character.codePointAt(0)!);
  if (known) return known;
  let plain = character.normalize('NFKC');
  if (plain.length === 3 && plain[0] === '(' && plain[2] === ')') plain = plain[1]!;
  if (plain.length === 2 && plain[1] === '.') plain = plain[0]!;
  if (plain.length !== 1) return character;
  if (plain.charCodeAt(0) > 0x24f) return plain;
  const decomposed = plain.normalize('NFD')[0]!;
  if (/[a-z]/i.test(decomposed)) plain = decomposed;
  return plain.toLowerCase();
}

let shapes: Map<string, string> | undefined;

function otherShapes(): Map<string, string> {
  if (!shapes) {
    shapes = new Map();
    for (let at = 0; at + 1 < OTHER_SHAPES.length; at += 2) shapes.set(OTHER_SHAPES[at]!, OTHER_SHAPES[at + 1]!);
  }
  return shapes;
}

type Forms = readonly (readonly [code: number, plain: string])[];

/** Characters that are looked at together. */
const PART = 128;
const made = new Map<number, Forms>();

/** Every other shape in the basic plane with its ordinary character, part by part, each made once: normalising is slow. */
export function* compatibleForms(): Generator<Forms, void> {
  yield [...otherShapes()].map(([shape, plain]) => [shape.charCodeAt(0), plain] as const);
  for (const [first, last] of COMPATIBLE) {
    for (let from = first; from <= last; from += PART) {
      const forms = made.get(from) ?? formsWithin(from, Math.min(last, from + PART - 1));
      made.set(from, forms);
      yield forms;
    }
  }
}

function formsWithin(from: number, to: number): Forms {
  const forms: (readonly [number, string])[] = [];
  for (let code = from; code <= to; code++) {
    const character = String.fromCharCode(code);
    const plain = plainForm(character);
    if (plain !== character) forms.push([code, plain]);
  }
  return forms;
}
