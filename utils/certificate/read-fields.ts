import { ORGANISATION_ENDINGS } from '../../rules/organisation-words.ts';
import { datesIn, type SlashOrder, slashOrderOf } from './dates.ts';
import { unspaced } from './folded-text.ts';
import { Gathering, joinSameNumber, shareCommon, splitRepeats } from './group.ts';
import { type Label, labelOf } from './labels.ts';
import { labelsIn } from './line-labels.ts';
import { readLine } from './read-line.ts';
import { readLabelled, readTable } from './read-table.ts';
import { emptyReading, type Group, type Reading, readingOf } from './reading.ts';
import {
  type Box,
  type Cell,
  type LayoutNode,
  type Line,
  linesOf,
  type Region,
  type Table,
  textOf,
} from './regions.ts';
import { settle } from './settle.ts';
import { simplified, withWritten } from './simplified.ts';
import { withTitleGoods } from './title-goods.ts';
import { valueFor } from './values.ts';

const LONGEST_VALUE = 400;
const ORGANISATION_NAME = new RegExp(
  `^[^，。；]{4,60}(?:${ORGANISATION_ENDINGS}|厂|合作社|店|Ltd\\.?|Inc\\.?|Limited|GmbH)$`,
  'u',
);
/** A short line that names a paper: CCC 认证证书, 检验报告, Certificate of Conformity. */
const TITLE =
  /(?:证书|报告|认证|资质)[\sA-Za-z0-9（()）【】:：]*(?:信息|展示|详情|一览|查询结果)?$|\b(?:certificate|report)\b/i;
const HEADING_TITLE = /证书|报告|认证|资质|体系|certificate|report/i;

/** All groups of readings in a region, one per certificate shown, not yet judged. */
export function readGroups(region: Region): Group[] {
  const plain = simplified(region);
  const order = slashOrderOf(textOf(plain.content));
  const groups = withTitleGoods(joinSameNumber(readBox(plain.content, order).finish()), plain);
  const written = plain === region ? undefined : linesOf(region.content);
  return groups.map((group) => {
    const readings = settle(group.readings);
    return { ...group, readings: written ? withWritten(readings, written) : readings };
  });
}

function readBox(box: Box, order?: SlashOrder): Gathering {
  const gathering = new Gathering();
  const table = tableOf(box);
  if (table) {
    addTable(gathering, table, order);
    return gathering;
  }
  const over = readOverLabels(box, order);
  if (over) {
    gathering.add(splitRepeats(over, textOf(box).slice(0, LONGEST_VALUE)));
    return gathering;
  }
  const { children } = box;
  for (let index = 0; index < children.length; index++) {
    const node = children[index]!;
    const columns = pairColumns(node, children[index + 1], order);
    if (columns) {
      gathering.add(splitRepeats(columns, ''));
      index++;
      continue;
    }
    if (node.type === 'table') {
      addTable(gathering, node, order);
      continue;
    }
    if (node.type === 'box') {
      const inner = readBox(node, order);
      const groups = inner.finish();
      if (groups.length > 0) gathering.add(groups.map((group) => ({ ...group, boxed: true })));
      const left = inner.leftover();
      if (left.text) gathering.addText(left.text, left.title ? 'title' : left.barrier ? 'heading' : 'plain');
      continue;
    }
    const across = rowsOfSpans(node, children[index + 1], order);
    if (across) {
      gathering.add(splitRepeats(across, textOf(node)));
      index++;
      continue;
    }
    const label = node.heading ? undefined : (labelOf(node.text) ?? attestation(node, children[index + 1]));
    if (label) {
      const { readings, used } = readBeside(label, node, children.slice(index + 1), order);
      gathering.add(splitRepeats(readings, node.text));
      index += used;
      continue;
    }
    addLine(gathering, node, order);
  }
  return gathering;
}

function addLine(gathering: Gathering, line: Line, order?: SlashOrder): void {
  const signed = gathering.lastReading();
  const parts = papersIn(line);
  if (parts.length > 1) {
    gathering.add(shareCommon(parts.flatMap((part) => splitRepeats(readLine(part, order), part.text))));
    return;
  }
  const told = readLine(line, order);
  if (OF_ALL.test(line.text) && told.every(({ meaning }) => meaning !== 'certificateNumber') && gathering.spread(told))
    return;
  const readings = told.length > 0 ? told : signed?.specific ? readBareDates(line, order) : readBareNumber(line);
  if (readings.length > 0) {
    gathering.add(shareCommon(splitRepeats(readings, line.text)));
    return;
  }
  const short = line.text.length <= 40 && !/[。；;！!?？]$/.test(line.text);
  if (short && (line.heading ? HEADING_TITLE : TITLE).test(unspaced(line.text))) gathering.addText(line.text, 'title');
  else gathering.addText(line.text, line.heading ? 'heading' : 'plain');
}

