import type { Seam } from '../scan/scanner.ts';
import * as dom from './dom.ts';
import { blockOf, isHidden, type PageText, type PageTextReader, type Piece } from './page-text.ts';

/** Lines of one character in a column, at most. */
const LONGEST = 40;

const words = (element: Element) => (dom.textContent(element) ?? '').replace(/[\s\u200b-\u200f\ufeff]/g, '');
const isCell = (element: Element) => /^T[DH]$/.test(dom.tagName(element));
const isLine = (element: Element) => [...words(element)].length === 1 && !isCell(element);

function textIn(element: Element): Text | null {
  const walker = dom.createTreeWalker(dom.documentOf(element), element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (/[^\s\u200b-\u200f\ufeff]/.test(node.data)) return node;
  }
  return null;
}

/** The neighbouring blocks of one character each, in one direction. */
function linesBeside(line: Element, forward: boolean): Element[] {
  const lines: Element[] = [];
  let beside = forward ? dom.nextElementSibling(line) : dom.previousElementSibling(line);
  while (beside && lines.length < LONGEST && isLine(beside)) {
    lines.push(beside);
    beside = forward ? dom.nextElementSibling(beside) : dom.previousElementSibling(beside);
  }
  return lines;
}

/** The text of a column whose blocks hold one character each, around one of them; null when the block stands alone. */
export function columnAround(block: Element, reader: PageTextReader): PageText | null {
  // A cell is a line of the column only when its row holds nothing else.
  let line = isCell(block) ? (dom.parentElement(block) ?? block) : block;
  if (!isLine(line)) return null;
  for (let around = dom.parentElement(line); around && isLine(around); around = dom.parentElement(line)) line = around;
  const lines = [...linesBeside(line, false).reverse(), line, ...linesBeside(line, true)];
  if (lines.length < 3) return null;
  let text = '';
  const pieces: Piece[] = [];
  const seams: Seam[] = [];
  for (const one of lines) {
    const node = textIn(one);
    if (!node || (blockOf(node, reader) && isHidden(node, reader))) continue;
    const offset = node.data.search(/[^\s\u200b-\u200f\ufeff]/);
    const character = String.fromCodePoint(node.data.codePointAt(offset)!);
    if (text !== '') text += '\n';
    pieces.push({ node, from: text.length, offset, length: character.length });
    text += character;
  }
  return { text, pieces, seams, block, whole: { start: true, end: true }, hidden: isHidden(block, reader) };
}
