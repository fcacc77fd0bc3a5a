import type { Wall } from '../../rules/page-walls.ts';
import type { TabReport } from './tab-report.ts';

/** What one visit read of the page in a tab. */
export interface VisitReading {
  report: TabReport;
  /** What stands before the page, when it is not shown itself. */
  wall: Wall | null;
  /** The document arrived whole; false when it was still arriving when patience ended, and was stopped. */
  finished: boolean;
  /** The report had stopped changing when it was read. */
  quiet: boolean;
  /** SHA-256 hex of the text that a reader sees in all frames, white space drawn together. */
  textSha256: string;
  characters: number;
}