/** 以上证书均由 …: what is said of all the papers above. */
const OF_ALL = /(?:以上|上述|前述)[^。；]{0,12}(?:证书|报告|认证)[^。；]{0,4}(?:均|都|皆|全部)/;

/** A line in which several elements or sentences each give a number of their own, part by part. */
function papersIn(line: Line): Line[] {
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

/** Structures that nothing else on a page has: a number on a line of its own is one without any label. */
const TELLING_NUMBER =
  /^(?:20[0-2]\d(?:0[1-9]|[12]\d)(?:0[1-9]|1\d|2[0-3])\d{8}|(?:\d{3}|F\d{2})\d{2}[A-Z]{1,5}\d{4,6}R\d{1,2}[SML](?:-\d+)?|(?:\d{3}|F\d{2})OP\d{7})$/;

function readBareNumber(line: Line): Reading[] {
  const raw = line.text.trim();
  if (!TELLING_NUMBER.test(raw)) return [];
  const value = { value: raw, raw, start: line.text.indexOf(raw) };
  return [readingOf({ meaning: 'certificateNumber', weak: true, specific: true, text: '' }, value, line.start)];
}

/** A line that is nothing but a date, below what a certificate says: the date of issue; nothing but a period: its end. */
function readBareDates(line: Line, order?: SlashOrder): Reading[] {
  const dates = datesIn(line.text, order);
  const rest = dates.reduce((text, { raw }) => text.replace(raw, ''), line.text);
  if (dates.length === 0 || dates.length > 2 || !/^[\s()（）至到~～—–-]*$/.test(rest)) return [];
  const meaning = dates.length === 1 ? 'issueDate' : 'validUntil';
  const value = valueFor(meaning, line.text, 'cell', order);
  return value ? [readingOf({ meaning, weak: true, specific: true, text: '' }, value, line.start)] : [];
}

const ATTESTS = /^(?:兹|特此|特)?证明[:：]?(?:\s*this is to certify that:?)?$|^this is to certify that:?$/i;

/** 兹证明 on a line of its own announces the holder when the next line names an organisation; persons have other papers. */
function attestation(line: Line, next: LayoutNode | undefined): Label | undefined {
  if (!ATTESTS.test(unspaced(line.text)) || next?.type !== 'line' || !ORGANISATION_NAME.test(next.text))
    return undefined;
  return { meaning: 'holder', weak: false, specific: true, text: unspaced(line.text) };
}

function addTable(gathering: Gathering, table: Table, order?: SlashOrder): void {
  const { groups, records } = readTable(table, order);
  const text = textOf(table).slice(0, LONGEST_VALUE);
  if (!records) {
    gathering.add(
      groups.flatMap((readings) => splitRepeats(readings, text)).map((group) => ({ ...group, boxed: true })),
    );
    return;
  }
  const caption = linesOf(table)[0]?.text ?? '';
  const merged = joinSameNumber(
    groups.map((readings) => ({
      readings,
      text: `${caption}\n${readings.map((r) => r.raw).join(' ')}`,
      titled: false,
      record: groups.length > 1,
      boxed: true,
    })),
  );
  gathering.add(merged);
}

/** A line that is nothing but a label: its value stands in what follows. A second label of the same meaning is its translation. */
function readBeside(
  label: Label,
  line: Line,
  rest: readonly LayoutNode[],
  order?: SlashOrder,
): { readings: Reading[]; used: number } {
  let used = 0;
  let next = rest[0];
  if (next?.type === 'line' && labelOf(next.text)?.meaning === label.meaning && label.meaning !== 'other')
    next = rest[++used];
  if (!next || !canBeValue(next)) return { readings: [emptyReading(label, line.start)], used };
  if (label.meaning === 'modelSpec' && next.type === 'line' && MODEL_ALONE.test(next.text)) {
    const models = rest.slice(used).findIndex((node) => node.type !== 'line' || !MODEL_ALONE.test(node.text));
    const last = models < 0 ? rest.length : used + models;
    if (last - used > 1)
      return { readings: readLabelled(label, { type: 'box', children: rest.slice(used, last) }, order), used: last };
  }
  const readings = readLabelled(label, next, order);
  const explains = readings[0]!.raw === '' && label.meaning !== 'other' && /[。？?]/.test(textOf(next));
  return explains ? { readings: [emptyReading(label, line.start)], used } : { readings, used: used + 1 };
}

/** One of several models, each on a line of its own. */
const MODEL_ALONE = /^(?=.*\d)[A-Za-z][A-Za-z0-9/.+-]{2,24}$/;

/** Text of one value: no table, no heading, no label at its start, not longer than a scope. */
function canBeValue(node: LayoutNode): boolean {
  if (node.type === 'table' || (node.type === 'line' && node.heading)) return false;
  const lines = linesOf(node);
  const first = lines[0];
  if (!first || textOf(node).length > LONGEST_VALUE || lines.some((line) => labelOf(line.text))) return false;
  const hit = labelsIn(first.text, first.seams)[0];
  return hit?.start !== 0 || hit.joint !== 'colon';
}

/** A column of labels beside a column of as many values. */
function pairColumns(left: LayoutNode, right: LayoutNode | undefined, order?: SlashOrder): Reading[] | undefined {
  if (left.type !== 'box' || right?.type !== 'box' || left.children.length < 2) return undefined;
  if (left.children.length !== right.children.length || left.children.some((child) => child.type === 'table'))
    return undefined;
  const labels = left.children.map((child) => labelOf(textOf(child)));
  if (labels.some((label) => !label) || right.children.some((child) => labelOf(textOf(child)))) return undefined;
  return labels.map((label, index) => {
    const line = linesOf(right.children[index]!)[0];
    const value = line && valueFor(label!.meaning, textOf(right.children[index]!).replace(/\n/g, ' '), 'cell', order);
    return value ? readingOf(label!, value, line.start) : emptyReading(label!, line?.start ?? 0);
  });
}

/** Boxes of two lines each, the value over its label, as grids of parameters show them. */
function readOverLabels({ children }: Box, order?: SlashOrder): Reading[] | undefined {
  if (children.length < 2) return undefined;
  const pairs = children.flatMap((child) => {
    if (child.type !== 'box' || child.children.length !== 2) return [];
    const [value, label] = child.children;
    if (value?.type !== 'line' || label?.type !== 'line') return [];
    return [{ value, label: labelOf(label.text), above: labelOf(value.text) }];
  });
  const labelled = pairs.filter(({ label }) => label);
  if (labelled.length < 2 || 2 * labelled.length < children.length || pairs.some(({ above }) => above))
    return undefined;
  return labelled.map(({ value: { text, start }, label }) => {
    const value = valueFor(label!.meaning, text, 'cell', order);
    return value ? readingOf(label!, value, start) : emptyReading(label!, start);
  });
}

/** A line of labels, each in an element of its own, over a line of as many values. */
function rowsOfSpans(head: Line, below: LayoutNode | undefined, order?: SlashOrder): Reading[] | undefined {
  if (head.seams.length < 2 || below?.type !== 'line' || below.seams.length !== head.seams.length) return undefined;
  const labels = piecesOf(head).map(({ text }) => labelOf(text));
  const values = piecesOf(below);
  if (labels.some((label) => !label) || values.some(({ text }) => labelOf(text))) return undefined;
  return labels.map((label, index) => {
    const { text, start } = values[index]!;
    const value = valueFor(label!.meaning, text, 'cell', order);
    return value ? readingOf(label!, value, start) : emptyReading(label!, start);
  });
}

const piecesOf = ({ text, seams, start }: Line) =>
  [0, ...seams].map((from, index) => ({ text: text.slice(from, seams[index]).trim(), start: start + from }));

/** Rows made of boxes under a row of labels are a table drawn without one. */
function tableOf(box: Box): Table | undefined {
  const rows = box.children.filter((child): child is Box => child.type === 'box');
  const [header, ...body] = rows;
  if (!header || body.length === 0 || rows.length !== box.children.length || header.children.length < 3)
    return undefined;
  if (!header.children.every((child) => labelOf(textOf(child)))) return undefined;
  if (body.some((row) => row.children.length !== header.children.length)) return undefined;
  const cellOf = (node: LayoutNode): Cell => ({
    header: false,
    columns: 1,
    rows: 1,
    content: { type: 'box', children: [node] },
  });
  return { type: 'table', rows: rows.map((row) => row.children.map(cellOf)) };
}
