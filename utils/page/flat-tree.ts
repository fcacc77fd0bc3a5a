import * as dom from './dom.ts';

/** How a closed shadow root is reached: `chrome.dom.openOrClosedShadowRoot` or Firefox's element property. */
export type ShadowRootOf = (host: Element) => ShadowRoot | null;

// Read once: a constant of the platform is a look-up in a foreign object each time.
const { ELEMENT_NODE, TEXT_NODE } = Node;

export const openShadowRoot: ShadowRootOf = (host) => dom.shadowRoot(host);

const isElement = (node: Node): node is Element => dom.nodeType(node) === ELEMENT_NODE;
const isSlot = (node: Node): node is HTMLSlotElement => isElement(node) && dom.localName(node) === 'slot';

/**
 * The tree as it is rendered: a host's children are its shadow root's, a slot's are those assigned to it. Stepping needs no list
 * of the whole, so a walk costs what it visits.
 */
export class FlatTree {
  readonly #shadowRootOf: ShadowRootOf;

  constructor(shadowRootOf: ShadowRootOf) {
    this.#shadowRootOf = shadowRootOf;
  }

  parent(node: Node): Element | null {
    const nodeType = dom.nodeType(node);
    const slot = nodeType === TEXT_NODE || nodeType === ELEMENT_NODE ? dom.assignedSlot(node as Text | Element) : null;
    if (slot) return slot;
    const parent = dom.parentNode(node);
    if (!parent) return null;
    if (isElement(parent)) return parent;
    return dom.hostOf(parent);
  }

  firstChild(node: Node): Node | null {
    const container = this.#container(node);
    return this.#contents(node)?.[0] ?? (container && dom.firstChild(container));
  }

  lastChild(node: Node): Node | null {
    const container = this.#container(node);
    return this.#contents(node)?.at(-1) ?? (container && dom.lastChild(container));
  }

  nextSibling(node: Node): Node | null {
    return this.#beside(node, 1);
  }

  previousSibling(node: Node): Node | null {
    return this.#beside(node, -1);
  }

  /** A slot's assigned nodes, if it has some. */
  #contents(node: Node): Node[] | null {
    if (!isSlot(node)) return null;
    const assigned = node.assignedNodes();
    return assigned.length > 0 ? assigned : null;
  }

  #container(node: Node): Node | null {
    if (!isElement(node)) return null;
    return this.#shadowRootOf(node) ?? node;
  }

  #beside(node: Node, by: 1 | -1): Node | null {
    const slot = dom.nodeType(node) === TEXT_NODE || isElement(node) ? dom.assignedSlot(node as Text | Element) : null;
    if (slot) {
      const assigned = slot.assignedNodes();
      return assigned[assigned.indexOf(node as Text | Element) + by] ?? null;
    }
    return by === 1 ? dom.nextSibling(node) : dom.previousSibling(node);
  }
}
