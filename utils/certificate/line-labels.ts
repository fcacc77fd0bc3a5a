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
  const hits: LabelHit[] = [];
  let taken = 0;
  for (const match of candidates(folded.text)) {
    if (match.start < taken) continue;
    const hit = hitAt({ text, listed }, folded, match, seams, taken);
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

function hitAt(
  { text, listed }: { text: string; listed: boolean },
  folded: { text: string; at: readonly number[] },
  found: Match,
  seams: readonly number[],
  floor: number,
): { hit: LabelHit; end: number } | undefined {
  const match = afterSeam(found, folded, seams);
  const english = /[a-z]/.test(match.label.text) && !/\p{Script=Han}/u.test(match.label.text);
  let end = match.end;
  const second = english ? undefined : folded.text.slice(end).match(SECOND_HALF);
  if (second && (second[0].includes('(') || /[a-z]/.test(second[0]))) end += second[0].length;

  const bracketed =
    /[【[「『][^】\]」』]{0,10}$/.test(folded.text.slice(0, match.start)) && /^[】\]」』]/.test(folded.text.slice(end));
  const after =
    folded.text
      .slice(end)
      .match(bracketed ? /^[】\]」』]\s*:?\s*/ : /^\s*(?:\*{0,2}[:=](?:\s*\*\*(?!\*))?|[.…·_]{3,})\s*/) ??
    (LEADS.test(folded.text.slice(0, match.start)) ? folded.text.slice(end).match(STROKE) : null);
  const verb = folded.text.slice(match.end).match(/^(?:均|都|皆|分别)?(?:为|是(?!否)|系)\s*:?\s*/);
  // The next element may begin behind a space.
  const edge = folded.at[folded.text[match.end] === ' ' ? match.end + 1 : match.end]!;
  const previous = folded.at[match.end - 1]! + 1;
  const seamAfter = seams.some((seam) => seam >= previous && seam <= edge);
  const gapAfter = seamAfter || edge > previous || match.end === folded.text.length || folded.text[match.end] === ' ';

  const original = folded.at[match.start]!;
  const before = folded.text[match.start - 1];
  const cleanBefore =
    before === undefined ||
    BOUNDARY.test(before) ||
    seams.includes(original) ||
    (original > 0 && /\s|\u3000/.test(text[original - 1]!));
  const quoted = /^\s*[“「『]/.test(folded.text.slice(end));
  const joint = after ? 'colon' : verb || quoted ? 'verb' : gapAfter ? 'gap' : 'tight';

  let label: Label | undefined = match.label;
  let start = match.start;
  if (!cleanBefore) {
    const opensLine = joint === 'gap' && label.specific && match.start <= LONGEST_OPENING && floor === 0;
    const code =
      joint !== 'colon' &&
      label.meaning === 'certificateNumber' &&
      !label.weak &&
      CODE.test(folded.text.slice(match.end).trimStart());
    const dated = DATED.has(label.meaning) && !label.weak && YEAR.test(folded.text.slice(match.end));
    if (joint !== 'colon' && joint !== 'verb' && !opensLine && !code && !dated) return undefined;
    while (start > floor && !BOUNDARY.test(folded.text[start - 1]!) && match.start - start < MOST_BEFORE) start--;
    if (joint === 'colon' && floor > 0 && swallowsValue(folded.text.slice(start, match.start), start === floor))
      start = match.start;
    const qualifier = folded.text.slice(start, match.start);
    if (joint === 'verb') start = match.start;
    if (label.weak && qualifier !== '') {
      if (joint === 'verb' || label.meaning === 'certificateName') return undefined;
      label = { meaning: 'other', weak: true, specific: false, text: qualifier + label.text };
    } else {
      label = qualifier === '' ? label : qualified(label, qualifier);
    }
    if (!label) return undefined;
  }
  const coded = label.meaning === 'certificateNumber' && cleanBefore && CODE.test(folded.text.slice(match.end));
  if (joint === 'tight' && ((label.weak && !coded) || english || !SHAPED.has(label.meaning))) return undefined;
  if (joint === 'verb' && !quoted && label.weak && label.meaning !== 'conclusion' && label.meaning !== 'modelSpec')
    return undefined;
  const opensSegment = seams.includes(original) || /[|;]\s*$/.test(folded.text.slice(0, match.start));
  const segment = opensSegment && /^\s*[^\s|;]/.test(folded.text.slice(match.end));
  const alone =
    label.meaning === 'certificateNumber' &&
    LEADS.test(folded.text.slice(0, match.start)) &&
    CODE_ALONE.test(folded.text.slice(match.end));
  const wide = listed && !english && LEADS.test(folded.text.slice(0, match.start)) && edge > previous;
  if (joint === 'gap' && label.weak && !seamAfter && !segment && !alone && !wide) return undefined;
  if (joint === 'gap' && english && !seamAfter && !/(?:^|[,;|(/•·])\s*$/.test(folded.text.slice(0, match.start)))
    return undefined;
  if (joint === 'gap' && english && !seamAfter && !label.specific && match.start > 0) return undefined;
  const valueAt = after ? end + after[0].length : verb ? match.end + verb[0].length : match.end;
  const hit = { label, start: folded.at[start]!, valueStart: folded.at[valueAt]!, joint } as const;
  return { hit, end: valueAt };
}
