import type { ScanTimings } from '../reports/tab-report.ts';
import type { Finding } from '../scan/finding.ts';
import type { PageTelling } from '../scan/page-telling.ts';
import type { Scanner } from '../scan/scanner.ts';
import { SPOKEN_ATTRIBUTES } from './attributes.ts';
import * as dom from './dom.ts';
import { FindingLedger, type Placed } from './finding-ledger.ts';
import { FlatTree, openShadowRoot } from './flat-tree.ts';
import { LayoutProbe } from './layout-probe.ts';
import { textsOf, wordsAt, wordsOf } from './marked-words.ts';
import { pagePacer } from './pacer.ts';
import type { PageScan, ScanPageOptions } from './page-scan.ts';
import type { PageTextReader } from './page-text.ts';
import { PlaceFinder, type Root } from './place-finder.ts';
import { ReadingPass } from './reading-pass.ts';
import { RestyledPlaces } from './restyled-places.ts';
import { isLong } from './text-walk.ts';
import { type Work, WorkQueue } from './work-queue.ts';

export type { PageScan, ScanPageOptions } from './page-scan.ts';

/** Milliseconds after the scan began at which shadow roots attached without notice are looked for. */
const SHADOW_CHECKS = [500, 2_000, 6_000];
const OBSERVED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['class', 'style', 'hidden', 'open', 'dir', 'content', ...SPOKEN_ATTRIBUTES],
};

type Part = 'textMs' | 'matchMs' | 'contextMs';

