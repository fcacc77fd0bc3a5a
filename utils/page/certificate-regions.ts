import type { FieldValue } from '../certificate/certificate.ts';
import type { Box, Region } from '../certificate/regions.ts';
import { speaksOfCertificate } from './certificate-words.ts';
import * as dom from './dom.ts';
import { type Anchor, LayoutReader } from './layout-reader.ts';

/** A part larger than this, in characters, is read child by child. */
const LARGEST_PART = 8_000;
/** Beyond these a page is read in part: hostile or endless ones stay cheap. */
const MOST_REGIONS = 200;
const MOST_CHARACTERS = 500_000;
/** What is nested deeper is not taken apart. */
const DEEPEST = 200;

const SKIPPED = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'HEAD',
  'IFRAME',
  'SVG',
  'CANVAS',
  'VIDEO',
  'AUDIO',
  'OBJECT',
]);

const anchorsOf = new WeakMap<readonly Region[], readonly Anchor[]>();

/**
 * The parts of a document that speak of certificates, as pure layout for `readCertificates`; empty at the cost of one
 * look at the text when there are none. Hidden text is left out, open shadow roots are read, frames are read by
 * their own scripts. Keep the array: `rangeOfField` finds values back through it.
 */
export function certificateRegions(root: Document | Element): Region[] {
  const regions: Region[] = [];
  for (const region of eachCertificateRegion(root, regions)) regions.push(region);
  return regions;
}

/**
 * The same, one part at a time, so that the caller may rest between them. `regions` is the array it gathers them in.
 * @returns the parts that could not be read, or not wholly
 */
export function* eachCertificateRegion(
  root: Document | Element,
  regions: readonly Region[],
): Generator<Region, number> {
  const document = dom.nodeType(root) === 9 ? (root as Document) : dom.documentOf(root);
  const top = dom.nodeType(root) === 9 ? dom.body(root as Document) : (root as Element);
  const view = dom.defaultView(document);
  if (!top || !view) return 0;
  const parts: Node[][] = [];
  for (const start of [top, ...shadowRootsIn(top)]) collectParts(start, parts);
  const reader = new LayoutReader(view);
  anchorsOf.set(regions, reader.anchors);
  let unread = Math.max(0, parts.length - MOST_REGIONS);
  for (const [index, nodes] of parts.slice(0, MOST_REGIONS).entries()) {
    if (reader.characters > MOST_CHARACTERS)
      return unread + reader.unread + Math.min(parts.length, MOST_REGIONS) - index;
    let content: Box | null = null;
    try {
      content = reader.read(nodes.filter((node) => dom.isConnected(node)));
    } catch {
      unread += 1;
    }
    if (content && content.children.length > 0) yield { title: dom.title(document), content };
  }
  return unread + reader.unread;
}

/** Where a value stands on the page now; null when its text has left the document. */
export function rangeOfField(regions: readonly Region[], { start, raw }: FieldValue): Range | null {
  if (start === undefined) return null;
  const inside = (anchorsOf.get(regions) ?? []).filter(
    (anchor) => anchor.start < start + raw.length && anchor.start + anchor.length > start && anchor.node.isConnected,
  );
  const first = inside[0];
  const last = inside.at(-1);
  if (!first || !last) return null;
  const range = dom.createRange(first.node.ownerDocument);
  range.setStart(first.node, placeIn(first, start));
  range.setEnd(last.node, placeIn(last, start + raw.length));
  return range;
}

/** The offset in the anchor's text node, kept inside it: the page may have changed since. */
function placeIn(anchor: Anchor, at: number): number {
  const inside = Math.min(Math.max(at - anchor.start, 0), anchor.length);
  return Math.min(anchor.offset + inside, anchor.node.data.length);
}

function shadowRootsIn(root: Element | ShadowRoot): ShadowRoot[] {
  const found: ShadowRoot[] = [];
  const waiting: (Element | ShadowRoot)[] = [root];
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    const inside = [...dom.querySelectorAll(at, '*')].flatMap((element) => dom.shadowRoot(element) ?? []);
    found.push(...inside);
    waiting.push(...inside);
  }
  return found;
}

/** The text below a node, with what its pictures are described with: a drawn label is one, too. */
function wordsOf(node: Node): string {
  const drawn = dom.isParent(node) ? [...dom.querySelectorAll(node, 'img[alt]')] : [];
  return [dom.textContent(node), ...drawn.map((picture) => dom.getAttribute(picture, 'alt'))].join('\n');
}

/** Splits what is too large into runs of siblings, and keeps those that hold a certificate word. */
function collectParts(root: Element | ShadowRoot, parts: Node[][], depth = 0): void {
  const text = wordsOf(root);
  if (!speaksOfCertificate(text)) return;
  if (text.length <= LARGEST_PART || depth > DEEPEST || dom.nodeName(root) === 'TABLE') {
    parts.push(dom.nodeType(root) === 1 ? [root] : [...dom.childNodes(root)]);
    return;
  }
  let run: Node[] = [];
  let length = 0;
  const close = () => {
    if (speaksOfCertificate(run.map(wordsOf).join('\n'))) parts.push(run);
    run = [];
    length = 0;
  };
  for (const child of dom.childNodes(root)) {
    if (SKIPPED.has(dom.nodeName(child).toUpperCase())) continue;
    const size = dom.textContent(child)?.length ?? 0;
    if (size > LARGEST_PART && dom.nodeType(child) === 1) {
      close();
      collectParts(child as Element, parts, depth + 1);
      continue;
    }
    if (length + size > LARGEST_PART) {
      const last = run.at(-1);
      const heading = last && /^H[1-6]$/.test(dom.nodeName(last)) ? run.pop() : undefined;
      close();
      if (heading) run.push(heading);
    }
    run.push(child);
    length += size;
  }
  close();
}
