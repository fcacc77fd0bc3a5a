import * as dom from '../../utils/page/dom.ts';
import { FlatTree, openShadowRoot } from '../../utils/page/flat-tree.ts';
import { headingBefore } from '../../utils/page/heading.ts';
import { LayoutProbe } from '../../utils/page/layout-probe.ts';
import { readAround } from '../../utils/page/page-text.ts';

/** Runs in a page: its paragraphs as the product reads them. */

export interface HarvestedPage {
  title: string;
  /** The texts in the order of the document, a line each: what the page's kind is told from. */
  heard: string;
  blocks: { text: string; heading: string; element: string }[];
}

const UNREAD = /^(?:script|style|template|noscript)$/;

export function harvest(): HarvestedPage {
  const reader = { tree: new FlatTree(openShadowRoot), probe: new LayoutProbe(window), generatedOf: () => null };
  const blocks: HarvestedPage['blocks'] = [];
  const read = new Set<Node>();
  let heard = '';
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (UNREAD.test(node.parentElement?.localName ?? '') || node.data.trim() === '') continue;
    heard += `${node.data.trim()}\n`;
    if (read.has(node)) continue;
    const text = readAround(node, Math.floor((node.data.length - 1) / 2), reader);
    if (!text) continue;
    for (const piece of text.pieces) read.add(piece.node);
    blocks.push({ text: text.text, heading: headingBefore(text.block), element: dom.localName(text.block) });
  }
  return { title: document.title, heard, blocks };
}
