import { browser } from '#imports';

/**
 * The life of our script in a frame. The build puts it in place of WXT's: that one says by an event of the document that it starts,
 * which a page can hear, and ends at such an event, which a page can send.
 */
export class ContentScriptContext {
  readonly #life = new AbortController();

  get signal(): AbortSignal {
    return this.#life.signal;
  }

  /** False once it was ended, or its version of the extension is gone. */
  get isValid(): boolean {
    return !this.signal.aborted && browser.runtime?.id !== undefined;
  }

  abort(): void {
    this.#life.abort();
  }
}
