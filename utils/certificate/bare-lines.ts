import { datesIn, type SlashOrder } from './dates.ts';
import { type Reading, readingOf } from './label-reading.ts';
import type { Label } from './labels.ts';
import { labelsIn } from './line-labels.ts';
import type { Line } from './regions.ts';
import { valueFor } from './values.ts';

/** A line in which several elements or sentences each give a number of their own, part by part. */
export function papersIn(line: Line): Line[] {
  const ends = [...line.text.matchAll(/[。；;]/g)].map(({ index }) => index + 1);
  const edges = [...new Set([...line.seams, ...ends])].filter((at) => at < line.text.length).sort((a, b) => a - b);
  if (edges.length === 0) return [line];
  const numbered = [0, ...edges].filter((from, index) => {
    const piece = line.text.slice(from, edges[index]);
    return labelsIn(piece).some(
      ({ label, valueStart }) =>
        label.meaning === 'certificateNumber' && valueFor('certificateNumber', piece.slice(valueStart), 'line')?.value,
    );
  });
  if (numbered.length < 2) return [line];
  const starts = [0, ...numbered.slice(1)];
  return starts.map((from, index) => {
    const to = starts[index + 1] ?? line.text.length;
    const seams = line.seams.filter((seam) => seam > from && seam < to).map((seam) => seam - from);
    return { ...line, text: line.text.slice(from, to), start: line.start + from, seams };
  });
}

const PAPER = /^(?:[\p{Script=Han}A-Z]{0,6}(?:检[验测]|质检|测试)报告|(?:[A-Z]{2,4}|3C)?(?:认证)?证书)[:：]?$/u;
const CODE = /^(?=.*\d{3})[A-Za-z0-9][A-Za-z0-9()（）./-]{5,30}$/;

/** 检测报告 over, or beside, nothing but a number announces that number. */
export function paperOverNumber(name: string, value: string): Label | undefined {
  return PAPER.test(name) && CODE.test(value)
    ? { meaning: 'certificateNumber', weak: false, specific: true, text: name }
    : undefined;
}

/** Structures that nothing else on a page has: a number on a line of its own is one without any label. */
const TELLING_NUMBER =
  /^(?:20[0-2]\d(?:0[1-9]|[12]\d)(?:0[1-9]|1\d|2[0-3])\d{8}|(?:\d{3}|F\d{2})\d{2}[A-Z]{1,5}\d{4,6}R\d{1,2}[SML](?:-\d+)?|(?:\d{3}|F\d{2})OP\d{7})$/;

/** The number of a line that is nothing else. */
export function readBareNumber(line: Line): Reading[] {
  const raw = line.text.trim();
  if (!TELLING_NUMBER.test(raw)) return [];
  const value = { value: raw, raw, start: line.text.indexOf(raw) };
  return [readingOf({ meaning: 'certificateNumber', weak: true, specific: true, text: '' }, value, line.start)];
}

/** A line that is nothing but a date, below what a certificate says: the date of issue; nothing but a period: its end. */
export function readBareDates(line: Line, order?: SlashOrder): Reading[] {
  const dates = datesIn(line.text, order);
  const rest = dates.reduce((text, { raw }) => text.replace(raw, ''), line.text);
  if (dates.length === 0 || dates.length > 2 || !/^[\s()（）至到~～—–-]*$/.test(rest)) return [];
  const meaning = dates.length === 1 ? 'issueDate' : 'validUntil';
  const value = valueFor(meaning, line.text, 'cell', order);
  return value ? [readingOf({ meaning, weak: true, specific: true, text: '' }, value, line.start)] : [];
}
