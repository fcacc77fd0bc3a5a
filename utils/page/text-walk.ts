import type { Detector } from '../scan/detector.ts';
import * as dom from './dom.ts';
import type { FlatTree } from './flat-tree.ts';
import type { Work } from './work-queue.ts';

/** A place worth a careful reading. */
export interface Candidate {
  node: Text | Element;
  offset: number;
  /** Ascending in document order among the places of one walk of a document; absent where a place was come upon otherwise. */
  rank?: number;
}

/** Nodes between two chances to rest; small enough for a slice, large enough to cost nothing. */
const STRIDE = 64;
/** Characters fed at once; a single text node may hold megabytes. */
export const PORTION = 32_768;
export const TEXTS = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION;

/** Feeds one text node, at once when it is of ordinary length. */
function feed(detector: Detector, node: Text, data: string, note: (candidate: Candidate) => void): void {
  detector.feed(data);
  for (const offset of detector.hits) note({ node, offset });
}

/** Feeds one text node in portions. */
export function* feedLong(detector: Detector, node: Text, data: string, note: (candidate: Candidate) => void): Work {
  for (let from = 0; from < data.length; from += PORTION) {
    detector.feed(data.slice(from, from + PORTION));
    for (const offset of detector.hits) note({ node, offset: from + offset });
    yield;
  }
}

/** Streams the rendered text of a host, light children in their slots. */
export function* walkRendered(
  host: Element,
  tree: FlatTree,
  detector: Detector,
  note: (candidate: Candidate) => void,
): Work {
  let count = 0;
  const stack: (Node | null)[] = [tree.firstChild(host)];
  while (stack.length > 0) {
    const node = stack.pop();
    if (!node) continue;
    stack.push(tree.nextSibling(node));
    if (dom.nodeType(node) === Node.TEXT_NODE) yield* feedLong(detector, node as Text, (node as Text).data, note);
    else if (dom.nodeType(node) === Node.ELEMENT_NODE) stack.push(tree.firstChild(node));
    if (++count % STRIDE === 0) yield;
  }
}

/** Characters read on either side of a changed node: longer than any match. */
const SURROUND = 64;
const SURROUND_NODES = 16;
/** Characters of a long text that count as its end or beginning: more than the slots of a family lie apart. */
const EDGE = 1024;

/** Whether a text is too long to be read in one go. */
export const isLong = ({ length }: Text): boolean => length > PORTION;

/** Streams a long text, resting between portions. */
export function* walkLong(text: Text, detector: Detector, note: (candidate: Candidate) => void): Work {
  detector.reset();
  yield* feedLong(detector, text, text.data, note);
}

function feedPart(
  detector: Detector,
  node: Text,
  from: number,
  to: number,
  note: (candidate: Candidate) => void,
): void {
  detector.feed(node.data.slice(from, to));
  for (const offset of detector.hits) note({ node, offset: from + offset });
}

/**
 * Streams the text around a changed node of one tree; costs the change, not the page. Of long texts only the edges are read, of
 * the changed one too: the rest of it is {@link walkLong}'s.
 */
export function walkAround(changed: Text, detector: Detector, note: (candidate: Candidate) => void): void {
  const walker = dom.createTreeWalker(changed.ownerDocument, changed.getRootNode(), NodeFilter.SHOW_TEXT);
  walker.currentNode = changed;
  let before = 0;
  for (let count = 0; count < SURROUND_NODES && before < SURROUND; count++) {
    const node = walker.previousNode() as Text | null;
    if (!node) break;
    before += node.length;
  }
  detector.reset();
  for (let node = walker.currentNode as Text; node !== changed; node = walker.nextNode() as Text)
    feedPart(detector, node, Math.max(0, node.length - EDGE), node.length, note);
  if (isLong(changed)) {
    feedPart(detector, changed, 0, EDGE, note);
    detector.reset();
    feedPart(detector, changed, changed.length - EDGE, changed.length, note);
  } else feed(detector, changed, changed.data, note);
  let after = 0;
  for (let count = 0; after < SURROUND && count < SURROUND_NODES; count++) {
    const node = walker.nextNode() as Text | null;
    if (!node) break;
    feedPart(detector, node, 0, EDGE, note);
    after += node.length;
  }
}
