import type { PageTelling } from '../scan/page-telling.ts';
import type { Scanner } from '../scan/scanner.ts';
import { SPEAKING } from './attributes.ts';
import { DESCRIBING } from './described-words.ts';
import * as dom from './dom.ts';
import { shadowRootIn, walkElements } from './element-walk.ts';
import type { FlatTree, ShadowRootOf } from './flat-tree.ts';
import { mayHoldChinese, PageTeller } from './page-character.ts';
import type { GeneratedOf } from './page-text.ts';
import {
  besideOf,
  contentText,
  NO_SHEETS,
  readSheets,
  type SheetSelectors,
  type StyleCues,
  styleCues,
} from './style-cues.ts';
import { type Candidate, walkAround, walkLong, walkRendered } from './text-walk.ts';
import { walkTree } from './tree-walk.ts';
import type { Work } from './work-queue.ts';

export type Root = Document | ShadowRoot;

export interface PlaceFinderOptions {
  document: Document;
  scanner: Scanner;
  tree: FlatTree;
  shadowRootOf: ShadowRootOf;
  /** A shadow root was come upon. */
  shadowFound: (shadow: ShadowRoot) => void;
  /** An element could not be looked at. */
  unread: (error: unknown) => void;
  /** So many characters were read. */
  heard: (characters: number) => void;
}

const SHEETS = 'style,link[rel~="stylesheet"]';

/** Finds the places of a document that are worth a careful reading: in its texts, attributes and style sheets. */
export class PlaceFinder {
  readonly #options: PlaceFinderOptions;
  #sheets = new WeakMap<Root, SheetSelectors>();
  #generating = new WeakSet<Element>();
  #candidates: Candidate[] = [];
  #speaking = new Set<Element>();
  /** Elements met that may bear marks that change what is read. */
  #marked: Element[] = [];
  /** Of the work in the queue, which is done one after the other. */
  #detector;
  /** Of what is read at once, in between. */
  #near;
  #teller: PageTeller;
  #rank = 0;

  constructor(options: PlaceFinderOptions) {
    this.#options = options;
    this.#detector = options.scanner.detector();
    this.#near = options.scanner.detector();
    this.#teller = new PageTeller(options.document, options.scanner);
  }

  /** Forgets all that was found and all that was learnt of the document, to look for what this scanner finds. */
  reset(scanner: Scanner): void {
    this.#detector = scanner.detector();
    this.#near = scanner.detector();
    this.#candidates = [];
    this.#generating = new WeakSet();
    this.#sheets = new WeakMap();
    this.#teller = new PageTeller(this.#options.document, scanner);
  }

  /** Whether places wait to be taken. */
  get waiting(): boolean {
    return this.#candidates.length + this.#speaking.size > 0;
  }

