import type { Seam } from '../scan/scanner.ts';
import * as dom from './dom.ts';
import type { FlatTree } from './flat-tree.ts';
import { isClosed, type LayoutProbe, type Role } from './layout-probe.ts';

/** A stretch of a reading and where it comes from: text.slice(from, from + length) is node.data.slice(offset, …). */
export interface Piece {
  /** The text node, or the element whose ::before or ::after speaks. */
  node: Text | Element;
  from: number;
  offset: number;
  length: number;
}

/** A paragraph, or the part of it around a place, as the reader meets it. */
export interface PageText {
  text: string;
  pieces: readonly Piece[];
  seams: readonly Seam[];
  /** The block that holds it. */
  block: Element;
  /** The text begins (ends) where the paragraph does. */
  whole: { start: boolean; end: boolean };
  /** The reader does not see it now. */
  hidden: boolean;
}

/** Text that an element's ::before and ::after show; null for most. */
export type GeneratedOf = (element: Element) => { before: string; after: string } | null;

export interface PageTextReader {
  tree: FlatTree;
  probe: LayoutProbe;
  generatedOf: GeneratedOf;
}

/** Characters read on either side of a place; judgement wants 200. */
const REACH = 320;
const MOST_NODES = 600;
// Read once: a constant of the platform is a look-up in a foreign object each time.
const { ELEMENT_NODE, TEXT_NODE, CDATA_SECTION_NODE } = Node;

interface Item {
  /** Null for characters that no node holds: line breaks, direction marks. */
  node: Text | Element | null;
  offset: number;
  text: string;
  /** What joins it to the item gathered before it. */
  seam: Seam['kind'] | undefined;
}

const isText = (node: Node): node is Text =>
  dom.nodeType(node) === TEXT_NODE || dom.nodeType(node) === CDATA_SECTION_NODE;
const isElement = (node: Node): node is Element => dom.nodeType(node) === ELEMENT_NODE;

/** The element whose lines hold the node. */
export function blockOf(node: Node, { tree, probe }: PageTextReader): Element | null {
  let element = isElement(node) ? node : tree.parent(node);
  while (element && probe.isInLine(element)) {
    const parent = tree.parent(element);
    if (!parent) break;
    element = parent;
  }
  return element;
}

/** Whether some ancestor takes the node out of the reader's sight. */
export function isHidden(node: Node, { tree, probe }: PageTextReader): boolean {
  const holder = isElement(node) ? node : tree.parent(node);
  if (!holder) return false;
  if (/hidden|collapse/.test(probe.style(holder).visibility) || isClosed(holder)) return true;
  return probe.isOutOfSight(holder, tree);
}

/** Walks from a place in one direction and gathers what stands in the same line of text. */
class LineWalk {
  readonly items: Item[] = [];
  /** The walk came to the paragraph's end. */
  whole = false;
  #length = 0;
  #seam: Seam['kind'] | undefined;
  #linkLeft = false;
  readonly #block: Element;
  readonly #forward: boolean;
  readonly #reader: PageTextReader;
  readonly #open: (element: Element) => boolean;

  constructor(block: Element, forward: boolean, reader: PageTextReader, open: (element: Element) => boolean) {
    this.#block = block;
    this.#forward = forward;
    this.#reader = reader;
    this.#open = open;
  }

  /** Gathers from behind `node` on. */
  after(node: Node): this {
    return this.#run(this.#next(node));
  }

  /** Gathers from `node` on, which is the block itself or an element in its line. */
  from(node: Element): this {
    if (node !== this.#block) return this.#run(node);
    this.#enter(node);
    const first = this.#reader.tree.firstChild(node);
    if (!first) this.#leave(node);
    return this.#run(first);
  }

  #run(start: Node | null): this {
    let node = start;
    for (let count = 0; node && count < MOST_NODES && this.#length < REACH; count++) {
      if (isText(node)) this.#addText(node);
      else if (isElement(node)) {
        const role = this.#reader.probe.role(node, this.#open);
        if (role === 'border' || (dom.localName(node) === 'a' && this.#linkLeft)) {
          this.whole = true;
          return this;
        }
        if (role === 'inline') {
          this.#enter(node);
          const child = this.#forward ? this.#reader.tree.firstChild(node) : this.#reader.tree.lastChild(node);
          if (child) {
            node = child;
            continue;
          }
          this.#leave(node);
        } else this.#passOver(node, role);
      }
      node = this.#next(node);
    }
    this.whole = node === null;
    return this;
  }

  #next(from: Node): Node | null {
    const { tree } = this.#reader;
    for (let node = from; node !== this.#block; ) {
      const beside = this.#forward ? tree.nextSibling(node) : tree.previousSibling(node);
      if (beside) return beside;
      const parent = tree.parent(node);
      if (!parent) return null;
      this.#leave(parent);
      node = parent;
    }
    return null;
  }

