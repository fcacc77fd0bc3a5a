/** A date found in a text. `iso` is `YYYY-MM-DD`, or `YYYY-MM` where no day is shown; absent where it stays ambiguous. */
export interface DateMention {
  iso?: string;
  raw: string;
  start: number;
}

/** How a page writes dates such as 06/05/2023, when another of its dates settles it. */
export type SlashOrder = 'day-first' | 'month-first';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAME =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const CHINESE_DIGITS = '〇零○Ｏ一二三四五六七八九';
const CHINESE_NUMBER = '[〇零○一二三四五六七八九十廿卅]';

const FORMS: readonly { pattern: RegExp; read: (groups: string[], order?: SlashOrder) => string | undefined }[] = [
  {
    pattern: /(?<!\d)((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?/g,
    read: ([year, month, day]) => isoDate(Number(year), Number(month), Number(day)),
  },
  {
    pattern:
      /(?:(?<![\dA-Za-z./-])|(?<=(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2}-))((?:19|20)\d{2})\s?([-./])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?![\d/])/g,
    read: ([year, , month, day]) => isoDate(Number(year), Number(month), Number(day)),
  },
  {
    pattern: new RegExp(
      `([${CHINESE_DIGITS}]{4})\\s*年\\s*(${CHINESE_NUMBER}{1,3})\\s*月\\s*(${CHINESE_NUMBER}{1,4})\\s*日`,
      'g',
    ),
    read: ([year, month, day]) => isoDate(chineseYear(year!), chineseNumber(month!), chineseNumber(day!)),
  },
  {
    pattern: new RegExp(`\\b(${MONTH_NAME})\\.?\\s*(\\d{1,2})(?:st|nd|rd|th)?\\s*,?\\s*((?:19|20)\\d{2})(?!\\d)`, 'gi'),
    read: ([month, day, year]) => isoDate(Number(year), monthOf(month!), Number(day)),
  },
  {
    pattern: new RegExp(
      `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]*(${MONTH_NAME})\\.?[\\s,-]*((?:19|20)\\d{2})(?!\\d)`,
      'gi',
    ),
    read: ([day, month, year]) => isoDate(Number(year), monthOf(month!), Number(day)),
  },
  {
    pattern: new RegExp(`(?<!\\d)((?:19|20)\\d{2})[\\s-]+(${MONTH_NAME})\\.?[\\s-]+(\\d{1,2})(?!\\d)`, 'gi'),
    read: ([year, month, day]) => isoDate(Number(year), monthOf(month!), Number(day)),
  },
  {
    pattern: /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d{2})(?!\d)/g,
    read: ([first, separator, second, year], order) =>
      slashDate(Number(first), Number(second), Number(year), separator === '.' ? 'day-first' : order),
  },
  {
    pattern:
      /(?:(?<![\dA-Za-z-])|(?<=(?<!\d)20\d{6}-))((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?![\dA-Za-z]|-(?!20\d{6}(?!\d)))/g,
    read: ([year, month, day]) => isoDate(Number(year), Number(month), Number(day)),
  },
  {
    pattern: /(?<!\d)((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月(?!\s*[\d〇零一二三四五六七八九十])/g,
    read: ([year, month]) => isoMonth(Number(year), Number(month)),
  },
  {
    pattern: new RegExp(
      `([${CHINESE_DIGITS}]{4})\\s*年\\s*(${CHINESE_NUMBER}{1,3})\\s*月(?!\\s*${CHINESE_NUMBER})`,
      'g',
    ),
    read: ([year, month]) => isoMonth(chineseYear(year!), chineseNumber(month!)),
  },
  {
    pattern: new RegExp(`\\b(${MONTH_NAME})\\.?,?\\s+((?:19|20)\\d{2})(?!\\d)`, 'gi'),
    read: ([month, year]) => isoMonth(Number(year), monthOf(month!)),
  },
  {
    pattern: /(?<![\dA-Za-z./-])((?:19|20)\d{2})[-./](0?[1-9]|1[0-2])(?![\d./-]|\s?[-./]\s?\d)/g,
    read: ([year, month]) => isoMonth(Number(year), Number(month)),
  },
];

function isoDate(year: number, month: number, day: number): string | undefined {
  const days = [
    31,
    year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ];
  const last = days[month - 1];
  if (last === undefined || day < 1 || day > last) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function isoMonth(year: number, month: number): string | undefined {
  return month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}` : undefined;
}

function slashDate(first: number, second: number, year: number, order?: SlashOrder): string | undefined {
  if (first === second || second > 12) return isoDate(year, first, second);
  if (first > 12) return isoDate(year, second, first);
  if (order === 'day-first') return isoDate(year, second, first);
  if (order === 'month-first') return isoDate(year, first, second);
  return undefined;
}

const monthOf = (name: string) => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

const chineseDigit = (char: string) => (/[〇零○Ｏ]/.test(char) ? 0 : '一二三四五六七八九'.indexOf(char) + 1);

const chineseYear = (text: string) => [...text].reduce((year, char) => year * 10 + chineseDigit(char), 0);

/** 一 … 三十一, 廿一, and digit by digit as in 二一. */
function chineseNumber(text: string): number {
  const spelled = text
    .replace('廿', '二十')
    .replace('卅', '三十')
    .replace(/[〇零○]/g, '');
  const ten = spelled.indexOf('十');
  if (ten < 0) return [...spelled].reduce((value, char) => value * 10 + chineseDigit(char), 0);
  const tens = ten === 0 ? 1 : chineseDigit(spelled[0]!);
  const ones = spelled[ten + 1];
  return tens * 10 + (ones ? chineseDigit(ones) : 0);
}

const CAPITALS = '零壹贰叁肆伍陆柒捌玖拾';
const NUMERALS = '零一二三四五六七八九十';

/** Full-width digits and joiners as half-width ones, the numerals of cheques as common ones; lengths stay. */
const halfWidth = (text: string) =>
  text
    .replace(/[０-９．／－]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[壹贰叁肆伍陆柒捌玖拾]/g, (char) => NUMERALS[CAPITALS.indexOf(char)]!);

/** All dates in a text, in order, none overlapping. Impossible dates (2023-02-30) come without `iso`. */
export function datesIn(original: string, order?: SlashOrder): DateMention[] {
  const text = halfWidth(original);
  const taken: DateMention[] = [];
  for (const { pattern, read } of FORMS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (taken.some((other) => start < other.start + other.raw.length && other.start < end)) continue;
      const raw = original.slice(start, start + match[0].trimEnd().length);
      const iso = read(match.slice(1), order);
      taken.push(iso === undefined ? { raw, start } : { iso, raw, start });
    }
  }
  return taken.sort((a, b) => a.start - b.start);
}

/** Years that two digits may stand for on a certificate. */
const SHORT_YEARS = { from: 15, to: 40 };

/** 25.3.4, 25/3/4, 25年3月4日 as the date that opens a Chinese page's value: the year first, of this century. */
export function shortDate(original: string): DateMention | undefined {
  const match = halfWidth(original).match(
    /^(\d{2})(?:([-./])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(?:(\d{1,2})日)?)(?![\d./-])/,
  );
  if (!match) return undefined;
  const year = Number(match[1]);
  if (year < SHORT_YEARS.from || year > SHORT_YEARS.to) return undefined;
  const day = match[4] ?? match[6];
  const month = Number(match[3] ?? match[5]);
  const iso = day === undefined ? isoMonth(2000 + year, month) : isoDate(2000 + year, month, Number(day));
  return iso === undefined ? undefined : { iso, raw: original.slice(0, match[0].length), start: 0 };
}

/** Whether 25/12/2023 or 12/25/2023 in a text settles how it writes its dates; undefined when none or both do. */
export function slashOrderOf(text: string): SlashOrder | undefined {
  const orders = new Set<SlashOrder>();
  for (const [, first, second] of text.matchAll(/(?<![\d/.-])(\d{1,2})[/-](\d{1,2})[/-](?:19|20)\d{2}(?!\d)/g)) {
    if (Number(first) > 12) orders.add('day-first');
    if (Number(second) > 12) orders.add('month-first');
  }
  return orders.size === 1 ? [...orders][0] : undefined;
}
