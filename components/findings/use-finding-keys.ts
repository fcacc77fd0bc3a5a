import type { FramedFinding } from '../../utils/reports/tab-report.ts';
import { useKeys } from '../ui/use-keys.ts';
import { type FindingCommand, findingCommand } from './finding-keys.ts';
import { findingKey } from './sort-findings.ts';

export interface FindingKeyHandlers {
  /** The rows in view, top to bottom. */
  rows: readonly FramedFinding[];
  current: string | null;
  onMove: (key: string) => void;
  onCommand: (
    command: Exclude<FindingCommand, 'next' | 'previous' | 'missed' | 'undo'>,
    finding: FramedFinding,
  ) => void;
  onUndo: () => void;
}

/** Listens to the keys of the list on the whole page, for as long as the list is shown. */
export function useFindingKeys({ rows, current, onMove, onCommand, onUndo }: FindingKeyHandlers): void {
  useKeys((event) => {
    const command = findingCommand(event);
    // Words that no row has are marked without one.
    if (!command || command === 'missed') return;
    const at = rows.findIndex((row) => findingKey(row) === current);
    if (command === 'undo') onUndo();
    else if (command === 'next' || command === 'previous') {
      const step = command === 'next' ? 1 : -1;
      const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))];
      if (next) onMove(findingKey(next));
    } else if (rows[at]) onCommand(command, rows[at]);
    else return;
    event.preventDefault();
  });
}