  #enter(element: Element): void {
    this.#seam ??= 'inline-split';
    this.#edge(element, this.#forward);
  }

  #leave(element: Element): void {
    this.#edge(element, !this.#forward);
    this.#seam = dom.localName(element) === 'ruby' ? 'ruby' : (this.#seam ?? 'inline-split');
  }

  /** What an element itself adds at its beginning or end. */
  #edge(element: Element, begins: boolean): void {
    const generated = this.#reader.generatedOf(element);
    const text = generated ? (begins ? generated.before : generated.after) : '';
    const turns = this.#reader.probe.turnsAround(element);
    const marks = turns ? [begins ? '\u202e' : '\u202c'] : [];
    const parts = begins ? [...marks, text] : [text, ...marks];
    for (const part of this.#forward ? parts : parts.reverse()) this.#add(part === text ? element : null, part, 0);
  }

  #passOver(element: Element, role: Role): void {
    if (role === 'break') this.#add(null, '\n', 0);
    else if (role === 'hidden') this.#seam = 'hidden-filler';
    else if (/^rt|^rp/.test(dom.localName(element))) this.#seam = 'ruby';
  }

  #addText(node: Text): void {
    const text = readable(node, this.#reader);
    const clip = this.#forward ? text.slice(0, REACH) : text.slice(-REACH);
    // Links set apart by a space are items of a menu; without one they may be one word in pieces.
    const parent = node.parentElement;
    if (clip.trim() !== '') this.#linkLeft = false;
    else if (!isLink(parent) && isLink(this.#forward ? node.previousSibling : node.nextSibling)) this.#linkLeft = true;
    this.#add(node, clip, this.#forward ? 0 : text.length - clip.length);
  }

  #add(node: Text | Element | null, text: string, offset: number): void {
    if (text === '') return;
    this.items.push({ node, offset, text, seam: this.#seam });
    this.#seam = undefined;
    this.#length += text.length;
  }
}

const isLink = (node: Node | null) => node !== null && isElement(node) && dom.localName(node) === 'a';

/** A node's text with the source's line ends as the spaces that they are shown as; same length, so places stay valid. */
function readable(node: Text, { tree, probe }: PageTextReader): string {
  const { data } = node;
  if (data.search(LAID_OUT) < 0) return data;
  const parent = tree.parent(node);
  return parent && /^pre/.test(probe.style(parent).whiteSpace) ? data : data.replace(LAID_OUT, ' ');
}

const LAID_OUT = /[\n\r\t\f]/g;

/**
 * The paragraph around a place: around text node and offset, or around an element that generates text.
 * Null when the place is in no text that a reader meets (a script, a detached node).
 */
export function readAround(place: Text | Element, offset: number, reader: PageTextReader): PageText | null {
  const block = blockOf(place, reader);
  if (!block || !dom.isConnected(place) || isUnread(place, reader)) return null;
  const hidden = isHidden(place, reader);
  const holders = hidden ? new Set(ancestors(place, reader)) : null;
  const open = (element: Element) => holders?.has(element) ?? false;
  const own = isText(place) ? readable(place, reader) : '';
  const from = Math.max(0, offset - REACH);
  const to = Math.min(own.length, offset + REACH);
  const back = new LineWalk(block, false, reader, open);
  const ahead = new LineWalk(block, true, reader, open);
  if (isText(place)) {
    if (from === 0) back.after(place);
    if (to === own.length) ahead.after(place);
  } else {
    if (place === block) back.whole = true;
    else back.after(place);
    ahead.from(place);
  }
  return assemble(
    back,
    { node: place, offset: from, text: own.slice(from, to), seam: undefined },
    ahead,
    block,
    hidden,
  );
}

function assemble(back: LineWalk, own: Item, ahead: LineWalk, block: Element, hidden: boolean): PageText {
  const pieces: Piece[] = [];
  const seams: Seam[] = [];
  let text = '';
  const add = (item: Item, seamAtEnd: boolean) => {
    if (item.seam && !seamAtEnd) seams.push({ at: text.length, kind: item.seam });
    if (item.node && item.text !== '') {
      pieces.push({ node: item.node, from: text.length, offset: item.offset, length: item.text.length });
    }
    text += item.text;
    if (item.seam && seamAtEnd) seams.push({ at: text.length, kind: item.seam });
  };
  for (const item of [...back.items].reverse()) add(item, true);
  add(own, false);
  for (const item of ahead.items) add(item, false);
  return { text, pieces, seams, block, whole: { start: back.whole, end: ahead.whole }, hidden };
}

function* ancestors(node: Node, { tree }: PageTextReader): Generator<Element> {
  for (let element = isElement(node) ? node : tree.parent(node); element; element = tree.parent(element)) yield element;
}

function isUnread(node: Node, { tree, probe }: PageTextReader): boolean {
  const holder = isElement(node) ? node : tree.parent(node);
  return holder !== null && probe.isUnread(holder, tree);
}
