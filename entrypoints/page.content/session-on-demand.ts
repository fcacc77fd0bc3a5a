import { pagePacer } from '../../utils/page/pacer.ts';
import { whenReadable } from '../../utils/page/when-readable.ts';
import type { FrameReport, FrameState } from '../../utils/reports/tab-report.ts';
import type { PageSession } from '../page-scan/page-session.ts';
import { isArriving, whenArrived } from './document-arrival.ts';
import { emptyReport } from './empty-report.ts';
import { loadPart } from './load-part.ts';
import type { SessionNeeds } from './registered-parts.ts';

/**
 * One document while its site is switched on. The script that scans it comes with the first Chinese or the first English certificate that it shows, or with the first
 * question about its pictures: the many small frames of other pages (players, counters, maps) stay free of it.
 */
export class SessionOnDemand {
  readonly #options: SessionNeeds;
  #opening: Promise<PageSession> | null = null;
  #session: PageSession | null = null;
  #state: FrameState = 'scanning';
  /** The session speaks for the document, and no longer what was seen of it before. */
  #isScanned = false;
  #marksShown = true;

  constructor(options: SessionNeeds) {
    this.#options = options;
  }

  /** The session, once there is something to ask it about. */
  get session(): PageSession | null {
    return this.#session;
  }

  /** Scans the document from the moment on at which it shows something to read. */
  async start(): Promise<void> {
    const { document, signal, shadowRootOf, onChange } = this.#options;
    whenArrived(document, signal, onChange);
    const none = () => this.#becomes('done');
    if (!(await whenReadable({ document, signal, shadowRootOf, pacer: pagePacer(), none }))) return;
    this.#becomes('scanning');
    try {
      const session = await this.open();
      this.#isScanned = true;
      await session.scan();
    } catch (error) {
      if (signal.aborted) return;
      this.#becomes('failed');
      throw error;
    }
  }

  #becomes(state: FrameState): void {
    this.#state = state;
    this.#options.onChange();
  }

  /** Reads everything again, by the rules of these digests; what failed before is tried anew. */
  async scanAgain(rules: string): Promise<void> {
    if (this.#state === 'failed') await this.start();
    else await this.#session?.rescan(rules);
  }

  /** Reads everything again when it was read by other rules than those of these digests. */
  async follow(rules: string): Promise<void> {
    if (this.#state === 'failed') await this.start();
    else await this.#session?.follow(rules);
  }

  /** Brings the session, scanned or not. */
  open(): Promise<PageSession> {
    this.#opening ??= this.#open();
    return this.#opening;
  }

  async #open(): Promise<PageSession> {
    try {
      const make = await loadPart('scan');
      const session = make(this.#options);
      this.#session = session;
      if (!this.#marksShown) await session.setMarks(false);
      return session;
    } catch (error) {
      this.#opening = null;
      throw error;
    }
  }

  /** Takes the marks off the page or puts them back, those to come as well. */
  async setMarks(shown: boolean): Promise<void> {
    this.#marksShown = shown;
    await this.#session?.setMarks(shown);
  }

  report(documentKey: string): FrameReport {
    const { document } = this.#options;
    const report = this.#session?.report(documentKey) ?? emptyReport(document, documentKey, this.#state);
    // A session that is there for pictures alone knows nothing of the text.
    const state = this.#isScanned ? report.state : this.#state;
    return { ...report, state, ...(isArriving(document) ? { arriving: true } : {}) };
  }
}
