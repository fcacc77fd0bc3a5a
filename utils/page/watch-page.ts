import type { Finding } from '../scan/finding.ts';
import type { ScanTimings } from '../tab-report.ts';
import { SPEAKING, SPOKEN_ATTRIBUTES } from './attributes.ts';
import { shadowRootIn, walkElements } from './element-walk.ts';
import { FindingLedger, type Placed } from './finding-ledger.ts';
import { FlatTree, openShadowRoot } from './flat-tree.ts';
import { pagePacer } from './pacer.ts';
import { FrameTeller, mayHoldChinese } from './page-character.ts';
import type { PageScan, ScanPageOptions } from './page-scan.ts';
import { ReadingPass, type ReadingPassOptions } from './reading-pass.ts';
import {
  besideOf,
  contentText,
  NO_SHEETS,
  readSheets,
  type SheetSelectors,
  type StyleCues,
  styleCues,
} from './style-cues.ts';
import { type Candidate, isLong, walkAround, walkLong, walkRendered } from './text-walk.ts';
import { walkTree } from './tree-walk.ts';
import { type Work, WorkQueue } from './work-queue.ts';

export type { PageScan, ScanPageOptions } from './page-scan.ts';

/** Milliseconds after the scan began at which shadow roots attached without notice are looked for. */
const SHADOW_CHECKS = [500, 2_000, 6_000];
const OBSERVED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['class', 'style', 'hidden', 'open', 'dir', ...SPOKEN_ATTRIBUTES],
};

const SHEETS = 'style,link[rel~="stylesheet"]';

type Root = Document | ShadowRoot;
type Part = 'textMs' | 'matchMs' | 'contextMs';

class PageWatch implements PageScan {
  state: PageScan['state'] = 'scanning';
  readonly timings: ScanTimings = { textMs: 0, matchMs: 0, contextMs: 0, paintMs: 0, characters: 0 };
  readonly #options: ScanPageOptions;
  readonly #document: Document;
  readonly #window: Window;
  readonly #tree: FlatTree;
  readonly #ledger = new FindingLedger();
  readonly #observer: MutationObserver;
  readonly #roots = new Set<Root>();
  #sheets = new WeakMap<Root, SheetSelectors>();
  #generating = new WeakSet<Element>();
  readonly #queue: WorkQueue<Part>;
  readonly #restyled = new Set<Element>();
  readonly #longTexts = new Set<Text>();
  #candidates: Candidate[] = [];
  #speaking = new Set<Element>();
  /** Elements met that may bear marks that change what is read. */
  #marked: Element[] = [];
  /** Of the work in the queue, which is done one after the other. */
  readonly #detector;
  /** Of what is read at once, in between. */
  readonly #near;
  #frame: FrameTeller;
  #changed = false;
  #rank = 0;

