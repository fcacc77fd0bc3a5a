import type { SlashOrder } from './dates.ts';
import { emptyReading, type Reading, readingOf } from './label-reading.ts';
import { type LabelHit, labelsIn } from './line-labels.ts';
import { readProse } from './prose.ts';
import type { Line } from './regions.ts';
import { type Setting, type Value, valueFor } from './values.ts';

/**
 * Label–value pairs inside one line, then what its sentences say.
 * @param listed other lines beside it are pairs of a strong label and a value
 */
export function readLine(line: Line, order?: SlashOrder, listed = false): Reading[] {
  const hits = labelsIn(line.text, line.seams, listed).filter((hit, index, all) => !saidWithin(hit, all[index - 1]));
  const labelled = hits.flatMap((hit, index) => {
    const next = hits[index + 1];
    if (next && PAIRED.test(line.text.slice(hit.valueStart, next.start))) {
      const end = hits[index + 2]?.start ?? line.text.length;
      return readHit(line, { ...hit, valueStart: next.valueStart, joint: next.joint }, end, order);
    }
    return readHit(line, hit, next?.start ?? line.text.length, order);
  });
  const sentences = readProse(line, order);
  const told = sentences.filter(
    (reading) =>
      !labelled.some((other) => other.meaning === reading.meaning && other.raw !== '') &&
      !(reading.meaning === 'standard' && labelled.some((other) => other.meaning === 'conclusion')),
  );
  const certain = labelled.map((reading) =>
    reading.weak && sentences.some((one) => confirms(one, reading))
      ? { ...reading, weak: false, specific: true }
      : reading,
  );
  return [...certain, ...told].sort((a, b) => a.start - b.start);
}

/** 检测报告（编号：…）: the sentence knows what the bare label leaves open. */
const confirms = (told: Reading, { meaning, value }: Reading) =>
  meaning === 'certificateNumber' && told.meaning === meaning && told.value === value && !told.weak;

function readHit(line: Line, hit: LabelHit, end: number, order?: SlashOrder): Reading[] {
  const text = beforeBracket(line.text, hit, end);
  const several = hit.label.meaning === 'certificateNumber' ? numbersIn(text) : [];
  if (several.length > 1) return several.map((value) => readingOf(hit.label, value, line.start + hit.valueStart));
  const value = valueFor(hit.label.meaning, text, settingOf(hit), order);
  if (value && (value.raw !== '' || hit.joint === 'colon') && fits(hit, value.raw)) {
    return [readingOf(hit.label, value, line.start + hit.valueStart)];
  }
  return hit.joint === 'colon' || (hit.joint === 'gap' && hit.label.meaning !== 'other')
    ? [emptyReading(hit.label, line.start + hit.valueStart)]
    : [];
}

/** What stands behind 【型号】 ends where the next bracketed word begins, whether that is a label or not. */
function beforeBracket(text: string, { start, valueStart }: LabelHit, end: number): string {
  const value = text.slice(valueStart, end);
  const next = /[【[]\s?$/.test(text.slice(0, start)) ? value.search(/[【[][^】\]]{1,10}[】\]]/) : -1;
  return next > 0 ? value.slice(0, next) : value;
}

/** Between two labels of one value: 发证日期/有效期：2024-03-06 / 2027-03-05. */
const PAIRED = /^\s*[/、及和与~–-]\s*$/;

/** A conclusion that goes on with 判定为 is one statement. */
const saidWithin = (hit: LabelHit, before: LabelHit | undefined) =>
  hit.joint === 'verb' && hit.label.meaning === 'conclusion' && before?.label.meaning === 'conclusion';

/** Numbers of one shape in a row: 证书编号分别为04325Q30188R0M、04325E30189R0M. */
function numbersIn(text: string): Value[] {
  const row =
    text.match(/^\s*[A-Z0-9][A-Z0-9()./-]{5,30}(?:\s*(?:[、，,;；和及]|以及)\s*[A-Z0-9][A-Z0-9()./-]{5,30})+/)?.[0] ??
    '';
  const found = [...row.matchAll(/[A-Z0-9][A-Z0-9()./-]{5,30}/g)].map(({ 0: raw, index }) => ({
    value: raw,
    raw,
    start: index,
  }));
  return found.every(({ raw }) => raw.length === found[0]!.raw.length && /\d{3}/.test(raw)) ? found : [];
}

const settingOf = (hit: LabelHit): Setting => (hit.joint === 'colon' ? 'line' : hit.joint === 'gap' ? 'line' : 'prose');

/** A model without anything before it starts with a letter or digit; the other shaped values prove themselves. */
function fits(hit: LabelHit, raw: string): boolean {
  return hit.joint !== 'tight' || hit.label.meaning !== 'modelSpec' || /^[A-Za-z0-9]/.test(raw);
}
