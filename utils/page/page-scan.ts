import type { MarkedWords } from '../judge/mark.ts';
import type { ScanTimings } from '../reports/tab-report.ts';
import type { Finding } from '../scan/finding.ts';
import type { PageTelling } from '../scan/page-telling.ts';
import type { Scanner } from '../scan/scanner.ts';
import type { ShadowRootOf } from './flat-tree.ts';
import type { Pacer } from './pacer.ts';

export interface ScanPageOptions {
  document: Document;
  scanner: Scanner;
  /** Called when findings or the state changed, at most once a task. */
  onChange: (scan: PageScan) => void;
  signal: AbortSignal;
  pacer?: Pacer;
  /** Reaches closed shadow roots too, where the browser lets extensions. */
  shadowRootOf?: ShadowRootOf;
}

export interface PageScan {
  /** `done` when all that is known was read; a change may follow. `failed` when a part could not be read, until all is read again. */
  readonly state: 'scanning' | 'done' | 'failed';
  /** Parts of the document that could not be read since it was last read from end to end. */
  readonly unread: number;
  /** What the page is, as far as it was read. */
  readonly telling: PageTelling;
  /** In document order, then those that went away. The same object as long as nothing changed. */
  findings(): readonly Finding[];
  /** Where a finding's words stand, one range a text node; empty for attributes, generated text, and what has gone. */
  rangesOf(findingId: string): readonly StaticRange[];
  /** The element that bears a finding's words. */
  elementOf(findingId: string): Element | null;
  /** The text of the page as the reader meets it. */
  plainText(): string;
  /** What the judge sees of the words of a range, and of the page; null where it stands in no text that a reader meets. */
  marked(range: AbstractRange): Omit<MarkedWords, 'url' | 'rulePacks' | 'claims'> | null;
  /** The same of a finding, wherever its words stand; null when it is gone. */
  markedFinding(findingId: string): Omit<MarkedWords, 'url' | 'rulePacks' | 'claims'> | null;
  /** Since the scan began; `paintMs` is the painter's to fill. */
  readonly timings: ScanTimings;
  /** Reads everything again, with another scanner when the rules have changed. */
  rescan(scanner?: Scanner): void;
}
