import type { Detector } from '../scan/detector.ts';
import type { FlatTree } from './flat-tree.ts';
import { INLINE, UNREAD } from './layout-probe.ts';
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
const PORTION = 32_768;
const TEXTS = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION;
// Read once: a constant of the platform is a look-up in a foreign object each time.
const { TEXT_NODE, ELEMENT_NODE } = Node;
const UNREAD_TAGS = lowerCase(UNREAD);
const IN_LINE = lowerCase(INLINE);

function lowerCase(tags: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...tags].map((tag) => tag.toLowerCase()));
}

/** Feeds one text node, at once when it is of ordinary length. */
function feed(detector: Detector, node: Text, data: string, note: (candidate: Candidate) => void): void {
  detector.feed(data);
  for (const offset of detector.hits) note({ node, offset });
}

function* feedLong(detector: Detector, node: Text, data: string, note: (candidate: Candidate) => void): Work {
  for (let from = 0; from < data.length; from += PORTION) {
    detector.feed(data.slice(from, from + PORTION));
    for (const offset of detector.hits) note({ node, offset: from + offset });
    yield;
  }
}

/** Texts of one element whose children stand in its lines, by offset in the element's own text. */
function* textsIn(element: Element): Generator<{ node: Text; from: number }> {
  const walker = element.ownerDocument.createTreeWalker(element, TEXTS);
  let from = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    yield { node, from };
    from += node.length;
  }
}

/** Elements that hold no blocks wherever a parser made them. */
const LEAVES: ReadonlySet<string> = new Set('p h1 h2 h3 h4 h5 h6 pre dt'.split(' '));

/** Whether an element is worth descending into: it holds blocks, by the tags of its first and last child. */
function holdsBlocks(element: Element, name: string): boolean {
  if (LEAVES.has(name)) return false;
  const first = element.firstElementChild;
  return first !== null && !(IN_LINE.has(first.localName) && IN_LINE.has(element.lastElementChild!.localName));
}

/** Feeds an element's whole text at once: its nodes are only asked for when there is something to place in them. */
function feedElement(element: Element, text: string, detector: Detector, note: (candidate: Candidate) => void): void {
  detector.feed(text);
  if (detector.hits.length === 0) return;
  const texts = textsIn(element);
  let current = texts.next().value;
  for (const offset of detector.hits) {
    while (current && current.from + current.node.length <= offset) current = texts.next().value;
    if (current) note({ node: current.node, offset: offset - current.from });
  }
}

/**
 * Streams all text below `root` through the detector, paragraph by paragraph. When the page removes the node at which the walk
 * rested, it goes on from the nearest ancestor that is still there.
 */
export function* walkTexts(
  root: Document | ShadowRoot | Element,
  detector: Detector,
  note: (candidate: Candidate) => void,
  read: (text: string) => void,
): Work {
  let count = 0;
  let node: Node | null = root.firstChild;
  while (node) {
    let inside: Node | null = null;
    const { nodeType } = node;
    if (nodeType === TEXT_NODE) {
      const { data } = node as Text;
      // Blocks are mostly parted by line ends of the source, which part nothing.
      if (data !== '\n') {
        read(data);
        if (data.length > PORTION) yield* feedLong(detector, node as Text, data, note);
        else feed(detector, node as Text, data, note);
      }
    } else if (nodeType === ELEMENT_NODE) {
      const name = (node as Element).localName;
      if (!UNREAD_TAGS.has(name)) {
        inside = holdsBlocks(node as Element, name) ? node.firstChild : null;
        const text = inside ? '' : node.textContent!;
        if (text.length > PORTION) inside = node.firstChild;
        else if (!inside) {
          read(text);
          feedElement(node as Element, text, detector, note);
        }
      }
    }
    if (++count % STRIDE === 0) {
      const trail: Node[] = [];
      for (let at: Node | null = node; at && at !== root; at = at.parentNode) trail.push(at);
      yield;
      if (!root.contains(node)) inside = (trail.find((at) => root.contains(at)) ?? root).firstChild;
    }
    let next: Node | null = inside ?? node.nextSibling;
    for (let parent = next ? null : node.parentNode; parent && parent !== root; parent = parent.parentNode) {
      next = parent.nextSibling;
      if (next) break;
    }
    node = next;
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
    if (node.nodeType === Node.TEXT_NODE) yield* feedLong(detector, node as Text, (node as Text).data, note);
    else if (node.nodeType === Node.ELEMENT_NODE) stack.push(tree.firstChild(node));
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
  const walker = changed.ownerDocument.createTreeWalker(changed.getRootNode(), NodeFilter.SHOW_TEXT);
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
