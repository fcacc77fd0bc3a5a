import { sendMessage } from '../../utils/messages/messaging.ts';
import type { FrameReport } from '../../utils/reports/tab-report.ts';

/** Milliseconds between two reports of a page that keeps changing. */
const REPORT_EVERY = 400;
/** Composing and sending takes at most one part in so many of the time. */
const REPORT_SHARE = 30;
/** A report that failed for no known reason is given again so many times, each time after twice as long; then at the next change. */
const MOST_AGAIN = 6;

export interface ReporterOptions {
  send?: (report: FrameReport) => Promise<void>;
  /** The extension was replaced. */
  onReplaced?: () => void;
}

/** Sends what `compose` gives, whole, at most a few times a second, the first at once; says when the extension is gone. */
export class FrameReporter {
  readonly #compose: () => FrameReport;
  readonly #signal: AbortSignal;
  readonly #onReplaced: () => void;
  readonly #send: (report: FrameReport) => Promise<void>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #notBefore = 0;
  #sending: Promise<unknown> = Promise.resolve();
  #failed = 0;

  constructor(
    compose: () => FrameReport,
    signal: AbortSignal,
    { send = (report) => sendMessage('reportFrame', report), onReplaced = () => {} }: ReporterOptions = {},
  ) {
    this.#compose = compose;
    this.#signal = signal;
    this.#onReplaced = onReplaced;
    this.#send = send;
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** Something changed. */
  report(): void {
    if (this.#signal.aborted || this.#timer !== undefined) return;
    const wait = this.#notBefore - performance.now();
    this.#timer = setTimeout(() => this.#sendNow(), Math.max(0, wait));
  }

  #sendNow(): void {
    this.#timer = undefined;
    this.#notBefore = performance.now() + REPORT_EVERY;
    // One after the other, so that an older report never replaces a newer one.
    this.#sending = this.#sending.then(async () => {
      if (this.#signal.aborted) return;
      const began = performance.now();
      try {
        const sent = this.#send(this.#compose());
        const ended = performance.now();
        this.#notBefore = Math.max(this.#notBefore, ended + (ended - began) * REPORT_SHARE);
        await sent;
        this.#failed = 0;
      } catch (error) {
        // The extension was replaced: nobody listens any more.
        if (/context invalidated/i.test(String(error))) return this.#onReplaced();
        // The worker restarted under the message: said again, or a page that has come to rest would stay unknown.
        if (!/Receiving end|message (port|channel) closed|No response/i.test(String(error))) {
          // Loud, and not the end of all reports: browsers have more sentences for a message that was lost than are known here.
          setTimeout(() => reportError(error));
          this.#failed += 1;
          if (this.#failed > MOST_AGAIN) return;
          this.#notBefore = performance.now() + REPORT_EVERY * 2 ** this.#failed;
        }
        this.report();
      }
    });
  }
}