  /** The places found since they were last taken, and the elements whose spoken attributes are to be read. */
  take(): { candidates: readonly Candidate[]; speaking: ReadonlySet<Element> } {
    const taken = { candidates: this.#candidates, speaking: this.#speaking };
    this.#candidates = [];
    this.#speaking = new Set();
    return taken;
  }

  /**
   * What kind of page speaks, as far as it was read.
   * @param isAll nothing waits to be read
   */
  telling(isAll?: boolean): PageTelling {
    return this.#teller.telling(isAll);
  }

  /** What the judge sees of the page, as far as it was read. */
  pageFeatures(): { page: string; runs: string } {
    return this.#teller.features();
  }

  readonly note = (candidate: Candidate): void => {
    this.#candidates.push(candidate);
  };

  speaks(element: Element): void {
    this.#speaking.add(element);
  }

  readonly generatedOf: GeneratedOf = (element) => {
    if (!this.#generating.has(element)) return null;
    const view = dom.defaultView(this.#options.document)!;
    const of = (pseudo: string) => contentText(view.getComputedStyle(element, pseudo).content);
    return { before: of('::before'), after: of('::after') };
  };

  /** Reads a document or shadow root from end to end. */
  *readRoot(root: Root): Work {
    const { document, tree } = this.#options;
    const isDocument = root === document;
    if (isDocument && !mayHoldChinese(document)) {
      yield* walkElements(root, this.#look);
      this.#heedMarked();
      return;
    }
    this.#detector.reset();
    if (!isDocument) {
      yield* walkRendered((root as ShadowRoot).host, tree, this.#detector, this.note);
      this.#detector.reset();
    }
    // Only the document itself is walked once and from end to end.
    yield* this.#readTree(root, isDocument ? this.#noteInOrder : this.note);
    this.#heedSheets(root);
    this.#heedMarked();
  }

  /** Reads what was added to a document or shadow root. */
  *readAdded(element: Element): Work {
    if (!dom.isConnected(element)) return;
    this.#detector.reset();
    yield* this.#readTree(element, this.note);
    const first = dom.createTreeWalker(this.#options.document, element, NodeFilter.SHOW_TEXT).nextNode() as Text | null;
    if (first) this.readAround(first);
    const root = dom.getRootNode(element) as Root;
    if (dom.matches(element, SHEETS) || dom.querySelector(element, SHEETS) || !this.#sheets.has(root))
      this.#heedSheets(root);
    else this.#heedCues(styleCues(element, this.#sheets.get(root)!, []));
    this.#heedMarked();
  }

  /** Reads a text that changed with what stands around it, at once; of a long one only the edges, see {@link readLong}. */
  readAround(text: Text): void {
    walkAround(text, this.#near, this.note);
  }

  readLong(text: Text): Work {
    return walkLong(text, this.#detector, this.note);
  }

  /** Looks at each element of a tree for shadow roots that were attached without notice. */
  findShadows(root: Root): Work {
    return walkElements(root, (element, name) => this.#findShadow(element, name));
  }

  readonly #noteInOrder = ({ node, offset }: Candidate): void => {
    this.#candidates.push({ node, offset, rank: ++this.#rank });
  };

  #readTree(root: Root | Element, note: (candidate: Candidate) => void): Work {
    return walkTree({
      root,
      detector: this.#detector,
      note,
      hear: this.#hear,
      wantsParagraphs: () => this.#teller.listening,
      look: this.#look,
    });
  }

  readonly #hear = (text: string): void => {
    this.#options.heard(text.length);
    this.#teller.hear(text);
  };

  /** Looks at an element once: for a shadow root, spoken attributes, and marks that change what is read. */
  readonly #look = (element: Element, name: string): void => {
    try {
      this.#findShadow(element, name);
      const bears = dom.hasAttributes(element);
      const bearing = name === 'meta' || name === 'script' ? DESCRIBING : SPEAKING;
      if (bears && dom.matches(element, bearing)) this.#speaking.add(element);
      if (bears || name === 'ruby') this.#marked.push(element);
    } catch (error) {
      this.#options.unread(error);
    }
  };

  #findShadow(element: Element, name: string): void {
    const shadow = shadowRootIn(element, this.#options.shadowRootOf, name);
    if (shadow) this.#options.shadowFound(shadow);
  }

  #heedMarked(): void {
    const marked = this.#marked;
    this.#marked = [];
    this.#heedCues(styleCues(dom.createDocumentFragment(this.#options.document), NO_SHEETS, marked));
  }

  /** Reads the style sheets of a tree and heeds all that they say of it. */
  #heedSheets(root: Root): void {
    const sheets = readSheets(root);
    this.#sheets.set(root, sheets);
    this.#heedCues(styleCues(root, sheets, []));
  }

  #heedCues({ generating, disturbing }: StyleCues): void {
    for (const element of generating) {
      this.#generating.add(element);
      this.note({ node: element, offset: 0 });
    }
    for (const element of disturbing) this.note(besideOf(element));
  }
}
