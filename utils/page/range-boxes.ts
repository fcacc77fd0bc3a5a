import * as dom from './dom.ts';

/** A box in CSS px of the viewport. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** True while the range still lies within its nodes: the page may have cut the text or taken it out since the scan. */
export function stands(range: AbstractRange): boolean {
  const { startContainer, endContainer } = range;
  return (
    dom.isConnected(startContainer) &&
    dom.isConnected(endContainer) &&
    range.startOffset <= lengthOf(startContainer) &&
    range.endOffset <= lengthOf(endContainer) &&
    !(startContainer === endContainer && range.startOffset >= range.endOffset)
  );
}

function lengthOf(node: Node): number {
  return dom.nodeType(node) === Node.TEXT_NODE ? (node as Text).length : dom.childNodes(node).length;
}

/** One live range, moved about: static ranges have no geometry and many live ones make every edit of the page dearer. */
const probes = new WeakMap<Document, Range>();

/** The boxes in which a range is drawn, one per line and node; none when it is not drawn. */
export function boxesOf(range: AbstractRange): DOMRect[] {
  if (!stands(range)) return [];
  const document = dom.ownerDocument(range.startContainer);
  if (!document) return [];
  let probe = probes.get(document);
  if (!probe) {
    probe = dom.createRange(document);
    probes.set(document, probe);
  }
  probe.setStart(range.startContainer, range.startOffset);
  probe.setEnd(range.endContainer, range.endOffset);
  const boxes = [...probe.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  probe.setStart(document, 0);
  probe.collapse(true);
  return boxes;
}

/** Boxes of one line: they lie beside each other rather than below. */
const besideEachOther = (a: Box, b: Box) =>
  Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > Math.min(a.height, b.height) / 2;

/** One box a line, in the order of the text: words that are wrapped are no rectangle. */
export function lineBoxes(boxes: readonly Box[]): Box[] {
  const lines: Box[] = [];
  for (const box of boxes) {
    const line = lines.at(-1);
    if (line && besideEachOther(line, box)) lines[lines.length - 1] = around([line, box])!;
    else lines.push(box);
  }
  return lines;
}

/** The smallest box around several; null around none. */
export function around(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}
