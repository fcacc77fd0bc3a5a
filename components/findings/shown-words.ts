import type { FramedFinding } from '../../utils/reports/tab-report.ts';
import { findingKey } from './sort-findings.ts';

/** The words around a hit as a row of the list shows them. */
export interface ShownWords {
  prefix: string;
  suffix: string;
}

/** Characters shown before the hit, so that the hit itself stays in the two lines of a row. */
const PREFIX_SHOWN = 14;

const cut = (prefix: string): string => {
  const characters = [...prefix];
  return characters.length > PREFIX_SHOWN ? `…${characters.slice(-PREFIX_SHOWN).join('')}` : prefix;
};

/** What stands between a hit and the next one of the same sentence; undefined where they are of two places. */
function between(before: FramedFinding, next: FramedFinding): string | undefined {
  if (before.frameId !== next.frameId || before.position >= next.position) return undefined;
  const at = next.prefix.lastIndexOf(before.matchedText);
  if (at < 0) return undefined;
  const gap = next.prefix.slice(at + before.matchedText.length);
  return before.suffix.startsWith(gap + next.matchedText) ? gap : undefined;
}

/** Hits of one sentence that follow each other in the list say it once: each row goes on where the row before ended. */
export function shownWords(rows: readonly FramedFinding[]): ReadonlyMap<string, ShownWords> {
  const shown = new Map<string, ShownWords>();
  rows.forEach((row, index) => {
    const [before, next] = [rows[index - 1], rows[index + 1]];
    const goesOn = before !== undefined && between(before, row) !== undefined;
    const gap = next && between(row, next);
    shown.set(findingKey(row), {
      prefix: goesOn ? '…' : cut(row.prefix),
      suffix: gap === undefined ? row.suffix : `${gap}…`,
    });
  });
  return shown;
}
