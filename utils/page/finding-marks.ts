import type { Finding } from '../scan/finding.ts';
import { type MarkKind, markKind } from './mark-styles.ts';
import type { Mark } from './mark-window.ts';

/** What the painter needs of a page scan. */
export interface Places {
  findings(): readonly Finding[];
  rangesOf(findingId: string): readonly AbstractRange[];
}

/** Turns findings into marks, keeping the range objects of places that stand where they stood: those need no new measuring. */
export class FindingMarks {
  #known = new Map<string, { finding: Finding; mark: Mark | null }>();

  /** False positives stay painted, in grey: the way back is where the way there was. */
  of(places: Places, dismissed: ReadonlySet<string>): Mark[] {
    const next = new Map<string, { finding: Finding; mark: Mark | null }>();
    const marks: Mark[] = [];
    for (const finding of places.findings()) {
      const before = this.#known.get(finding.id);
      const kind = dismissed.has(finding.id) ? 'cited' : markKind(finding);
      // A finding that is read again is a new object; the same object stands where it stood.
      const unchanged = before?.finding === finding && (before.mark === null || before.mark.kind === kind);
      const mark = unchanged ? before.mark : this.#markOf(finding, kind, places, before?.mark ?? null);
      next.set(finding.id, unchanged ? before : { finding, mark });
      if (mark) marks.push(mark);
    }
    this.#known = next;
    return marks;
  }

  #markOf(finding: Finding, kind: MarkKind, places: Places, before: Mark | null): Mark | null {
    const ranges = finding.gone ? [] : places.rangesOf(finding.id);
    if (ranges.length === 0) return null;
    const kept = before && sameRanges(before.ranges, ranges);
    if (kept && before.kind === kind) return before;
    return { id: finding.id, kind, ranges: kept ? before.ranges : ranges };
  }
}

function sameRanges(one: readonly AbstractRange[], other: readonly AbstractRange[]): boolean {
  return (
    one.length === other.length &&
    one.every((range, index) => {
      const twin = other[index]!;
      return (
        range.startContainer === twin.startContainer &&
        range.startOffset === twin.startOffset &&
        range.endContainer === twin.endContainer &&
        range.endOffset === twin.endOffset
      );
    })
  );
}
