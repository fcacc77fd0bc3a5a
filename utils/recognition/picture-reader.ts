import type { Recogniser } from './ocr.ts';
import { fetchPicture, PictureSkippedError, pictureDigest, readPicture } from './read-picture.ts';
import type { PictureReading, SkipReason } from './reading.ts';
import { PICTURE_TIMEOUT_MS } from './reading.ts';

/** After this long without a picture the recogniser is closed and its memory returned. */
const IDLE_MS = 15_000;

export interface PictureReaderParts {
  /** Starts the recogniser; called when the first picture comes and again after idleness. */
  start(): Promise<Recogniser>;
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

  /** Reads the picture at an address a page shows, or says why not. Unknown failures are thrown. */
  read(url: string): Promise<{ reading: PictureReading } | { skipped: SkipReason }> {
    clearTimeout(this.#idle);
    this.#waiting += 1;
    const turn = this.#last.then(() => this.#readNow(url));
    this.#last = turn
      .catch(() => undefined)
      .finally(() => {
        this.#waiting -= 1;
        if (this.#waiting === 0) this.#idle = setTimeout(() => void this.#close(), IDLE_MS);
      });
    return turn;
  }

  async #readNow(url: string): Promise<{ reading: PictureReading } | { skipped: SkipReason }> {
    const signal = AbortSignal.timeout(PICTURE_TIMEOUT_MS);
    try {
      const bytes = new Uint8Array(await (await fetchPicture(url, signal)).arrayBuffer());
      const digest = await pictureDigest(bytes);
      const known = await this.#parts.cached(digest);
      if (known) return { reading: known };
      const reading = await readPicture(bytes, digest, () => this.#start(), signal);
      await this.#parts.keep(reading);
      return { reading };
    } catch (error) {
      if (error instanceof PictureSkippedError) return { skipped: error.reason };
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

  async #close(): Promise<void> {
    const recogniser = await this.#recogniser;
    this.#recogniser = undefined;
    await recogniser?.close();
    this.#parts.onIdle?.();
  }
}
