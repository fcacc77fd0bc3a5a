import type { MarkedWords } from '../judge/mark.ts';
import type { Scanner } from '../scan/scanner.ts';
import * as dom from './dom.ts';
import type { Placed } from './finding-ledger.ts';
import { headingBefore } from './heading.ts';
import { type PageText, type PageTextReader, readAround } from './page-text.ts';

/** Where words begin and end in the texts of a document. */
export interface TextPlace {
  first: Text;
  start: number;
  last: Text;
  end: number;
}

type Marked = Pick<MarkedWords, 'words' | 'prefix' | 'suffix' | 'clusters'>;

const LONGEST = 200;
const QUOTE = 32;
/** Texts of a range that are looked at for its ends. */
const MOST_TEXTS = 2_000;

/** The texts at both ends of a range; null where it holds none. */
export function textsOf(range: AbstractRange): TextPlace | null {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const document = dom.documentOf(startContainer);
  const own = dom.createRange(document);
  own.setStart(startContainer, startOffset);
  own.setEnd(endContainer, endOffset);
  const root = own.commonAncestorContainer;
  const walker = dom.createTreeWalker(document, root, NodeFilter.SHOW_TEXT);
  let first: Text | null = null;
  let last: Text | null = null;
  let node = (dom.nodeType(root) === Node.TEXT_NODE ? root : walker.nextNode()) as Text | null;
  for (let count = 0; node && count < MOST_TEXTS; count++) {
    if (own.intersectsNode(node) && node.data.trim() !== '') {
      first ??= node;
      last = node;
    } else if (last) break;
    node = dom.nodeType(root) === Node.TEXT_NODE ? null : (walker.nextNode() as Text | null);
  }
  if (!first || !last) return null;
  return {
    first,
    start: first === startContainer ? startOffset : 0,
    last,
    end: last === endContainer ? endOffset : last.data.length,
  };
}

/** Where an offset of a text lies in what was read around it. */
function offsetIn({ pieces }: PageText, node: Text, offset: number): number | undefined {
  const piece = pieces.find((one) => one.node === node && offset >= one.offset && offset <= one.offset + one.length);
  return piece && piece.from + offset - piece.offset;
}

function marked(
  text: string,
  start: number,
  end: number,
  around: { heading: string; element: string },
  scanner: Scanner,
): Marked | null {
  const words = text.slice(start, Math.min(end, start + LONGEST));
  if (words.trim() === '') return null;
  return {
    words,
    prefix: text.slice(Math.max(0, start - QUOTE), start),
    suffix: text.slice(start + words.length, start + words.length + QUOTE),
    clusters: scanner.clustersAt(text, { start, end: start + words.length }, around),
  };
}

/** Words of a document as the judge sees them in their paragraph; null where no reader meets them. */
export function wordsAt(
  { first, start, last, end }: TextPlace,
  reader: PageTextReader,
  scanner: Scanner,
): Marked | null {
  const read = readAround(first, start, reader);
  const from = read && offsetIn(read, first, start);
  if (!read || from === undefined || from === null) return null;
  // Words that go on into the next paragraph are judged by their beginning.
  const to = offsetIn(read, last, end) ?? read.text.length;
  const around = { heading: headingBefore(read.block), element: dom.localName(read.block) };
  return marked(read.text, from, Math.max(from, to), around, scanner);
}

/** Words of a finding as the judge saw them: in their paragraph, or in their attribute. */
export function wordsOf(
  { finding, spans, element, source }: Placed,
  reader: PageTextReader,
  scanner: Scanner,
): Marked | null {
  const [first, last] = [spans[0], spans.at(-1)];
  if (first && last) {
    const place = { first: first.node, start: first.start, last: last.node, end: last.end };
    return wordsAt(place, reader, scanner);
  }
  const text = source === 'generated' ? null : dom.getAttribute(element, source);
  return text === null
    ? null
    : marked(text, finding.start, finding.end, { heading: '', element: 'attribute' }, scanner);
}