  constructor(options: ScanPageOptions) {
    this.#options = options;
    this.#document = options.document;
    this.#window = options.document.defaultView!;
    this.#tree = new FlatTree(options.shadowRootOf ?? openShadowRoot);
    this.#detector = options.scanner.detector();
    this.#near = options.scanner.detector();
    this.#frame = new FrameTeller(options.document);
    this.#observer = new MutationObserver((records) => this.#follow(records));
    this.#queue = new WorkQueue({
      pacer: options.pacer ?? pagePacer(),
      signal: options.signal,
      spent: (part, milliseconds) => {
        this.timings[part] += milliseconds;
      },
      resting: () => this.#announce(),
      drained: () => this.#drained(),
      stopped: () => {
        this.state = 'done';
        options.onChange(this);
      },
      failed: () => {
        this.state = 'failed';
        options.onChange(this);
      },
    });
    options.signal.addEventListener('abort', () => this.#observer.disconnect(), { once: true });
  }

  start(): void {
    this.#adopt(this.#document);
    for (const delay of SHADOW_CHECKS) {
      const timer = setTimeout(
        () =>
          this.#enqueue(
            'textMs',
            walkElements(this.#document, (element, name) => this.#adoptShadow(element, name)),
          ),
        delay,
      );
      this.#options.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
    }
  }

  findings(): readonly Finding[] {
    return this.#ledger.findings();
  }

  rangesOf(findingId: string): readonly StaticRange[] {
    const spans = this.#ledger.entry(findingId)?.spans ?? [];
    return spans
      .filter(({ node, end }) => node.isConnected && end <= node.data.length)
      .map(
        ({ node, start, end }) =>
          new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end }),
      );
  }

  elementOf(findingId: string): Element | null {
    const element = this.#ledger.entry(findingId)?.element;
    return element?.isConnected ? element : null;
  }

  plainText(): string {
    // innerText, not textContent: the reader's text, in lines and without what is hidden.
    return this.#document.body?.innerText ?? '';
  }

  rescan(): void {
    this.#queue.clear();
    this.#candidates = [];
    this.#longTexts.clear();
    this.#generating = new WeakSet();
    this.#sheets = new WeakMap();
    this.#ledger.clear();
    this.#frame = new FrameTeller(this.#document);
    const roots = [...this.#roots];
    this.#roots.clear();
    for (const root of roots) if (root === this.#document || (root as ShadowRoot).host?.isConnected) this.#adopt(root);
  }

  /** Takes a document or shadow root into the scan. */
  #adopt(root: Root): void {
    if (this.#roots.has(root)) return;
    for (const known of this.#roots) if (known !== this.#document && !known.isConnected) this.#roots.delete(known);
    this.#roots.add(root);
    this.#observer.observe(root, OBSERVED);
    this.#enqueue('matchMs', this.#readRoot(root));
  }

  #enqueue(part: Part, work: Work): void {
    this.state = 'scanning';
    this.#queue.add(part, work);
  }

  get #toRead(): boolean {
    return this.#candidates.length + this.#speaking.size + this.#restyled.size > 0;
  }

  /** The page's text is read; now the places it named, and when nothing is left, what has gone. */
  #drained(): void {
    if (this.#toRead) {
      this.#queue.add('contextMs', this.#readCandidates());
      return;
    }
    this.#ledger.settle();
    this.#changed = true;
  }

  #announce(): void {
    if (!this.#changed) return;
    this.#changed = false;
    this.#options.onChange(this);
  }

  readonly #note = (candidate: Candidate): void => {
    this.#candidates.push(candidate);
  };

  readonly #noteInOrder = ({ node, offset }: Candidate): void => {
    this.#candidates.push({ node, offset, rank: ++this.#rank });
  };

  *#readRoot(root: Root): Work {
    const isDocument = root === this.#document;
    if (isDocument && !mayHoldChinese(this.#document)) {
      yield* walkElements(root, this.#look);
      this.#heedMarked();
      return;
    }
    this.#detector.reset();
    if (!isDocument) {
      yield* walkRendered((root as ShadowRoot).host, this.#tree, this.#detector, this.#note);
      this.#detector.reset();
    }
    // Only the document itself is walked once and from end to end.
    yield* this.#readTree(root, isDocument ? this.#noteInOrder : this.#note);
    this.#heedSheets(root);
    this.#heedMarked();
  }

  #readTree(root: Root | Element, note: (candidate: Candidate) => void): Work {
    return walkTree({
      root,
      detector: this.#detector,
      note,
      hear: this.#hear,
      wantsParagraphs: () => this.#frame.listening,
      look: this.#look,
    });
  }

  readonly #hear = (text: string): void => {
    this.timings.characters += text.length;
    this.#frame.hear(text);
  };

  /** Reads the style sheets of a tree and heeds all that they say of it. */
  #heedSheets(root: Root): void {
    const sheets = readSheets(root);
    this.#sheets.set(root, sheets);
    this.#heedCues(styleCues(root, sheets, []));
  }

  #heedCues({ generating, disturbing }: StyleCues): void {
    for (const element of generating) {
      this.#generating.add(element);
      this.#note({ node: element, offset: 0 });
    }
    for (const element of disturbing) this.#note(besideOf(element));
  }

  readonly #generatedOf: ReadingPassOptions['generatedOf'] = (element) => {
    if (!this.#generating.has(element)) return null;
    const of = (pseudo: string) => contentText(this.#window.getComputedStyle(element, pseudo).content);
    return { before: of('::before'), after: of('::after') };
  };

  /** Looks at an element once: for a shadow root, spoken attributes, and marks that change what is read. */
  readonly #look = (element: Element, name: string): void => {
    this.#adoptShadow(element, name);
    const bears = element.hasAttributes();
    if (bears && element.matches(SPEAKING)) this.#speaking.add(element);
    if (bears || name === 'ruby') this.#marked.push(element);
  };

  #heedMarked(): void {
    const marked = this.#marked;
    this.#marked = [];
    this.#heedCues(styleCues(this.#document.createDocumentFragment(), NO_SHEETS, marked));
  }

  #adoptShadow(element: Element, name: string): void {
    const shadow = shadowRootIn(element, this.#options.shadowRootOf ?? openShadowRoot, name);
    if (shadow) this.#adopt(shadow);
  }

  *#readCandidates(): Work {
    const pass = new ReadingPass({
      scanner: this.#options.scanner,
      window: this.#window,
      tree: this.#tree,
      generatedOf: this.#generatedOf,
      frame: this.#frame.frame(),
    });
    this.#reviewRestyled();
    const candidates = this.#candidates;
    const speaking = this.#speaking;
    this.#candidates = [];
    this.#speaking = new Set();
    for (const candidate of candidates) {
      const placed = candidate.node.isConnected ? pass.readPlace(candidate) : [];
      const { rank } = candidate;
      this.#keep(rank === undefined ? placed : placed.map((one) => ({ ...one, rank })));
      yield;
    }
    for (const element of speaking) {
      this.#ledger.withdraw(element);
      this.#keep(element.isConnected ? pass.readAttributes(element) : []);
      yield;
    }
  }

  #keep(placed: readonly Placed[]): void {
    for (const one of placed) this.#ledger.note(one);
    this.#changed ||= placed.length > 0;
  }

  /** Reads again what stands inside elements whose looks changed: it may have come into sight, or left it. */
  #reviewRestyled(): void {
    for (const element of this.#restyled) {
      for (const { spans, element: bearer } of this.#placesIn(element)) {
        const node = spans[0]?.node ?? bearer;
        this.#ledger.withdraw(node);
        this.#note({ node, offset: spans[0]?.start ?? 0 });
      }
    }
    this.#restyled.clear();
  }

  #placesIn(element: Element): readonly Placed[] {
    if (element.getRootNode() === this.#document) return this.#ledger.within(element);
    // What a slot of a shadow tree shows stands elsewhere in the page: each place is asked for what it is rendered in.
    const isInside = (start: Element) => {
      let holder: Element | null = start;
      while (holder && holder !== element) holder = this.#tree.parent(holder);
      return holder !== null;
    };
    return this.#ledger.places().filter((placed) => isInside(placed.element));
  }

  #follow(records: readonly MutationRecord[]): void {
    const texts = new Set<Text>();
    for (const record of records) {
      const { target } = record;
      if (record.type === 'characterData') texts.add(target as Text);
      else if (record.type === 'attributes') this.#attributeChanged(target as Element, record.attributeName!);
      else this.#childrenChanged(record, texts);
    }
    for (const node of texts) {
      this.#ledger.withdraw(node);
      if (!node.isConnected) continue;
      walkAround(node, this.#near, this.#note);
      if (isLong(node)) this.#readLater(node);
    }
    if ((this.#toRead || this.#ledger.unsettled) && !this.#queue.busy)
      this.#enqueue('contextMs', this.#readCandidates());
  }

  /** A long text that changes all the time waits once, however often it changed. */
  #readLater(text: Text): void {
    if (this.#longTexts.has(text)) return;
    this.#longTexts.add(text);
    this.#enqueue('matchMs', this.#readLong(text));
  }

  *#readLong(text: Text): Work {
    this.#longTexts.delete(text);
    yield* walkLong(text, this.#detector, this.#note);
  }

  #attributeChanged(element: Element, name: string): void {
    if (SPOKEN_ATTRIBUTES.includes(name)) this.#speaking.add(element);
    else this.#restyled.add(element);
  }

  #childrenChanged({ addedNodes, removedNodes, previousSibling, nextSibling }: MutationRecord, texts: Set<Text>): void {
    for (const node of removedNodes) this.#ledger.withdrawBelow(node);
    for (const node of addedNodes) {
      if (node.nodeType === Node.TEXT_NODE) texts.add(node as Text);
      else if (node.nodeType === Node.ELEMENT_NODE) this.#enqueue('matchMs', this.#readAdded(node as Element));
    }
    for (const node of [previousSibling, nextSibling]) {
      if (node?.nodeType === Node.TEXT_NODE) texts.add(node as Text);
    }
  }

  *#readAdded(element: Element): Work {
    if (!element.isConnected) return;
    this.#detector.reset();
    yield* this.#readTree(element, this.#note);
    const first = this.#document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() as Text | null;
    if (first) walkAround(first, this.#near, this.#note);
    const root = element.getRootNode() as Root;
    if (element.matches(SHEETS) || element.querySelector(SHEETS) || !this.#sheets.has(root)) this.#heedSheets(root);
    else this.#heedCues(styleCues(element, this.#sheets.get(root)!, []));
    this.#heedMarked();
  }
}

/**
 * Reads a document for as long as `signal` lives: once as it is, then every change. The page is only read, in tasks of a few
 * milliseconds, and a change costs what it touched.
 */
export function scanPage(options: ScanPageOptions): PageScan {
  const watch = new PageWatch(options);
  watch.start();
  return watch;
}
