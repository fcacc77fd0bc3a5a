/**
 * The layout of a part of a page or picture, free of the DOM: lines, tables and the boxes that hold them. Characters are
 * counted through the whole page, so that a value read here is found back there.
 */
export type LayoutNode = Line | Table | Box;

/** One line of text as the reader sees it, white space collapsed. */
export interface Line {
  type: 'line';
  text: string;
  /** Where the line starts, in characters of the whole page. */
  start: number;
  /** Offsets in `text` at which another inline element begins, ascending. */
  seams: readonly number[];
  /** 1…6 for headings; 7 for a line that is one only by its looks. */
  heading?: number;
}

/** A table with its spans already spread: `rows[r][c]` is the same object in every slot that a cell covers. */
export interface Table {
  type: 'table';
  rows: readonly (readonly (Cell | undefined)[])[];
}

export interface Cell {
  header: boolean;
  columns: number;
  rows: number;
  content: Box;
}

/** A block that holds others: a card, a list item, a row made of `div`s, a `dl`. */
export interface Box {
  type: 'box';
  children: readonly LayoutNode[];
}

/** A part of the page that speaks of certificates, with the title of the page around it. */
export interface Region {
  title: string;
  content: Box;
}

/** All lines below a node, in reading order; tables row by row, a spanning cell once. */
export function linesOf(node: LayoutNode): Line[] {
  if (node.type === 'line') return [node];
  if (node.type === 'box') return node.children.flatMap(linesOf);
  const seen = new Set<Cell>();
  const lines: Line[] = [];
  for (const cell of node.rows.flat()) {
    if (!cell || seen.has(cell)) continue;
    seen.add(cell);
    lines.push(...linesOf(cell.content));
  }
  return lines;
}

/** The text below a node, one line per line. */
export function textOf(node: LayoutNode): string {
  return linesOf(node)
    .map((line) => line.text)
    .join('\n');
}

/** No value is read from further than this; longer lines cost each pattern more than they could tell. */
const LONGEST_LINE = 4_000;

/** A node whose endless lines are parted, at the end of a sentence where there is one. */
function withShortLines(node: LayoutNode): LayoutNode[] {
  if (node.type === 'box') return [{ ...node, children: node.children.flatMap(withShortLines) }];
  if (node.type === 'table' || node.text.length <= LONGEST_LINE) return [node];
  const lines: Line[] = [];
  for (let from = 0; from < node.text.length; ) {
    const rest = node.text.slice(from, from + LONGEST_LINE);
    const stop = from + rest.length < node.text.length ? rest.lastIndexOf('。') + 1 : 0;
    const text = stop > 0 ? rest.slice(0, stop) : rest;
    const end = from + text.length;
    const seams = node.seams.filter((seam) => seam > from && seam < end).map((seam) => seam - from);
    lines.push({ ...node, text, start: node.start + from, seams });
    from = end;
  }
  return lines;
}

/** A region as the readers want it: no line is longer than they look. */
export function withLinesToRead(region: Region): Region {
  if (linesOf(region.content).every(({ text }) => text.length <= LONGEST_LINE)) return region;
  return { ...region, content: { type: 'box', children: region.content.children.flatMap(withShortLines) } };
}

/** A region of plain lines, as a recogniser or a test gives them; offsets count the lines joined by a line feed. */
export function regionOfLines(lines: readonly string[], title = ''): Region {
  let start = 0;
  const children = lines.map((text): Line => {
    const line: Line = { type: 'line', text, start, seams: [] };
    start += text.length + 1;
    return line;
  });
  return { title, content: { type: 'box', children } };
}
