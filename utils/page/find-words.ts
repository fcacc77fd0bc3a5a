import * as dom from './dom.ts';

/** Elements whose text nobody reads. */
const UNREAD: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template', 'title']);

const squeezed = (text: string) => text.replace(/\s+/g, '');

/** Where the squeezed offset lies in the text as written. */
function offsetIn(text: string, squeezedOffset: number): number {
  let left = squeezedOffset;
  for (let at = 0; at < text.length; at += 1) {
    if (/\s/.test(text[at]!)) continue;
    if (left === 0) return at;
    left -= 1;
  }
  return text.length;
}

function isUnread(node: Node): boolean {
  const holder = dom.parentElement(node);
  return holder !== null && UNREAD.has(dom.localName(holder));
}

/**
 * Where words of the page's text first stand, white space aside and across elements; null when they are not there (any more).
 */
export function findWords(root: Node, words: string): Range | null {
  const wanted = squeezed(words);
  const walker = dom.createTreeWalker(dom.documentOf(root), root, NodeFilter.SHOW_TEXT, (node) =>
    isUnread(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const nodes: { node: Text; from: number }[] = [];
  let joined = '';
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    nodes.push({ node, from: joined.length });
    joined += squeezed(node.data);
  }
  const start = wanted === '' ? -1 : joined.indexOf(wanted);
  if (start < 0) return null;
  const place = (at: number) => {
    const { node, from } = nodes.findLast((each) => each.from <= at)!;
    return { node, offset: offsetIn(node.data, at - from) };
  };
  const first = place(start);
  const last = place(start + wanted.length - 1);
  const range = dom.createRange(dom.documentOf(root));
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset + 1);
  return range;
}
