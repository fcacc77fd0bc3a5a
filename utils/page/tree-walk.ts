import type { Detector } from '../scan/detector.ts';
import * as dom from './dom.ts';
import { INLINE, UNREAD } from './layout-probe.ts';
import { type Candidate, feedLong, PORTION, TEXTS } from './text-walk.ts';
import type { Work } from './work-queue.ts';

export interface TreeWalkOptions {
  root: Document | ShadowRoot | Element;
  detector: Detector;
  note: (candidate: Candidate) => void;
  /** Told the text as it is read. */
  hear: (text: string) => void;
  /** Whether what hears wants paragraphs rather than long stretches. */
  wantsParagraphs: () => boolean;
  /** Shown every element below `root`, and `root` itself if it is one, with its local name. */
  look: (element: Element, name: string) => void;
}

/** A stretch of text nodes, from one up to another; null stands for the end of the tree. */
interface Stretch {
  from: Text;
  to: Text | null;
}

/** A walk that can rest. A record and functions, for engines forget the shapes of classes of which nothing is left. */
interface Walk {
  options: TreeWalkOptions;
  elements: TreeWalker;
  texts: TreeWalker;
  /** Around what is read at once. */
  range: Range;
  /** Where the walk rests; the page may move or remove what stands there, and the place stays. */
  resting: Range;
  /** The element to look at next. */
  at: Element | null;
  /** The first text that was not read. */
  start: Text | null;
  /** The element around `at` whose text is never read. */
  unread: Element | null;
  /** Elements whose text is read in one go: its nodes are only asked for where something is found. */
  stride: number;
}

const STRIDE = 64;
/** Telling which of two places is first costs the siblings before them; so the longer a walk, the longer its strides. */
const STRIDES_ALIKE = 128;
const { ELEMENT_NODE } = Node;

const lowerCase = (tags: ReadonlySet<string>) => new Set([...tags].map((tag) => tag.toLowerCase()));
const UNREAD_TAGS = lowerCase(UNREAD);
const IN_LINE = lowerCase(INLINE);

function begin(options: TreeWalkOptions): Walk {
  const { root } = options;
  const document = dom.documentOf(root) ?? (root as Document);
  const elements = dom.createTreeWalker(document, root, NodeFilter.SHOW_ELEMENT);
  const texts = dom.createTreeWalker(document, root, TEXTS);
  return {
    options,
    elements,
    texts,
    range: dom.createRange(document),
    resting: dom.createRange(document),
    at: dom.nodeType(root) === ELEMENT_NODE ? (root as Element) : (elements.nextNode() as Element | null),
    start: texts.nextNode() as Text | null,
    unread: null,
    stride: STRIDE,
  };
}

/** The first text in or behind an element. */
function textFrom({ texts }: Walk, element: Element): Text | null {
  texts.currentNode = element;
  return texts.nextNode() as Text | null;
}

function textBehind(walk: Walk, element: Element): Text | null {
  let text = textFrom(walk, element);
  while (text && dom.contains(element, text)) text = walk.texts.nextNode() as Text | null;
  return text;
}

function lastText({ texts, options }: Walk): Text | null {
  texts.currentNode = options.root;
  return texts.lastChild() as Text | null;
}

/** Notes places in the text that begins with a node. */
function place({ texts, options }: Walk, from: Text, offsets: readonly number[]): void {
  texts.currentNode = from;
  let node: Text | null = from;
  let before = 0;
  for (const offset of offsets) {
    while (node && before + node.length <= offset) {
      before += node.length;
      node = texts.nextNode() as Text | null;
    }
    if (node) options.note({ node, offset: offset - before });
  }
}

