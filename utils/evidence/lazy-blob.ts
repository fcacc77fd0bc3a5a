/** Bytes that a stream of a lazy blob gives at a time. */
const CHUNK = 1024 * 1024;

/** Gives the bytes from `start` up to `end`. */
export type ReadRange = (start: number, end: number) => Promise<Uint8Array<ArrayBuffer>>;

/**
 * A blob whose bytes are made when they are read, piece by piece. For code that slices and reads; the browser itself, asked to
 * store it, show it or give it an address, would find it empty.
 */
export class LazyBlob extends Blob {
  readonly #read: ReadRange;
  readonly #start: number;
  readonly #end: number;

  constructor(read: ReadRange, { start = 0, end, type = '' }: { start?: number; end: number; type?: string }) {
    super([], { type });
    this.#read = read;
    this.#start = start;
    this.#end = end;
  }

  override get size(): number {
    return this.#end - this.#start;
  }

  override slice(from = 0, to = this.size, type = ''): LazyBlob {
    const within = (offset: number) => Math.min(Math.max(offset < 0 ? this.size + offset : offset, 0), this.size);
    const start = this.#start + within(from);
    return new LazyBlob(this.#read, { start, end: Math.max(start, this.#start + within(to)), type });
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    return (await this.#read(this.#start, this.#end)).buffer;
  }

  override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    let offset = this.#start;
    return new ReadableStream({
      pull: async (controller) => {
        if (offset >= this.#end) return controller.close();
        const until = Math.min(offset + CHUNK, this.#end);
        controller.enqueue(await this.#read(offset, until));
        offset = until;
      },
    });
  }

  override async text(): Promise<string> {
    return new TextDecoder().decode(await this.arrayBuffer());
  }
}