/** Whether words that are no longer on the page are found by other rules too, as far as what stood around them is known. */
const findsAgain = (scanner: Scanner, { prefix, matchedText, suffix, ruleId, channel }: Finding) =>
  scanner
    .scanText(prefix + matchedText + suffix, { channel, keepUnsupported: true })
    .some((found) => found.ruleId === ruleId && found.matchedText === matchedText);

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
  readonly #queue: WorkQueue<Part>;
  readonly #restyled: RestyledPlaces;
  readonly #longTexts = new Set<Text>();
  readonly #finder: PlaceFinder;
  #scanner: Scanner;
  #changed = false;
  #unread = 0;
  #told: PageTelling | null = null;

  constructor(options: ScanPageOptions) {
    this.#options = options;
    this.#scanner = options.scanner;
    this.#document = options.document;
    this.#window = dom.defaultView(options.document)!;
    this.#tree = new FlatTree(options.shadowRootOf ?? openShadowRoot);
    this.#finder = new PlaceFinder({
      document: options.document,
      scanner: options.scanner,
      tree: this.#tree,
      shadowRootOf: options.shadowRootOf ?? openShadowRoot,
      shadowFound: (shadow) => this.#adopt(shadow),
      unread: (error) => this.#missed(error),
      heard: (characters) => {
        this.timings.characters += characters;
      },
    });
    this.#restyled = new RestyledPlaces(options.document, this.#tree, this.#ledger, this.#finder);
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
        this.state = this.#unread > 0 ? 'failed' : 'done';
        options.onChange(this);
      },
      failed: (error) => this.#missed(error),
    });
    options.signal.addEventListener('abort', () => this.#observer.disconnect(), { once: true });
  }

  get unread(): number {
    return this.#unread;
  }

  /** A part could not be read. That is said for as long as the document is not read again from end to end; once it is loud, too. */
  #missed(error: unknown): void {
    if (this.#unread === 0) setTimeout(() => reportError(error));
    this.#unread += 1;
    this.#changed = true;
  }

  start(): void {
    this.#adopt(this.#document);
    for (const delay of SHADOW_CHECKS) {
      const timer = setTimeout(() => this.#enqueue('textMs', this.#finder.findShadows(this.#document)), delay);
      this.#options.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
    }
  }

  get telling(): PageTelling {
    return this.#finder.telling();
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
    return element && dom.isConnected(element) ? element : null;
  }

  marked(range: AbstractRange): ReturnType<PageScan['marked']> {
    const place = textsOf(range);
    const words = place && wordsAt(place, this.#reader(), this.#scanner);
    return words && { ...words, ...this.#finder.pageFeatures() };
  }

  markedFinding(findingId: string): ReturnType<PageScan['markedFinding']> {
    const placed = this.#ledger.entry(findingId);
    const words = placed && wordsOf(placed, this.#reader(), this.#scanner);
    return words ? { ...words, ...this.#finder.pageFeatures() } : null;
  }

  #reader(): PageTextReader {
    return { tree: this.#tree, probe: new LayoutProbe(this.#window), generatedOf: this.#finder.generatedOf };
  }

  plainText(): string {
    // innerText, not textContent: the reader's text, in lines and without what is hidden.
    const body = dom.body(this.#document);
    return body ? dom.innerText(body) : '';
  }

  rescan(scanner = this.#scanner): void {
    this.#unread = 0;
    this.#queue.clear();
    this.#finder.reset(scanner);
    this.#longTexts.clear();
    if (scanner === this.#scanner) this.#ledger.clear();
    else this.#ledger.renew((finding) => findsAgain(scanner, finding));
    this.#scanner = scanner;
    const roots = [...this.#roots];
    this.#roots.clear();
    for (const root of roots) {
      const host = dom.hostOf(root);
      if (root === this.#document || (host && dom.isConnected(host))) this.#adopt(root);
    }
  }

  /** Takes a document or shadow root into the scan. */
  #adopt(root: Root): void {
    if (this.#roots.has(root)) return;
    for (const known of this.#roots) if (known !== this.#document && !dom.isConnected(known)) this.#roots.delete(known);
    this.#roots.add(root);
    this.#observer.observe(root, OBSERVED);
    this.#enqueue('matchMs', this.#finder.readRoot(root));
  }

  #enqueue(part: Part, work: Work): void {
    this.state = 'scanning';
    this.#queue.add(part, work);
  }

  get #toRead(): boolean {
    return this.#finder.waiting || this.#restyled.waiting;
  }

  /** The page's text is read; now the places it named, and when nothing is left, what has gone. */
  #drained(): void {
    if (this.#toRead) {
      this.#queue.add('contextMs', this.#readCandidates());
      return;
    }
    this.#decideAnew();
    this.#ledger.settle();
    this.#changed = true;
  }

  /** More is known of the page than when its first places were read. */
  #decideAnew(): void {
    const page = this.#finder.telling(true);
    if (page === this.#told) return;
    this.#told = page;
    this.#ledger.decide((finding) => this.#scanner.decide(finding, page));
  }

  #announce(): void {
    if (!this.#changed) return;
    this.#changed = false;
    this.#options.onChange(this);
  }

  *#readCandidates(): Work {
    const pass = new ReadingPass({
      scanner: this.#scanner,
      window: this.#window,
      tree: this.#tree,
      generatedOf: this.#finder.generatedOf,
      page: this.#finder.telling(),
    });
    this.#restyled.review();
    const { candidates, speaking } = this.#finder.take();
    for (const candidate of candidates) {
      this.#try(() => {
        const placed = dom.isConnected(candidate.node) ? pass.readPlace(candidate) : [];
        const { rank } = candidate;
        this.#keep(rank === undefined ? placed : placed.map((one) => ({ ...one, rank })));
      });
      yield;
    }
    for (const element of speaking) {
      this.#try(() => {
        this.#ledger.withdraw(element);
        this.#keep(dom.isConnected(element) ? pass.readAttributes(element) : []);
      });
      yield;
    }
  }

  #try(read: () => void): void {
    try {
      read();
    } catch (error) {
      this.#missed(error);
    }
  }

  #keep(placed: readonly Placed[]): void {
    for (const one of placed) this.#ledger.note(one);
    this.#changed ||= placed.length > 0;
  }

  #follow(records: readonly MutationRecord[]): void {
    const texts = new Set<Text>();
    for (const { type, target } of records) if (type === 'childList') this.#ledger.order.forget(target);
    for (const record of records) {
      const { target } = record;
      if (record.type === 'characterData') texts.add(target as Text);
      else if (record.type === 'attributes') this.#attributeChanged(target as Element, record.attributeName!);
      else this.#try(() => this.#childrenChanged(record, texts));
    }
    for (const node of texts) this.#try(() => this.#textChanged(node));
    if ((this.#toRead || this.#ledger.unsettled) && !this.#queue.busy)
      this.#enqueue('contextMs', this.#readCandidates());
  }

  #textChanged(node: Text): void {
    this.#ledger.withdraw(node);
    if (!node.isConnected) return;
    this.#finder.readAround(node);
    if (isLong(node)) this.#readLater(node);
  }

  /** A long text that changes all the time waits once, however often it changed. */
  #readLater(text: Text): void {
    if (this.#longTexts.has(text)) return;
    this.#longTexts.add(text);
    this.#enqueue('matchMs', this.#readLong(text));
  }

  *#readLong(text: Text): Work {
    this.#longTexts.delete(text);
    yield* this.#finder.readLong(text);
  }

  #attributeChanged(element: Element, name: string): void {
    if (name === 'content' || SPOKEN_ATTRIBUTES.includes(name)) this.#finder.speaks(element);
    else this.#restyled.note(element);
  }

  #childrenChanged({ addedNodes, removedNodes, previousSibling, nextSibling }: MutationRecord, texts: Set<Text>): void {
    for (const node of removedNodes) this.#ledger.withdrawBelow(node);
    for (const node of addedNodes) {
      if (dom.nodeType(node) === Node.TEXT_NODE) texts.add(node as Text);
      else if (dom.nodeType(node) === Node.ELEMENT_NODE)
        this.#enqueue('matchMs', this.#finder.readAdded(node as Element));
    }
    for (const node of [previousSibling, nextSibling]) {
      if (node && dom.nodeType(node) === Node.TEXT_NODE) texts.add(node as Text);
    }
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
