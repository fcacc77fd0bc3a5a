import { canonicalCharacter } from '../scan/variants.ts';
import type { Reading } from './label-reading.ts';
import { type LayoutNode, type Line, linesOf, type Region } from './regions.ts';

const HAN = /\p{Script=Han}/gu;
/** Strokes between labels and values, some of them characters by right. */
const STROKES = /[丨｜│┃︱❘]/g;

/** A text in simplified characters and with one kind of stroke, one for one, so that places stay valid. */
const simplifiedText = (text: string) =>
  text.replace(STROKES, '|').replace(HAN, (written) => {
    const plain = canonicalCharacter(written);
    return plain.length === written.length ? plain : written;
  });

/** A region as it reads in simplified characters; the same object when it was written in them. */
export function simplified(region: Region): Region {
  const foreign = linesOf(region.content).some(({ text }) => simplifiedText(text) !== text);
  return foreign ? { ...region, content: simplifiedNode(region.content) as Region['content'] } : region;
}

function simplifiedNode(node: LayoutNode): LayoutNode {
  if (node.type === 'line') return { ...node, text: simplifiedText(node.text) };
  if (node.type === 'box') return { ...node, children: node.children.map(simplifiedNode) };
  const made = new Map(
    [...new Set(node.rows.flat())].map((cell) => [
      cell,
      cell && { ...cell, content: simplifiedNode(cell.content) as Region['content'] },
    ]),
  );
  return { ...node, rows: node.rows.map((row) => row.map((cell) => made.get(cell))) };
}

/** Readings of a simplified region with the page's own characters beside them; `lines` are those of the region as written. */
export function withWritten(readings: readonly Reading[], lines: readonly Line[]): Reading[] {
  return readings.map((reading) => {
    const line = lines.findLast(({ start }) => start <= reading.start);
    const at = line ? reading.start - line.start : 0;
    const raw = line?.text.slice(at, at + reading.raw.length) ?? '';
    if (raw === '' || simplifiedText(raw) !== reading.raw) return reading;
    return { ...reading, written: raw };
  });
}
