import type { MarkKind } from './mark-styles.ts';
import { around, boxesOf } from './range-boxes.ts';

/** One finding as it is painted. A phrase over several nodes or shadow borders has several ranges. */
export interface Mark {
  id: string;
  kind: MarkKind;
  ranges: readonly AbstractRange[];
}

/** Registered at once. Every registered range costs in every frame in which anything changes, seen or not. */
const MOST = 300;
/** Milliseconds of measuring in one go. */
const SLICE = 4;
/** Measured between two looks at the clock. */
const BATCH = 32;

/** Top and bottom in CSS px from the top of the document; null where nothing is drawn. */
type Span = readonly [top: number, bottom: number] | null;

/**
 * Knows where marks are and which of them are near the viewport. Places are measured in slices and kept by range,
 * so a scan that swaps a few findings measures a few ranges.
 */
export class MarkWindow {
  readonly #view: Window;
  #marks: readonly Mark[] = [];
  #spans = new WeakMap<AbstractRange, { span: Span }>();
  #stale = new WeakMap<AbstractRange, { span: Span }>();
  #next = 0;

  constructor(view: Window) {
    this.#view = view;
  }

  show(marks: readonly Mark[]): void {
    this.#marks = marks;
    this.#next = 0;
  }

  get empty(): boolean {
    return this.#marks.length === 0;
  }

  /** The layout has moved: everything is measured again, in slices; the old places serve until then. */
  remeasure(): void {
    this.#stale = this.#spans;
    this.#spans = new WeakMap();
    this.#next = 0;
  }

  /** Measures for one slice; true when places remain to be measured. */
  measure(now: () => number): boolean {
    const end = now() + SLICE;
    for (let since = 0; this.#next < this.#marks.length; this.#next += 1) {
      const first = this.#marks[this.#next]!.ranges[0];
      if (!first || this.#spans.has(first)) continue;
      const box = around(boxesOf(first));
      const scrolled = this.#view.scrollY;
      this.#spans.set(first, { span: box && [box.y + scrolled, box.y + box.height + scrolled] });
      since += 1;
      if (since % BATCH === 0 && now() > end) {
        this.#next += 1;
        break;
      }
    }
    return this.#next < this.#marks.length;
  }

  /** The marks within one screen of the viewport, the nearest first kept when there are too many. */
  near(): Mark[] {
    const height = this.#view.innerHeight;
    const top = this.#view.scrollY;
    const middle = top + height / 2;
    const close: { mark: Mark; distance: number }[] = [];
    for (const mark of this.#marks) {
      const first = mark.ranges[0];
      const span = first && (this.#spans.get(first) ?? this.#stale.get(first))?.span;
      if (!span || span[1] < top - height || span[0] > top + 2 * height) continue;
      close.push({ mark, distance: Math.abs((span[0] + span[1]) / 2 - middle) });
    }
    if (close.length > MOST) close.sort((one, other) => one.distance - other.distance).splice(MOST);
    return close.map(({ mark }) => mark);
  }
}
