import { type FileHandle, open, stat } from 'node:fs/promises';

const CHUNK = 1024 * 1024;

/**
 * A file as a blob that is read piece by piece. Node's own `openAsBlob` (up to at least 22.23) counts sizes in 32 bits, and
 * bundles with a recording pass 4 GiB.
 */
export class FileBlob extends Blob {
  readonly #path: string;
  readonly #start: number;
  readonly #end: number;

  private constructor(path: string, start: number, end: number) {
    super();
    this.#path = path;
    this.#start = start;
    this.#end = end;
  }

  static async open(path: string): Promise<FileBlob> {
    return new FileBlob(path, 0, (await stat(path)).size);
  }

  override get size(): number {
    return this.#end - this.#start;
  }

  override slice(start = 0, end = this.size): FileBlob {
    const within = (offset: number) => Math.min(Math.max(offset < 0 ? this.size + offset : offset, 0), this.size);
    const from = within(start);
    return new FileBlob(this.#path, this.#start + from, this.#start + Math.max(from, within(end)));
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    const file: FileHandle = await open(this.#path);
    try {
      const bytes = new Uint8Array(this.size);
      for (let filled = 0; filled < bytes.length; ) {
        const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, this.#start + filled);
        if (bytesRead === 0) throw new Error(`${this.#path} became shorter while it was read`);
        filled += bytesRead;
      }
      return bytes.buffer;
    } finally {
      await file.close();
    }
  }

  override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    let offset = 0;
    return new ReadableStream({
      pull: async (controller) => {
        if (offset >= this.size) return controller.close();
        controller.enqueue(new Uint8Array(await this.slice(offset, offset + CHUNK).arrayBuffer()));
        offset += CHUNK;
      },
    });
  }

  override async text(): Promise<string> {
    return new TextDecoder().decode(await this.arrayBuffer());
  }
}
