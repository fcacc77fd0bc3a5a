import { paperOverNumber } from './bare-lines.ts';
import { datesIn, type SlashOrder } from './dates.ts';
import { emptyReading, type Reading, readingOf } from './label-reading.ts';
import { type Label, labelOf } from './labels.ts';
import { labelsIn } from './line-labels.ts';
import { readLine } from './read-line.ts';
import { type Cell, type LayoutNode, type Line, linesOf, type Table, textOf } from './regions.ts';
import { valueFor } from './values.ts';

/** What a table says: one list of readings per certificate in it. */
export interface TableReading {
  groups: Reading[][];
  /** The groups are rows or columns of a list of certificates. */
  records: boolean;
}

interface Slot {
  cell: Cell;
  label: Label | undefined;
}

/** A paper without any word for its number. */
const BARE_PAPER = /^(?:certificate|cert|report|证书|报告)s?$/;

const NOTE_COLUMN = /^(?:说明|备注|注|解释|填写说明|note|remarks?|description)$/i;

/** Reads a table in whichever direction its labels run. */
export function readTable(table: Table, order?: SlashOrder): TableReading {
  const made = new Map<Cell, Slot>();
  const slots = table.rows.map((row) => row.map((cell) => cell && slotOf(cell, made)));
  const rows = endsWithHeaders(slots) ? [...slots].reverse() : slots;
  return (
    readUnderHeaders(rows, order) ??
    readBesideHeaders(rows, order) ?? { groups: [readPairs(rows, order)], records: false }
  );
}

/** One slot for one cell, wherever it reaches. */
function slotOf(cell: Cell, made: Map<Cell, Slot>): Slot {
  const slot = made.get(cell) ?? { cell, label: labelOf(textOf(cell.content)) };
  made.set(cell, slot);
  return slot;
}

const filled = (row: readonly (Slot | undefined)[]) =>
  [...new Set(row)].filter((slot): slot is Slot => !!slot && textOf(slot.cell.content) !== '');

const known = (slots: readonly Slot[]) =>
  slots.filter((slot) => slot.label && !['other', 'testItem', 'person'].includes(slot.label.meaning));

/** Labels below their values: the last row is all labels, and none stands above it. */
function endsWithHeaders(rows: (Slot | undefined)[][]): boolean {
  const last = filled(rows.at(-1) ?? []);
  if (rows.length < 2 || last.length < 3 || known(last).length < last.length) return false;
  return rows.slice(0, -1).every((row) => row.every((slot) => !slot?.label));
}

/** A row of labels over rows of values: each row is a certificate, unless another row of labels follows. */
function readUnderHeaders(rows: (Slot | undefined)[][], order?: SlashOrder): TableReading | undefined {
  const isHeader = (row: (Slot | undefined)[]) => {
    const slots = filled(row);
    return (
      slots.length >= 2 &&
      slots.filter((slot) => slot.label).length >= slots.length * 0.6 &&
      known(slots).length >= Math.min(2, slots.length - 1)
    );
  };
  const headers = rows.flatMap((row, index) => (isHeader(row) ? [index] : []));
  const first = headers[0];
  if (first === undefined || first > 2) return undefined;
  if (filled(rows[first]!).some((slot) => slot.label?.meaning === 'testItem')) return undefined;
  if (
    rows
      .slice(first + 1)
      .some((row, index) => !headers.includes(first + 1 + index) && filled(row)[0]?.label && filled(row).length > 1)
  )
    return undefined;

  const stacked = headers.length > 1;
  const groups: Reading[][] = [];
  let header = withPapersNamed(rows[first]!);
  let merged: Reading[] = [];
  for (const [index, row] of rows.entries()) {
    if (index < first) continue;
    if (headers.includes(index)) {
      header = withPapersNamed(row);
      continue;
    }
    if (filled(row).length < 2 && filled(header).length > 2) continue;
    const readings = row.flatMap((slot, column) => {
      const label = header[column]?.label;
      const repeats = column > 0 && row[column - 1] === slot;
      if (!slot || repeats) return [];
      return label
        ? readLabelled(label, slot.cell.content, order)
        : linesOf(slot.cell.content).flatMap((line) => ownLabels(line, order));
    });
    if (stacked) merged = [...merged, ...readings];
    else groups.push(readings);
  }
  if (stacked) groups.push(merged);
  return groups.length === 0 ? undefined : { groups, records: groups.length > 1 || !stacked };
}

/** 证书 beside 编号, Certificate beside No.: the one names the paper, the other numbers it. */
function withPapersNamed(row: (Slot | undefined)[]): (Slot | undefined)[] {
  const numbers = filled(row).filter(({ label }) => label?.meaning === 'certificateNumber');
  if (numbers.length < 2) return row;
  return row.map((slot) =>
    slot?.label && numbers.includes(slot) && BARE_PAPER.test(slot.label.text)
      ? { ...slot, label: { ...slot.label, meaning: 'certificateName' } }
      : slot,
  );
}

