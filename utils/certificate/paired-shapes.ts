import type { SlashOrder } from './dates.ts';
import { emptyReading, type Reading, readingOf } from './label-reading.ts';
import { labelOf } from './labels.ts';
import { type Box, type Cell, type LayoutNode, type Line, linesOf, type Table, textOf } from './regions.ts';
import { valueFor } from './values.ts';

/** A column of labels beside a column of as many values. */
export function pairColumns(
  left: LayoutNode,
  right: LayoutNode | undefined,
  order?: SlashOrder,
): Reading[] | undefined {
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

/** A box of two lines, or a line of two elements. */
function halvesOf(child: LayoutNode): readonly { text: string; start: number }[] {
  if (child.type === 'line' && child.seams.length === 1) return piecesOf(child);
  if (child.type !== 'box') return [];
  const [only] = child.children;
  if (child.children.length === 1 && only) return only.type === 'line' ? halvesOf(only) : [];
  return child.children.every((line) => line.type === 'line') ? child.children : [];
}

/** Boxes of two lines each, or lines of two elements, the value before its label, as grids of parameters show them. */
export function readOverLabels({ children }: Box, order?: SlashOrder): Reading[] | undefined {
  if (children.length < 2) return undefined;
  const pairs = children.flatMap((child) => {
    const [value, label, third] = halvesOf(child);
    if (!value || !label || third) return [];
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
export function rowsOfSpans(head: Line, below: LayoutNode | undefined, order?: SlashOrder): Reading[] | undefined {
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
export function tableOf(box: Box): Table | undefined {
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
