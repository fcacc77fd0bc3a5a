import * as dom from './dom.ts';

/** The node, its tree's host, that one's host …, outermost first. */
function hostPath(node: Node): Node[] {
  const path = [node];
  for (let root = dom.getRootNode(node); root instanceof ShadowRoot; root = dom.getRootNode(root.host))
    path.unshift(root.host);
  return path;
}

/** The node and all that it stands in, outermost first. */
function pathOf(node: Node): Node[] {
  const path: Node[] = [];
  for (let at: Node | null = node; at; at = dom.parentNode(at)) path.push(at);
  return path.reverse();
}

/** Siblings from which on they are numbered; fewer are told apart by the browser, which counts them each time. */
const MANY = 256;

/**
 * Document order, shadow trees inside their hosts. The browser goes through the siblings to tell which of two comes first, thousands
 * in a long list; here they are numbered once for as long as they stay the same.
 */
export class DocumentOrder {
  #numbers = new WeakMap<Node, ReadonlyMap<Node, number>>();

  /** The children of a node have changed. */
  forget(parent: Node): void {
    this.#numbers.delete(parent);
  }

  /** Negative when `a` comes first, 0 for the same node. */
  compare(a: Node, b: Node): number {
    if (a === b) return 0;
    const pathA = hostPath(a);
    const pathB = hostPath(b);
    const level = pathA.findIndex((node, index) => node !== pathB[index]);
    const nodeA = pathA[level];
    const nodeB = pathB[level];
    // One of them hosts the tree of the other, or is it.
    if (!nodeA || !nodeB) return pathA.length - pathB.length;
    return this.#inTree(nodeA, nodeB);
  }

  /** Of two nodes of one tree. */
  #inTree(a: Node, b: Node): number {
    const pathA = pathOf(a);
    const pathB = pathOf(b);
    let level = 0;
    while (level < pathA.length && pathA[level] === pathB[level]) level++;
    const [branchA, branchB] = [pathA[level], pathB[level]];
    // One stands in the other, and what holds comes first.
    if (!branchA || !branchB) return pathA.length - pathB.length;
    const parent = dom.parentNode(branchA);
    const numbers = parent && parent === dom.parentNode(branchB) ? this.#numbersOf(parent) : null;
    const [numberA, numberB] = [numbers?.get(branchA), numbers?.get(branchB)];
    if (numberA !== undefined && numberB !== undefined) return numberA - numberB;
    return dom.compareDocumentPosition(branchA, branchB) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  }

  /** The numbers of a node's children; null when they are few. */
  #numbersOf(parent: Node): ReadonlyMap<Node, number> | null {
    const known = this.#numbers.get(parent);
    if (known) return known;
    if (dom.childNodes(parent).length < MANY) return null;
    const numbers = new Map<Node, number>();
    for (let child = dom.firstChild(parent); child; child = dom.nextSibling(child)) numbers.set(child, numbers.size);
    this.#numbers.set(parent, numbers);
    return numbers;
  }
}

/** Whether a node stands in an element or in a shadow tree below it. */
export function holds(element: Element, node: Node): boolean {
  const path = hostPath(element);
  const inner = hostPath(node)[path.length - 1];
  return inner !== undefined && dom.contains(element, inner);
}