/** A column of labels with two or more columns of values: each column is a certificate. */
function readBesideHeaders(rows: (Slot | undefined)[][], order?: SlashOrder): TableReading | undefined {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const body = rows.filter((row) => new Set(row).size > 1);
  if (width < 3 || body.length < 2) return undefined;
  const labelled = body.filter((row) => row[0]?.label);
  if (labelled.length < body.length * 0.6 || known(labelled.map((row) => row[0]!)).length < 2) return undefined;
  const columns = Array.from({ length: width - 1 }, (_, index) => index + 1);
  if (columns.some((column) => labelled.filter((row) => row[column]?.label).length > labelled.length * 0.3))
    return undefined;
  const top = body.find((row) => !row[0]?.label);
  const groups = columns
    .filter((column) => !(top?.[column] && NOTE_COLUMN.test(textOf(top[column].cell.content).trim())))
    .map((column) =>
      labelled.flatMap((row) => {
        const slot = row[column];
        return slot && slot !== row[0] ? readLabelled(row[0]!.label!, slot.cell.content, order) : [];
      }),
    )
    .filter((readings) => readings.some((reading) => reading.raw !== ''));
  const distinct = groups.filter(
    (readings, index) => !groups.slice(0, index).some((other) => tellsNoMore(readings, other)),
  );
  const across = rows.filter((row) => new Set(row).size === 1 && row[0] && !row[0].label);
  const [only] = distinct;
  if (distinct.length === 1 && only) {
    only.push(...across.flatMap((row) => linesOf(row[0]!.cell.content).flatMap((line) => ownLabels(line, order))));
  }
  return distinct.length === 0 ? undefined : { groups: distinct, records: distinct.length > 1 };
}

/** Label and value side by side, once or several times a row; a cell may also hold both. */
function readPairs(rows: (Slot | undefined)[][], order?: SlashOrder): Reading[] {
  const readings: Reading[] = [];
  const seen = new Set<Cell>();
  for (const row of rows) {
    if (filled(row).filter((slot) => slot.label?.meaning === 'testItem').length >= 2) break;
    let label: Label | undefined;
    const cells = filled(row);
    for (const slot of new Set(row)) {
      if (!slot) continue;
      const next = cells[cells.indexOf(slot) + 1];
      const paper =
        !label && !slot.label && next && paperOverNumber(textOf(slot.cell.content), textOf(next.cell.content));
      if (paper) {
        label = paper;
        continue;
      }
      // A label beside the labels of several rows is their heading.
      if (slot.label && slot.cell.rows > 1 && next?.label) continue;
      if (slot.label && !(label && !slot.cell.header && label.meaning === slot.label.meaning)) {
        if (label) readings.push(emptyReading(label, 0));
        label = slot.label;
        continue;
      }
      if (label) readings.push(...readLabelled(label, slot.cell.content, order));
      else if (!seen.has(slot.cell))
        readings.push(...linesOf(slot.cell.content).flatMap((line) => readLine(line, order)));
      seen.add(slot.cell);
      label = undefined;
    }
    if (label) readings.push(emptyReading(label, 0));
  }
  return readings;
}

/** What a cell under a head that announces nothing says with labels of its own. */
const ownLabels = (line: Line, order?: SlashOrder) => readLine(line, order).filter(({ label }) => label !== '');

/** The value of a labelled node: its lines joined up to one with a label of its own, placed where the first stands. */
export function readLabelled(label: Label, node: LayoutNode, order?: SlashOrder): Reading[] {
  const lines = linesOf(node).filter((line) => line.text !== '');
  const first = lines[0];
  if (!first) return [emptyReading(label, 0)];
  const own = lines.findIndex((line) => labelsIn(line.text, line.seams).some((hit) => hit.joint === 'colon'));
  if (own === 0 && labelsIn(first.text, first.seams)[0]?.start === 0) {
    const readings = lines.flatMap((line) => readLine(line, order));
    if (readings.some(({ raw }) => raw !== '')) return readings;
  }
  const inner = own === 0 && NAMES.has(label.meaning) ? ownPart(first, order) : undefined;
  if (inner) {
    const value = valueFor(label.meaning, inner.name, 'cell', order);
    if (value) return [readingOf(label, value, first.start), ...inner.readings];
  }
  const [mine, others] = own > 0 ? [lines.slice(0, own), lines.slice(own)] : [lines, []];
  const joined = mine.map((line) => line.text).join(' ');
  const ends = label.second && endOf(label, joined, order);
  if (ends) return ends.map((reading) => ({ ...reading, start: reading.start + first.start }));
  const value = valueFor(label.meaning, joined, 'cell', order) ?? valueFor(label.meaning, first.text, 'cell', order);
  const reading = value ? readingOf(label, value, first.start) : emptyReading(label, first.start);
  return [reading, ...others.flatMap((line) => readLine(line, order))];
}

/** Both values below one head, the second of them a date: HB-25-118 / 2025-03-14. */
function endOf(label: Label, text: string, order?: SlashOrder): Reading[] | undefined {
  const date = datesIn(text, order).at(-1);
  if (!date || label.second?.meaning === 'modelSpec') return undefined;
  const value = valueFor(
    label.meaning,
    text.slice(0, date.start).replace(/(?<![\s/、,，;；~–—-])[\s/、,，;；~–—-]+$/, ''),
    'cell',
    order,
  );
  const second = valueFor(label.second!.meaning, text.slice(date.start), 'cell', order);
  return value && second ? [readingOf(label, value, 0), readingOf(label.second!, second, date.start)] : undefined;
}

/** Whether a column says nothing that another one does not: the cells of that one reach into it. */
const tellsNoMore = (readings: readonly Reading[], other: readonly Reading[]) =>
  readings.every(({ raw, label }) => raw === '' || other.some((one) => one.label === label && one.raw === raw));

const NAMES: ReadonlySet<string> = new Set(['holder', 'issuingBody']);

/** A name with another field in brackets behind it: 某某有限公司（统一社会信用代码：…）. */
function ownPart(line: Line, order?: SlashOrder): { name: string; readings: Reading[] } | undefined {
  const hit = labelsIn(line.text, line.seams).find(({ joint }) => joint === 'colon');
  if (!hit || hit.start < 4) return undefined;
  const name = line.text.slice(0, hit.start).replace(/(?<![\s（(，,；;])[\s（(，,；;]+$/, '');
  return { name, readings: ownLabels(line, order) };
}
