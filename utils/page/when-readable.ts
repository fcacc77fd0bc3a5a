import { isReadable, sheetsShowChinese, showsReadable, TELLING_ATTRIBUTES } from './chinese.ts';
import * as dom from './dom.ts';
import { shadowRootIn, walkElements } from './element-walk.ts';
import type { ShadowRootOf } from './flat-tree.ts';
import type { Pacer } from './pacer.ts';
import { type Work, WorkQueue } from './work-queue.ts';

export interface WhenReadableOptions {
  document: Document;
  signal: AbortSignal;
  shadowRootOf: ShadowRootOf;
  pacer: Pacer;
  /** All that there is was looked at and nothing is to be read, so far. */
  none: () => void;
}

type Root = Document | ShadowRoot;

/** Milliseconds after which style sheets that loaded late and shadow roots attached without notice are looked for. */
const LATE_CHECKS = [500, 2_000, 6_000];
const SHEETS = 'style,link[rel~="stylesheet"]';
const OBSERVED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: [...TELLING_ATTRIBUTES],
};

class ReadableWatch {
  readonly #options: WhenReadableOptions;
  readonly #end: (found: boolean) => void;
  readonly #observer = new MutationObserver((records) => this.#follow(records));
  readonly #queue: WorkQueue<null>;
  readonly #roots = new Set<Root>();
  readonly #ended = new AbortController();

  constructor(options: WhenReadableOptions, end: (found: boolean) => void) {
    this.#options = options;
    this.#end = end;
    this.#queue = new WorkQueue({
      pacer: options.pacer,
      signal: this.#ended.signal,
      spent: () => {},
      resting: () => {},
      drained: () => {},
      stopped: () => {
        if (!this.#ended.signal.aborted) options.none();
      },
      // What could not be looked at is read with care rather than left alone.
      failed: () => this.#stop(true),
    });
  }

  start(): void {
    const { document, signal } = this.#options;
    if (signal.aborted) {
      this.#stop(false);
      return;
    }
    signal.addEventListener('abort', () => this.#stop(false), { once: true, signal: this.#ended.signal });
    this.#adopt(document);
    for (const delay of LATE_CHECKS) {
      const timer = setTimeout(() => this.#queue.add(null, this.#lookAgain()), delay);
      this.#ended.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
    }
  }

  #stop(found: boolean): void {
    if (this.#ended.signal.aborted) return;
    this.#ended.abort();
    this.#observer.disconnect();
    this.#end(found);
  }

  #adopt(root: Root): void {
    if (this.#roots.has(root)) return;
    this.#roots.add(root);
    this.#observer.observe(root, OBSERVED);
    this.#queue.add(null, this.#look(root, root));
  }

  /** Looks at a tree, or at what was added to it. */
  *#look(below: Root | Element, root: Root): Work {
    const styled = below === root || dom.matches(below as Element, SHEETS) || dom.querySelector(below, SHEETS) !== null;
    if ((yield* showsReadable(below)) || (styled && (yield* sheetsShowChinese(root)))) return this.#stop(true);
    yield* this.#lookForShadows(below);
  }

  #lookForShadows(below: Root | Element): Work {
    return walkElements(below, (element, name) => {
      const shadow = shadowRootIn(element, this.#options.shadowRootOf, name);
      if (shadow) this.#adopt(shadow);
    });
  }

  *#lookAgain(): Work {
    for (const root of [...this.#roots]) {
      if (yield* sheetsShowChinese(root)) return this.#stop(true);
      yield* this.#lookForShadows(root);
    }
  }

  /** A change costs what it touched. */
  #follow(records: readonly MutationRecord[]): void {
    for (const { type, target, attributeName, addedNodes } of records) {
      if (type === 'characterData' && this.#tells((target as Text).data)) return;
      if (type === 'attributes' && this.#tells(dom.getAttribute(target as Element, attributeName!) ?? '')) return;
      for (const node of addedNodes) {
        if (dom.nodeType(node) === Node.TEXT_NODE && this.#tells((node as Text).data)) return;
        if (dom.nodeType(node) === Node.ELEMENT_NODE) {
          this.#queue.add(null, this.#look(node as Element, dom.getRootNode(target) as Root));
        }
      }
    }
  }

  #tells(text: string): boolean {
    const readable = isReadable(text);
    if (readable) this.#stop(true);
    return readable;
  }
}

/**
 * Answers true when the document shows Chinese, or a certificate in English: at once for most that ever will, and false when `signal`
 * aborts before. Until then nothing that reads is brought into the frame. Text, attributes, generated text and shadow roots are looked at, then what changes in them.
 */
export function whenReadable(options: WhenReadableOptions): Promise<boolean> {
  return new Promise((resolve) => new ReadableWatch(options, resolve).start());
}
