import { Backdrops } from './backdrop.ts';
import * as dom from './dom.ts';
import { MarkRegistry } from './mark-registry.ts';
import { type MarkKey, markKey } from './mark-styles.ts';
import { type Mark, MarkWindow } from './mark-window.ts';
import { boxesOf, stands } from './range-boxes.ts';

export interface Highlighter {
  /** Replaces everything that is painted. */
  show(marks: readonly Mark[]): void;
  /** Draws the eye to a place once. */
  pulse(ranges: readonly AbstractRange[]): void;
  /** Takes every mark off the screen, or puts them back; resolves when the screen shows it. */
  setShown(shown: boolean): Promise<void>;
  /** The ids of the marks drawn at a point of the viewport, in `target` or inside it. */
  at(x: number, y: number, target: Node | null): string[];
}

export interface HighlighterOptions {
  document: Document;
  /** Takes all marks off and stops. */
  signal: AbortSignal;
}

/** The page may clear the shared registry without any event. */
const ASSERT_EVERY = 1000;
/** After the layout last moved, places are measured anew. */
const SETTLE = 160;
/** A frame that is not drawn (hidden tab, frame far outside) gets no animation frames, and nothing of it is on the screen. */
const FRAME_AT_MOST = 250;
const PULSE = 700;

/** Paints findings by the CSS Custom Highlight API: the document stays byte for byte as its author made it. */
export function createHighlighter({ document, signal }: HighlighterOptions): Highlighter {
  const view = dom.defaultView(document)!;
  const window = new MarkWindow(view);
  const backdrops = new Backdrops();
  let registry: MarkRegistry | null = null;
  let shownNow = true;
  let painted: readonly Mark[] = [];
  let paintedAt = 0;
  let slice: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  let settle: ReturnType<typeof setTimeout> | undefined;
  let pulsed: ReturnType<typeof setTimeout> | undefined;

  const now = () => view.performance.now();

  /** Most documents have nothing to paint and never touch the registry. */
  function open(): MarkRegistry | null {
    if (!registry) {
      registry = MarkRegistry.of(document);
      if (registry) registry.shown = shownNow;
    }
    return registry;
  }

  function repaint(): void {
    frame = 0;
    paintedAt = view.scrollY;
    const near = window.near();
    if (near.length === painted.length && near.every((mark, index) => same(mark, painted[index]!))) return;
    painted = near;
    const registry = open();
    if (!registry) return;
    const byKey = new Map<MarkKey, AbstractRange[]>();
    const roots = new Set<ShadowRoot>();
    for (const { kind, ranges } of near) {
      for (const range of ranges) {
        const element = elementOf(range);
        if (!element || !stands(range)) continue;
        const key = markKey(kind, backdrops.behind(element));
        byKey.set(key, [...(byKey.get(key) ?? []), range]);
        const root = dom.getRootNode(element);
        if (root instanceof ShadowRoot) roots.add(root);
      }
    }
    registry.paint(byKey, [...roots]);
  }

  function measure(): void {
    slice = undefined;
    const more = window.measure(now);
    repaint();
    if (more) slice = setTimeout(measure);
  }

  function settled(): void {
    settle = undefined;
    window.remeasure();
    backdrops.forget();
    slice ??= setTimeout(measure);
  }

  /** The layout may have moved, in the document or in a scroller inside it. */
  function moved(): void {
    if (window.empty) return;
    clearTimeout(settle);
    settle = setTimeout(settled, SETTLE);
  }

  /** Scrolling the document moves no mark inside it, and what is painted reaches a screen further than is seen. */
  function scrolled(event: Event): void {
    if (event.target !== document) {
      moved();
      return;
    }
    if (window.empty || Math.abs(view.scrollY - paintedAt) < view.innerHeight / 2) return;
    frame ||= view.requestAnimationFrame(repaint);
  }

  const passive = { passive: true, signal } as const;
  // Scrollers inside the page do not bubble; the capturing listener hears them all.
  dom.addEventListener(document, 'scroll', scrolled, { ...passive, capture: true });
  view.addEventListener('resize', moved, passive);
  const resized = new ResizeObserver(moved);
  if (dom.documentElement(document)) resized.observe(dom.documentElement(document));
  if (dom.body(document)) resized.observe(dom.body(document));
  view.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', moved, { signal });
  const asserting = setInterval(() => registry?.assert(), ASSERT_EVERY);

  signal.addEventListener('abort', () => {
    resized.disconnect();
    clearInterval(asserting);
    for (const timer of [slice, settle, pulsed]) clearTimeout(timer);
    view.cancelAnimationFrame(frame);
    if (registry) registry.shown = false;
  });

  return {
    show(marks) {
      if (signal.aborted) return;
      window.show(marks);
      backdrops.forget();
      clearTimeout(slice);
      measure();
      registry?.assert();
    },
    pulse(ranges) {
      if (signal.aborted) return;
      open()?.pulse(ranges.filter(stands));
      clearTimeout(pulsed);
      pulsed = setTimeout(() => registry?.pulse([]), PULSE);
    },
    async setShown(shown) {
      shownNow = shown;
      if (registry) registry.shown = shown;
      await nextFrame(view);
      await nextFrame(view);
    },
    at(x, y, target) {
      return painted
        .filter(({ ranges }) =>
          ranges.some(
            (range) =>
              holds(target, range.startContainer) &&
              boxesOf(range).some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom),
          ),
        )
        .map(({ id }) => id);
    },
  };
}

function same(one: Mark, other: Mark): boolean {
  return (
    one.id === other.id &&
    one.kind === other.kind &&
    one.ranges.length === other.ranges.length &&
    one.ranges.every((range, index) => range === other.ranges[index])
  );
}

function elementOf({ startContainer }: AbstractRange): Element | null {
  return dom.nodeType(startContainer) === Node.ELEMENT_NODE
    ? (startContainer as Element)
    : dom.parentElement(startContainer);
}

/** Whether `inner` lies in `outer`, shadow roots counted as parts of their hosts: something laid over the words does not hold them. */
function holds(outer: Node | null, inner: Node): boolean {
  for (let at: Node | null = inner; at; at = dom.parentNode(at) ?? (at instanceof ShadowRoot ? at.host : null)) {
    if (at === outer) return true;
  }
  return false;
}

function nextFrame(view: Window): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, FRAME_AT_MOST);
    view.requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
