/** The node, its tree's host, that one's host …, outermost first. */
function hostPath(node: Node): Node[] {
  const path = [node];
  for (let root = node.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode())
    path.unshift(root.host);
  return path;
}

/** Document order, shadow trees inside their hosts; negative when `a` comes first, 0 for the same node. */
export function compareNodes(a: Node, b: Node): number {
  const pathA = hostPath(a);
  const pathB = hostPath(b);
  const level = pathA.findIndex((node, index) => node !== pathB[index]);
  const nodeA = pathA[level];
  const nodeB = pathB[level];
  // One of them hosts the tree of the other, or is it.
  if (!nodeA || !nodeB) return pathA.length - pathB.length;
  return nodeA.compareDocumentPosition(nodeB) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** Whether a node stands in an element or in a shadow tree below it. */
export function holds(element: Element, node: Node): boolean {
  const path = hostPath(element);
  const inner = hostPath(node)[path.length - 1];
  return inner !== undefined && element.contains(inner);
}
