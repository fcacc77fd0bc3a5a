import { LEAD_INS } from '../../rules/papers/lead-ins.ts';
import { paperOverNumber, papersIn, readBareDates, readBareNumber } from './bare-lines.ts';
import { type SlashOrder, slashOrderOf } from './dates.ts';
import { unspaced } from './folded-text.ts';
import { Gathering, joinSameNumber, shareCommon, splitRepeats } from './group.ts';
import { emptyReading, type Group, type Reading } from './label-reading.ts';
import { type Label, labelOf } from './labels.ts';
import { labelsIn } from './line-labels.ts';
import { pairColumns, readOverLabels, rowsOfSpans, tableOf } from './paired-shapes.ts';
import { readLine } from './read-line.ts';
import { readLabelled, readTable } from './read-table.ts';
import {
  type Box,
  type LayoutNode,
  type Line,
  linesOf,
  type Region,
  type Table,
  textOf,
  withLinesToRead,
} from './regions.ts';
import { settle } from './settle.ts';
import { simplified, withWritten } from './simplified.ts';
import { withTitleGoods } from './title-goods.ts';
import { withUnlabelled } from './unlabelled.ts';
import { valueFor } from './values.ts';

const LONGEST_VALUE = 400;
/** A line that is a label with its value. */
const LONGEST_PAIR = 120;
/** A short line that names a paper: CCC 认证证书, 检验报告, Certificate of Conformity. */
const TITLE =
  /(?:证书|报告|认证|资质)[\sA-Za-z0-9（()）【】:：]*(?:信息|展示|详情|一览|查询结果)?$|\b(?:certificate|report)\b/i;
const HEADING_TITLE = /证书|报告|认证|资质|体系|certificate|report/i;

/** All groups of readings in a region, one per certificate shown, not yet judged. */
export function readGroups(given: Region): Group[] {
  const region = withLinesToRead(given);
  const plain = simplified(region);
  const order = slashOrderOf(textOf(plain.content));
  const groups = withTitleGoods(joinSameNumber(readBox(plain.content, order).finish()), plain);
  const written = plain === region ? undefined : linesOf(region.content);
  const settled = groups.map((group) => ({ ...group, readings: settle(group.readings) }));
  return withUnlabelled(settled, plain, order).map((group) =>
    written ? { ...group, readings: withWritten(group.readings, written) } : group,
  );
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
  const listed = isList(children);
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
    const label = node.heading ? headedLabel(node, children[index + 1]) : announcement(node, children[index + 1]);
    if (label) {
      const { readings, used } = readBeside(label, node, children.slice(index + 1), order);
      gathering.add(splitRepeats(readings, node.text));
      index += used;
      continue;
    }
    addLine(gathering, node, listed, order);
  }
  return gathering;
}

/** Lines of which several open with a label that only certificates carry: the others are pairs of label and value too. */
function isList(children: readonly LayoutNode[]): boolean {
  const opens = (node: LayoutNode) => {
    const hit = node.type === 'line' && node.text.length <= LONGEST_PAIR && labelsIn(node.text, node.seams)[0];
    return hit && hit.start === 0 && hit.label.specific && (hit.joint === 'gap' || hit.joint === 'colon');
  };
  return children.filter(opens).length >= 2;
}

function addLine(gathering: Gathering, line: Line, listed: boolean, order?: SlashOrder): void {
  const signed = gathering.lastReading();
  const parts = papersIn(line);
  if (parts.length > 1) {
    gathering.add(shareCommon(parts.flatMap((part) => splitRepeats(readLine(part, order), part.text))));
    return;
  }
  const told = readLine(line, order, listed && line.text.length <= LONGEST_PAIR);
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

/** A small heading that is nothing but a label, over nothing but a value: 规格型号 over 800mm×800mm. A paper's name stays a title. */
function headedLabel(line: Line, next: LayoutNode | undefined): Label | undefined {
  const plain = next?.type === 'line' && canBeValue(next) && labelsIn(next.text, next.seams).length === 0;
  const label = plain ? labelOf(line.text) : undefined;
  const read = label && label.meaning !== 'other' && label.meaning !== 'certificateName';
  return read && valueFor(label.meaning, textOf(next!), 'cell')?.value ? label : undefined;
}

/** What a line announces, by itself or by the line that follows. */
function announcement(line: Line, next: LayoutNode | undefined): Label | undefined {
  const below = next?.type === 'line' ? next.text : '';
  // An element that is a label, with its value in the next one of the same line.
  if (line.seams.length > 0 && labelOf(line.text.slice(0, line.seams[0]))) return undefined;
  return labelOf(line.text) ?? attestation(line, next) ?? paperOverNumber(line.text, below);
}

/** 兹证明 on a line of its own announces the holder when the next line names an organisation (persons have other papers); 符合 the standard. */
function attestation(line: Line, next: LayoutNode | undefined): Label | undefined {
  if (next?.type !== 'line') return undefined;
  const text = unspaced(line.text);
  const announced = LEAD_INS.find(({ opens, shape }) => opens.test(text) && shape.test(next.text));
  return announced && { meaning: announced.meaning, weak: false, specific: true, text };
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
  const shaped = next?.type === 'line' && attestation(line, next) !== undefined;
  if (!next || !(shaped || canBeValue(next))) return { readings: [emptyReading(label, line.start)], used };
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