/** Reads from where it was read last up to a text; answers the stretch when it is too long for one go. */
function readUpTo(walk: Walk, to: Text | null): Stretch | null {
  const { range, options, start: from } = walk;
  walk.start = to;
  if (!from || from === to) return null;
  range.setStart(from, 0);
  const last = to ?? lastText(walk) ?? from;
  range.setEnd(last, to ? 0 : last.length);
  const text = range.toString();
  if (text.length > PORTION) return { from, to };
  options.hear(text);
  options.detector.feed(text);
  if (options.detector.hits.length > 0) place(walk, from, options.detector.hits);
  return null;
}

/** Reads what stands before an element that parts texts. Done twice for one element, it does nothing the second time. */
function enter(walk: Walk, element: Element, name: string): Stretch | null {
  if (walk.unread) {
    if (dom.contains(walk.unread, element)) return null;
    walk.unread = null;
  }
  const unread = UNREAD_TAGS.has(name);
  if (!unread && (IN_LINE.has(name) || !walk.options.wantsParagraphs())) return null;
  const long = readUpTo(walk, textFrom(walk, element));
  if (unread && !long) {
    walk.unread = element;
    walk.start = textBehind(walk, element);
  }
  return long;
}

/** Looks at some elements and reads the text before the next one; stops at a stretch that is too long for one go, and answers it. */
function advance(walk: Walk): Stretch | null {
  const { elements, options } = walk;
  for (let count = 0; count < walk.stride && walk.at; count++) {
    const name = dom.localName(walk.at);
    const long = enter(walk, walk.at, name);
    if (long) return long;
    options.look(walk.at, name);
    walk.at = elements.nextNode() as Element | null;
  }
  if (!walk.at) return readUpTo(walk, null);
  if (walk.unread && dom.contains(walk.unread, walk.at)) return null;
  return readUpTo(walk, textFrom(walk, walk.at));
}

/** Reads a long stretch node by node. */
function* readLong({ texts, options }: Walk, { from, to }: Stretch): Work {
  const nodes: Text[] = [];
  texts.currentNode = from;
  for (let node: Text | null = from; node && node !== to; node = texts.nextNode() as Text | null) nodes.push(node);
  for (const node of nodes) {
    if (!node.isConnected) continue;
    options.hear(node.data);
    yield* feedLong(options.detector, node, node.data, options.note);
  }
}

/** Before a rest; all text before the next element is read. */
function rest({ at, resting, options }: Walk): void {
  if (!at) return;
  // From the very beginning, which is before every place without a count.
  resting.setStart(options.root, 0);
  resting.setEnd(at, 0);
  resting.collapse(false);
}

/** The first element at or behind a place among the children of a node. */
function elementFrom({ elements }: Walk, parent: Node, offset: number): Element | null {
  const there: Node | null = dom.childNodes(parent)[offset] ?? null;
  let node = there ?? parent;
  for (let last = there ? null : dom.lastChild(node); last; last = dom.lastChild(node)) node = last;
  elements.currentNode = node;
  if (there && dom.nodeType(there) === ELEMENT_NODE) return there as Element;
  return elements.nextNode() as Element | null;
}

/** After a rest: when the page took the element away, the walk goes on from where it stood. */
function resume(walk: Walk): void {
  const { at, resting, options } = walk;
  if (!at) return;
  const { startContainer, startOffset } = resting;
  if (startContainer !== at)
    walk.at = dom.contains(options.root, startContainer) ? elementFrom(walk, startContainer, startOffset) : null;
  if (walk.at && walk.unread && dom.contains(walk.unread, walk.at)) walk.start = textBehind(walk, walk.unread);
  else walk.start = walk.at && textFrom(walk, walk.at);
}

/**
 * Looks at every element below `root` and streams all text through the detector, in the order of the document. When the page
 * removes the element at which the walk rested, it goes on from where that stood.
 */
export function* walkTree(options: TreeWalkOptions): Work {
  const walk = begin(options);
  for (let strides = 1; walk.at; strides++) {
    const long = advance(walk);
    if (long) yield* readLong(walk, long);
    if (strides % STRIDES_ALIKE === 0) walk.stride *= 2;
    rest(walk);
    yield;
    resume(walk);
  }
}
