import * as dom from './dom.ts';
import type { ShadowRootOf } from './flat-tree.ts';
import type { Work } from './work-queue.ts';

/** Elements that may have a shadow root, besides custom ones. */
const HOSTS = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
);
const STRIDE = 256;
// Read once: a constant of the platform is a look-up in a foreign object each time.
const { ELEMENT_NODE } = Node;

const mayHost = new Map<string, boolean>();

/** The shadow root of an element that may have one. */
export function shadowRootIn(
  element: Element,
  shadowRootOf: ShadowRootOf,
  name: string = dom.localName(element),
): ShadowRoot | null {
  let host = mayHost.get(name);
  if (host === undefined) {
    host = HOSTS.has(name) || name.includes('-');
    mayHost.set(name, host);
  }
  return host ? shadowRootOf(element) : null;
}

/** Shows each element below (and including) `scope` to `look`, in portions. */
export function* walkElements(scope: Node, look: (element: Element, name: string) => void): Work {
  const document = dom.ownerDocument(scope) ?? (scope as Document);
  const walker = dom.createTreeWalker(document, scope, NodeFilter.SHOW_ELEMENT);
  let count = 0;
  for (let node: Node | null = scope; node; node = walker.nextNode()) {
    if (dom.nodeType(node) === ELEMENT_NODE) look(node as Element, dom.localName(node as Element));
    if (++count % STRIDE !== 0) continue;
    yield;
    // The page took the element away at which the walk rested: what is left of it is told by its mutations.
    if (!dom.contains(scope, walker.currentNode)) return;
  }
}
