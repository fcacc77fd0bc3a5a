import type { LabelMeaning } from '../../rules/certificate-label.ts';
import { fieldsOfValue } from '../../rules/papers/certificate-terms.ts';
import { foldText } from './folded-text.ts';
import { CHINESE, ENGLISH, englishLabel, type Label, qualified } from './labels.ts';

/** A label inside a line, with the place of its value. Offsets count the line's own characters. */
export interface LabelHit {
  label: Label;
  start: number;
  valueStart: number;
  /** `colon` 证书编号：, `verb` 证书编号为, `gap` a space or another element follows, `tight` nothing between. */
  joint: 'colon' | 'verb' | 'gap' | 'tight';
}

/** Fields whose values have a shape of their own: known even with nothing between label and value. */
const SHAPED: ReadonlySet<LabelMeaning> = new Set([
  ...fieldsOfValue('number', 'code', 'date', 'model'),
  'firstIssueDate',
  'testDate',
] as const);

const alternatives = (labels: Iterable<string>) =>
  [...labels]
    .sort((a, b) => b.length - a.length)
    .map((label) => label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');

const CHINESE_LABEL = new RegExp(alternatives(CHINESE.keys()), 'g');
const ENGLISH_LABEL = new RegExp(`(?<![a-z])(?:${alternatives(ENGLISH.keys())})(?![a-z])\\.?`, 'g');

/** Characters that may stand before the known words of a label that opens a line without a colon. */
const LONGEST_OPENING = 6;

const BOUNDARY = /[\ud800-\udfff\u2600-\u27bf\ufe0f\s,;:。|/()（）【】[\]<>《》•·*■◆●▪★※、"“”'~-]/;
/** The English half of a bilingual label, or a hint in brackets, between the label and its colon. */
const SECOND_HALF = /^\s*(?:\([^()]{0,40}\)|(?:\/\s*)?[a-z][a-z .,/&'()#-]{1,40}(?=\s{0,4}:))/;

/** The first two characters of every label: a line without one of them is not searched. */
const BEGINNINGS: ReadonlySet<string> = new Set(
  [...CHINESE.keys(), ...ENGLISH.keys()].map((label) => label.slice(0, 2)),
);

function mayHoldLabel(folded: string): boolean {
  for (let index = 0; index < folded.length - 1; index++) {
    if (BEGINNINGS.has(folded.slice(index, index + 2))) return true;
  }
  return false;
}

const DATED: ReadonlySet<LabelMeaning> = new Set(['issueDate', 'validUntil']);
const YEAR = /^\s*(?:19|20)\d{2}\s*[年./-]/;

/** Nothing but a bullet stands before the label. */
const LEADS = /^[\ud800-\udfff\u2600-\u27bf\ufe0f\s•·▪■◆●★☆※*#>✓✔√▶▷◇○–—-]*$/;
/** A stroke between the label that opens a line and its value, when the line has no second one: 样品 | 山茶油. */
const STROKE = /^(?:\s*\|\s*|\s+[-–—→·•›>]\s+|\s*(?:——|--|→)\s*)(?=[^|]+$)/;

/** A number that needs nothing between itself and its label: 检测报告编号DG24-11-0876. */
const CODE = /^(?=[a-z0-9()/.-]*\d)[a-z0-9(][a-z0-9()/.-]{5,}/;

/** Such a number and nothing else up to the next stop. */
const CODE_ALONE = /^\s*(?=[a-z0-9()/.-]*\d)[a-z0-9(][a-z0-9()/.-]{5,}\s*(?:[;|]|$)/;

/**
 * All labels in a line, in order, none overlapping.
 * @param listed the line stands among pairs of label and value, so that a weak label opening it is one even before a mere space
 */
export function labelsIn(text: string, seams: readonly number[] = [], listed = false): LabelHit[] {
  const folded = foldText(text);
  if (!mayHoldLabel(folded.text)) return [];
  const line = { text, listed, folded, seams };
  const hits: LabelHit[] = [];
  let taken = 0;
  for (const match of candidates(folded.text)) {
    if (match.start < taken) continue;
    const hit = hitAt(line, match, taken);
    if (!hit) continue;
    hits.push(hit.hit);
    taken = hit.end;
  }
  return hits;
}

interface Match {
  start: number;
  end: number;
  label: Label;
}

function candidates(folded: string): Match[] {
  const found = (pattern: RegExp, labels: ReadonlyMap<string, Label>) =>
    [...folded.matchAll(pattern)].map((match): Match => {
      const words = match[0].replace(/\.$/, '');
      return {
        start: match.index,
        end: match.index + match[0].length,
        label: (labels.get(match[0]) ?? labels.get(words))!,
      };
    });
  return [...found(CHINESE_LABEL, CHINESE), ...found(ENGLISH_LABEL, ENGLISH), ...beforeColons(folded)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
}

/** English words between a break and a colon, worded freely: Holder's name:, Number of the certificate: */
const BEFORE_COLON = /(?<=^|[,;|•·)\]]\s{0,4}|\.\s{1,4})[a-z][a-z.'’()/# -]{2,40}(?=\s{0,4}:)/g;

function beforeColons(folded: string): Match[] {
  return [...folded.matchAll(BEFORE_COLON)].flatMap((match) => {
    const label = englishLabel(match[0].trim());
    return label ? [{ start: match.index, end: match.index + match[0].trimEnd().length, label }] : [];
  });
}

/** A label whose end alone stands in an element of its own is that end: …认证证书|发证单位 names no 证书发证单位. */
function afterSeam(
  match: Match,
  { text, at }: { text: string; at: readonly number[] },
  seams: readonly number[],
): Match {
  for (let start = match.start + 1; start < match.end - 1; start++) {
    const label = seams.includes(at[start]!) ? CHINESE.get(text.slice(start, match.end)) : undefined;
    if (label) return { start, end: match.end, label };
  }
  return match;
}

/** Most characters before the known words of a label that still belong to it. */
const MOST_BEFORE = 24;

/** Names of schemes that belong to the label behind them: 3C证书编号. */
const SCHEME_BEFORE = /(?:^|\p{Script=Han})(?:3c|ccc|cqc|ce|fcc|ul|cma|cnas|iso ?\d{0,5}|gb|haccp|rohs|fda)$/u;

/** 产品名称：台灯规格型号：TD-12 parts nothing: what stands between the first colon and the second label is the value of the first. */
const swallowsValue = (qualifier: string, fromColon: boolean) =>
  fromColon || qualifier.length >= MOST_BEFORE || (/[a-z0-9)]$/.test(qualifier) && !SCHEME_BEFORE.test(qualifier));

interface Line {
  text: string;
  listed: boolean;
  folded: { text: string; at: readonly number[] };
  seams: readonly number[];
}

/** A label's words in their line, and what stands before and behind them. Offsets count the folded characters. */
interface Place {
  match: Match;
  english: boolean;
  before: string;
  /** Behind the words, and behind the English half or a hint in brackets. */
  rest: string;
  end: number;
  /** The colon or stroke behind it, with the blanks around. */
  colon: string | undefined;
  verb: string | undefined;
  quoted: boolean;
  /** Another element follows at once. */
  seamAfter: boolean;
  /** Nothing of a longer word stands before it. */
  cleanBefore: boolean;
  /** The next character of the line lies apart. */
  apart: boolean;
  joint: LabelHit['joint'];
}

function placeOf({ text, folded, seams }: Line, match: Match): Place {
  const before = folded.text.slice(0, match.start);
  const rest = folded.text.slice(match.end);
  const english = /[a-z]/.test(match.label.text) && !/\p{Script=Han}/u.test(match.label.text);
  const second = english ? undefined : rest.match(SECOND_HALF)?.[0];
  const end = match.end + (second && /[(a-z]/.test(second) ? second.length : 0);
  const behind = folded.text.slice(end);
  const bracketed = /[【[「『][^】\]」』]{0,10}$/.test(before) && /^[】\]」』]/.test(behind);
  const colon =
    behind.match(bracketed ? /^[】\]」』]\s*:?\s*/ : /^\s*(?:\*{0,2}[:=](?:\s*\*\*(?!\*))?|[.…·_]{3,})\s*/) ??
    (LEADS.test(before) ? behind.match(STROKE) : null);
  const verb = rest.match(/^(?:均|都|皆|分别)?(?:为|是(?!否)|系)\s*:?\s*/);
  // The next element may begin behind a space.
  const edge = folded.at[rest[0] === ' ' ? match.end + 1 : match.end]!;
  const previous = folded.at[match.end - 1]! + 1;
  const seamAfter = seams.some((seam) => seam >= previous && seam <= edge);
  const apart = edge > previous;
  const gapAfter = seamAfter || apart || rest === '' || rest[0] === ' ';
  const original = folded.at[match.start]!;
  const last = before.at(-1);
  const cleanBefore =
    last === undefined ||
    BOUNDARY.test(last) ||
    seams.includes(original) ||
    (original > 0 && /\s|\u3000/.test(text[original - 1]!));
  const quoted = /^\s*[“「『]/.test(behind);
  return {
    match,
    english,
    before,
    rest,
    end,
    colon: colon?.[0],
    verb: verb?.[0],
    quoted,
    seamAfter,
    cleanBefore,
    apart,
    joint: colon ? 'colon' : verb || quoted ? 'verb' : gapAfter ? 'gap' : 'tight',
  };
}

/** The label with the words that stand before it and belong to it: 送检单位名称; undefined where they make it none. */
function withQualifier(place: Place, folded: string, floor: number): { label: Label; start: number } | undefined {
  const { match, rest, joint, cleanBefore } = place;
  const { label } = match;
  if (cleanBefore) return { label, start: match.start };
  const opensLine = joint === 'gap' && label.specific && match.start <= LONGEST_OPENING && floor === 0;
  const code = joint !== 'colon' && label.meaning === 'certificateNumber' && !label.weak && CODE.test(rest.trimStart());
  const dated = DATED.has(label.meaning) && !label.weak && YEAR.test(rest);
  if (joint !== 'colon' && joint !== 'verb' && !opensLine && !code && !dated) return undefined;
  let start = match.start;
  while (start > floor && !BOUNDARY.test(folded[start - 1]!) && match.start - start < MOST_BEFORE) start--;
  if (joint === 'colon' && floor > 0 && swallowsValue(folded.slice(start, match.start), start === floor))
    start = match.start;
  const qualifier = folded.slice(start, match.start);
  if (joint === 'verb') start = match.start;
  if (qualifier === '') return { label, start };
  if (label.weak) {
    if (joint === 'verb' || label.meaning === 'certificateName') return undefined;
    return { label: { meaning: 'other', weak: true, specific: false, text: qualifier + label.text }, start };
  }
  const whole = qualified(label, qualifier);
  return whole && { label: whole, start };
}

/** Whether a label is one although nothing but its place says so. */
const STANDS: Readonly<Record<LabelHit['joint'], (label: Label, place: Place, line: Line) => boolean>> = {
  colon: () => true,
  verb: ({ weak, meaning }, { quoted }) => quoted || !weak || meaning === 'conclusion' || meaning === 'modelSpec',
  gap: (label, place, line) => {
    const { match, english, before, seamAfter } = place;
    if (seamAfter) return true;
    if (label.weak && !standsApart(label, place, line)) return false;
    if (!english) return true;
    return /(?:^|[,;|(/•·])\s*$/.test(before) && (label.specific || match.start === 0);
  },
  tight: (label, { english, rest, cleanBefore }) => {
    const coded = label.meaning === 'certificateNumber' && cleanBefore && CODE.test(rest);
    return (!label.weak || coded) && !english && SHAPED.has(label.meaning);
  },
};

/** A weak label before a mere space: it opens a segment, has a number to itself, or stands among pairs of label and value. */
function standsApart(
  label: Label,
  { match, english, before, rest, apart }: Place,
  { folded, seams, listed }: Line,
): boolean {
  const opensSegment = seams.includes(folded.at[match.start]!) || /[|;]\s*$/.test(before);
  if (opensSegment && /^\s*[^\s|;]/.test(rest)) return true;
  if (!LEADS.test(before)) return false;
  return (label.meaning === 'certificateNumber' && CODE_ALONE.test(rest)) || (listed && !english && apart);
}

function hitAt(line: Line, found: Match, floor: number): { hit: LabelHit; end: number } | undefined {
  const { folded, seams } = line;
  const place = placeOf(line, afterSeam(found, folded, seams));
  const { match, end, colon, verb, joint } = place;
  const named = withQualifier(place, folded.text, floor);
  if (!named || !STANDS[joint](named.label, place, line)) return undefined;
  const valueAt = colon !== undefined ? end + colon.length : match.end + (verb?.length ?? 0);
  const hit = { label: named.label, start: folded.at[named.start]!, valueStart: folded.at[valueAt]!, joint } as const;
  return { hit, end: valueAt };
}
