import * as dom from './dom.ts';
import { MARK_KEYS, MARK_SHEET, type MarkKey, PULSE_KEY } from './mark-styles.ts';

/** Strong over weak over cited where they overlap; the pulse over all. */
const PRIORITY: Readonly<Record<string, number>> = { cited: 1, weak: 2, strong: 3 };

/**
 * Our part of the document's highlight registry. The page shares the registry and the list of sheets and may clear either at any
 * time, so {@link MarkRegistry.assert} looks and puts back what is missing.
 */
export class MarkRegistry {
  readonly #document: Document;
  readonly #highlights = new Map<MarkKey | typeof PULSE_KEY, Highlight>();
  readonly #sheet: CSSStyleSheet;
  readonly #registry: HighlightRegistry;
  #painted: ReadonlyMap<MarkKey, readonly AbstractRange[]> = new Map();
  #roots: readonly (Document | ShadowRoot)[];
  #shown = true;

  private constructor(document: Document, view: Window & typeof globalThis) {
    this.#document = document;
    this.#registry = view.CSS.highlights;
    this.#roots = [document];
    this.#sheet = new view.CSSStyleSheet();
    this.#sheet.replaceSync(MARK_SHEET);
    for (const key of [...MARK_KEYS, PULSE_KEY] as const) {
      const highlight = new view.Highlight();
      highlight.priority = PRIORITY[key.split('-')[1]!] ?? 4;
      this.#highlights.set(key, highlight);
    }
  }

  /** Null where the browser cannot paint without touching the page; findings are then listed only. */
  static of(document: Document): MarkRegistry | null {
    const view = dom.defaultView(document) as (Window & typeof globalThis) | null;
    if (!view?.CSS || !('highlights' in view.CSS)) return null;
    return new MarkRegistry(document, view);
  }

  /** Swaps what is painted. `roots` are the shadow roots that the ranges lie in: not every browser inherits the rules there. */
  paint(marks: ReadonlyMap<MarkKey, readonly AbstractRange[]>, roots: readonly ShadowRoot[]): void {
    this.#painted = marks;
    this.#dress([this.#document, ...roots]);
    for (const key of MARK_KEYS) {
      const highlight = this.#highlights.get(key)!;
      highlight.clear();
      for (const range of marks.get(key) ?? []) highlight.add(range);
    }
    this.assert();
  }

  pulse(ranges: readonly AbstractRange[]): void {
    const highlight = this.#highlights.get(PULSE_KEY)!;
    highlight.clear();
    for (const range of ranges) highlight.add(range);
    this.assert();
  }

  set shown(shown: boolean) {
    this.#shown = shown;
    if (shown) {
      this.#dress(this.#roots);
      this.assert();
      return;
    }
    for (const key of this.#highlights.keys()) this.#registry.delete(key);
    for (const root of this.#roots) undress(root, this.#sheet);
  }

  /** Puts back whatever the page has taken away. Cheap when nothing is missing. */
  assert(): void {
    if (!this.#shown) return;
    for (const [key, highlight] of this.#highlights) {
      const ranges = key === PULSE_KEY ? undefined : this.#painted.get(key);
      if (ranges && highlight.size !== ranges.length) {
        highlight.clear();
        for (const range of ranges) highlight.add(range);
      }
      if (highlight.size === 0) this.#registry.delete(key);
      else if (this.#registry.get(key) !== highlight) this.#registry.set(key, highlight);
    }
    this.#dress(this.#roots);
  }

  #dress(roots: readonly (Document | ShadowRoot)[]): void {
    for (const root of this.#roots) if (!roots.includes(root)) undress(root, this.#sheet);
    this.#roots = roots;
    if (!this.#shown) return;
    const marked = [...this.#painted.values()].some((ranges) => ranges.length > 0);
    for (const root of roots) {
      if (!marked) undress(root, this.#sheet);
      else if (!dom.adoptedStyleSheets(root).includes(this.#sheet)) {
        dom.adoptStyleSheets(root, [...dom.adoptedStyleSheets(root), this.#sheet]);
      }
    }
  }
}

function undress(root: Document | ShadowRoot, sheet: CSSStyleSheet): void {
  const sheets = dom.adoptedStyleSheets(root);
  if (sheets.includes(sheet))
    dom.adoptStyleSheets(
      root,
      sheets.filter((each) => each !== sheet),
    );
}
