import { ModelBrokenError } from './model-files.ts';
import type { PictureReading, SkipReason } from './picture-reading.ts';
import { PICTURE_TIMEOUT_MS } from './picture-reading.ts';
import { PictureSkippedError, pictureBytes, pictureDigest } from './read-picture.ts';

/** After this long without a picture the recogniser is closed and its memory returned; the first pictures after a start cost seconds more. */
const IDLE_MS = 60_000;

/** A running recogniser; one picture at a time. */
export interface Recogniser {
  /** @throws PictureSkippedError, ModelBrokenError */
  read(bytes: Uint8Array<ArrayBuffer>, digest: string, signal: AbortSignal): Promise<Omit<PictureReading, 'reader'>>;
  /** Ends it, whatever it is doing. */
  close(): void;
}

export interface PictureReaderParts {
  /** Starts the recogniser; called when the first picture comes and again after idleness. */
  start(): Promise<Recogniser>;
  /** Names the reader and its models; readings of another one are not taken from the cache. @throws ModelBrokenError */
  version(): Promise<string>;
  cached(digest: string): Promise<PictureReading | undefined>;
  keep(reading: PictureReading): Promise<void>;
  /** Told when the recogniser was closed after idleness. */
  onIdle?(): void;
}

/** Reads pictures one after another, whoever asks: two recognisers would cost an old machine its memory. */
export class PictureReader {
  readonly #parts: PictureReaderParts;
  #recogniser: Promise<Recogniser> | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #idle: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: PictureReaderParts) {
    this.#parts = parts;
  }

  /** No picture is being read and no recogniser is open. */
  get isIdle(): boolean {
    return this.#waiting === 0 && this.#recogniser === undefined;
  }

  /**
   * Reads the picture in a `data:` address, or says why not. Unknown failures are thrown.
   * @param keep false for pictures of which nothing may outlast the page
   */
  read(data: string, keep = true): Promise<{ reading: PictureReading } | { skipped: SkipReason }> {
    clearTimeout(this.#idle);
    this.#waiting += 1;
    const turn = this.#last.then(() => this.#readNow(data, keep));
    this.#last = turn
      .catch(() => undefined)
      .finally(() => {
        this.#waiting -= 1;
        if (this.#waiting === 0) this.#idle = setTimeout(() => void this.#close(), IDLE_MS);
      });
    return turn;
  }

  async #readNow(data: string, keep: boolean): Promise<{ reading: PictureReading } | { skipped: SkipReason }> {
    const signal = AbortSignal.timeout(PICTURE_TIMEOUT_MS);
    try {
      const bytes = pictureBytes(data);
      const digest = await pictureDigest(bytes);
      const reader = await this.#parts.version();
      const known = await this.#parts.cached(digest);
      if (known?.reader === reader) return { reading: known };
      const read = await (await this.#start()).read(bytes, digest, signal);
      const reading = { ...read, reader };
      if (keep) await this.#parts.keep(reading);
      return { reading };
    } catch (error) {
      if (error instanceof PictureSkippedError) return { skipped: error.reason };
      // Whatever else went wrong, the next picture gets a recogniser that has nothing left to do.
      await this.#end();
      if (error instanceof ModelBrokenError) return { skipped: 'reader-broken' };
      if (signal.aborted) return { skipped: 'timeout' };
      throw error;
    }
  }

  #start(): Promise<Recogniser> {
    this.#recogniser ??= this.#parts.start().catch((error) => {
      this.#recogniser = undefined;
      throw error;
    });
    return this.#recogniser;
  }

  async #end(): Promise<void> {
    const recogniser = this.#recogniser;
    this.#recogniser = undefined;
    (await recogniser?.catch(() => undefined))?.close();
  }

  async #close(): Promise<void> {
    await this.#end();
    this.#parts.onIdle?.();
  }
}
