import type { Box, Cell, LayoutNode } from '../certificate/regions.ts';
import * as dom from './dom.ts';

const MOST_ROWS = 2_000;
const MOST_COLUMNS = 60;

/** What reads the content of a cell: see `layout-reader.ts`, which reads tables by this file. */
export interface NodeReader {
  read(nodes: Iterable<Node>, depth?: number): Box;
}

/** A table with its spans spread over the grid; one that only lays out the page becomes boxes. */
export function readTableElement(table: HTMLElement, reader: NodeReader, depth: number): LayoutNode[] {
  const out: LayoutNode[] = [];
  for (const caption of childrenNamed(table, 'CAPTION')) {
    const text = reader.read(dom.childNodes(caption), depth);
    out.push(...text.children.map((child): LayoutNode => (child.type === 'line' ? { ...child, heading: 7 } : child)));
  }
  const rows = rowsOf(table).slice(0, MOST_ROWS);
  if (dom.querySelector(table, 'table')) {
    const boxes = rows.flatMap((row) => cellsOf(row).map((cell) => reader.read(dom.childNodes(cell), depth)));
    out.push({ type: 'box', children: boxes.filter((box) => box.children.length > 0) });
    return out;
  }
  out.push({ type: 'table', rows: spread(rows, reader, depth) });
  return out;
}

function spread(rows: readonly HTMLElement[], reader: NodeReader, depth: number): (Cell | undefined)[][] {
  const grid: (Cell | undefined)[][] = rows.map(() => []);
  rows.forEach((row, r) => {
    let c = 0;
    for (const element of cellsOf(row)) {
      while (grid[r]![c]) c++;
      if (c >= MOST_COLUMNS) break;
      const columns = Math.min(spanOf(element, 'colspan'), MOST_COLUMNS - c);
      const height = Math.min(spanOf(element, 'rowspan') || rows.length, rows.length - r);
      const cell: Cell = {
        header: dom.nodeName(element) === 'TH',
        columns,
        rows: height,
        content: reader.read([element], depth),
      };
      for (let dr = 0; dr < height; dr++) for (let dc = 0; dc < columns; dc++) grid[r + dr]![c + dc] = cell;
      c += columns;
    }
  });
  return grid;
}

function rowsOf(table: HTMLElement): HTMLElement[] {
  const rows: HTMLElement[] = [];
  for (const child of dom.children(table)) {
    if (dom.nodeName(child) === 'TR') rows.push(child as HTMLElement);
    else if (/^T(?:HEAD|BODY|FOOT)$/.test(dom.nodeName(child))) rows.push(...childrenNamed(child as HTMLElement, 'TR'));
  }
  return rows;
}

const cellsOf = (row: HTMLElement) =>
  [...dom.children(row)].filter(
    (child): child is HTMLElement => dom.nodeName(child) === 'TD' || dom.nodeName(child) === 'TH',
  );

const childrenNamed = (element: HTMLElement, name: string) =>
  [...dom.children(element)].filter((child): child is HTMLElement => dom.nodeName(child) === name);

function spanOf(cell: HTMLElement, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(dom.getAttribute(cell, name) ?? '1', 10);
  return Number.isInteger(span) && span >= (name === 'rowspan' ? 0 : 1) ? span : 1;
}
