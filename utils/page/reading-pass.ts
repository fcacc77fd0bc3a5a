import type { PageTelling } from '../scan/page-telling.ts';
import type { Scanner, TextFinding } from '../scan/scanner.ts';
import { attributesOf } from './attributes.ts';
import { DESCRIBING, describedWords } from './described-words.ts';
import * as dom from './dom.ts';
import type { Placed, Span } from './finding-ledger.ts';
import type { FlatTree } from './flat-tree.ts';
import { headingBefore } from './heading.ts';
import { LayoutProbe } from './layout-probe.ts';
import { type GeneratedOf, isHidden, type PageText, readAround } from './page-text.ts';
import type { Candidate } from './text-walk.ts';
import { columnAround } from './vertical-text.ts';

/** No match is longer; a match nearer to a cut end of a reading may be a piece of a longer one. */
const MARGIN = 48;
/** Characters behind a match that its judgement wants. */
const CONTEXT = 200;

export interface ReadingPassOptions {
  scanner: Scanner;
  window: Window;
  tree: FlatTree;
  generatedOf: GeneratedOf;
  page: PageTelling;
}

/** Careful readings of candidate places, while the page does not change: each paragraph part is read once. */
export class ReadingPass {
  readonly #options: ReadingPassOptions;
  readonly #probe: LayoutProbe;
  readonly #read = new Map<Node, { from: number; to: number }>();
  readonly #headings = new Map<Element, string>();

  constructor(options: ReadingPassOptions) {
    this.#options = options;
    this.#probe = new LayoutProbe(options.window);
  }

  /** The findings around a candidate; none when its paragraph was read before. */
  readPlace({ node, offset }: Candidate): Placed[] {
    const known = this.#read.get(node);
    if (known && offset >= known.from && offset <= known.to) return [];
    const reader = { tree: this.#options.tree, probe: this.#probe, generatedOf: this.#options.generatedOf };
    const text = readAround(node, offset, reader);
    if (!text) return [];
    this.#remember(text);
    const column = text.text.trim().length <= 2 ? columnAround(text.block, reader) : null;
    return this.#scan(column ?? text);
  }

  /** The findings in an element's spoken attributes. */
  readAttributes(element: Element): Placed[] {
    const { scanner, page, tree, generatedOf } = this.#options;
    const placed: Placed[] = [];
    for (const { name, text, channel } of attributesOf(element)) {
      const findings = scanner.scanText(text, { channel, page, element: 'attribute', keepUnsupported: true });
      if (findings.length === 0) continue;
      const hidden = isHidden(element, { tree, probe: this.#probe, generatedOf });
      for (const finding of findings) placed.push({ finding, hidden, spans: [], element, source: name });
    }
    return dom.matches(element, DESCRIBING) ? [...placed, ...this.#readDescription(element)] : placed;
  }

  /** The findings in what a page says of itself out of its reader's sight. */
  #readDescription(element: Element): Placed[] {
    const { scanner, page } = this.#options;
    return [...describedWords(element)].flatMap(({ name, text }) =>
      scanner
        .scanText(text, { channel: 'meta', page, element: 'attribute', keepUnsupported: true })
        .map((finding): Placed => ({ finding, hidden: true, spans: [], element, source: name })),
    );
  }

  #remember({ text, pieces, whole }: PageText): void {
    const first = whole.start ? 0 : MARGIN;
    const last = whole.end ? text.length : text.length - CONTEXT;
    for (const { node, from, offset, length } of pieces) {
      const to = Math.min(from + length, last) - from + offset;
      this.#read.set(node, { from: Math.max(from, first) - from + offset, to });
    }
  }

  #headingOf(block: Element): string {
    let heading = this.#headings.get(block);
    if (heading === undefined) {
      heading = headingBefore(block);
      this.#headings.set(block, heading);
    }
    return heading;
  }

  #scan(read: PageText): Placed[] {
    const { scanner, page } = this.#options;
    const { text, seams, whole, block, hidden } = read;
    const element = dom.localName(block);
    const channel = /^(?:option|textarea|optgroup)$/.test(element) ? 'form' : 'text';
    const heading = () => this.#headingOf(block);
    return scanner
      .scanText(text, { channel, page, heading, seams, element, keepUnsupported: true })
      .filter(({ start, end }) => (whole.start || start >= MARGIN) && (whole.end || end <= text.length - MARGIN))
      .map((finding) => place(finding, read, hidden));
  }
}

/** Ties a finding of a page text to the nodes that hold it. */
function place(finding: TextFinding, { pieces, block }: PageText, hidden: boolean): Placed {
  const spans: Span[] = [];
  let speaker: Element | null = null;
  for (const { node, from, offset, length } of pieces) {
    const start = Math.max(finding.start, from);
    const end = Math.min(finding.end, from + length);
    if (start >= end) continue;
    if (dom.nodeType(node) === Node.ELEMENT_NODE) speaker ??= node as Element;
    else spans.push({ node: node as Text, start: start - from + offset, end: end - from + offset });
  }
  const channel = speaker ? 'generated' : finding.channel;
  const element = speaker ?? spans[0]?.node.parentElement ?? block;
  return { finding: { ...finding, channel }, hidden, spans, element, source: speaker ? 'generated' : 'text' };
}
