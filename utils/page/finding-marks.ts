import type { Finding } from '../scan/finding.ts';
import { markKind } from './mark-styles.ts';
import type { Mark } from './mark-window.ts';

/** What the painter needs of a page scan. */
export interface Places {
  findings(): readonly Finding[];
  rangesOf(findingId: string): readonly AbstractRange[];
}

/** Turns findings into marks, keeping the range objects of places that stand where they stood: those need no new measuring. */
export class FindingMarks {
  #marks = new Map<string, Mark>();

  /** False positives stay painted, in grey: the way back is where the way there was. */
  of(places: Places, dismissed: ReadonlySet<string>): Mark[] {
    const next = new Map<string, Mark>();
    for (const finding of places.findings()) {
      if (finding.gone) continue;
      const ranges = places.rangesOf(finding.id);
      if (ranges.length === 0) continue;
      const kind = dismissed.has(finding.id) ? 'cited' : markKind(finding);
      const before = this.#marks.get(finding.id);
      const kept = before && sameRanges(before.ranges, ranges) ? before.ranges : ranges;
      next.set(
        finding.id,
        before?.kind === kind && kept === before.ranges ? before : { id: finding.id, kind, ranges: kept },
      );
    }
    this.#marks = next;
    return [...next.values()];
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
