import { BlobReader, ZipWriter } from '@zip.js/zip.js';
import { createCRC32, type IHasher } from 'hash-wasm';
import { Lending } from '../base/lending.ts';
import { digestStream } from '../evidence/digest.ts';
import type { Digests } from '../evidence/record.ts';

const CHUNK = 4 * 1024 * 1024;

/** Told of each piece that is done, in bytes. */
export type OnBytes = (bytes: number) => void;

/** What a ZIP entry says of its bytes. */
export interface EntryFacts {
  size: number;
  crc32: number;
}

/**
 * Writes a ZIP of files that are stored, not deflated, each with a complete header before its bytes and ZIP64 where sizes ask
 * for it. Pictures and recordings would not shrink anyway, and this way each byte of the file is either payload, covered by
 * the manifests, or can be derived from it: {@link compareContainer} relies on that. Memory stays flat.
 */
export class StoredZip {
  readonly #writer: ZipWriter<unknown>;
  readonly #date: Date | number;

  /** `date` is the time of every entry: a Date, or the raw MS-DOS value of an entry being written again. */
  constructor(sink: WritableStream<Uint8Array>, date: Date | number, signal?: AbortSignal) {
    this.#date = date;
    this.#writer = new ZipWriter(sink, {
      // Extension pages forbid workers from blob: addresses, and stored files give a worker nothing to do.
      useWebWorkers: false,
      level: 0,
      compressionMethod: 0,
      passThrough: true,
      keepOrder: true,
      extendedTimestamp: false,
      ...(signal ? { signal } : {}),
    });
  }

  /** Appends a file of which size and CRC-32 are known. */
  async add(path: string, blob: Blob, { size, crc32 }: EntryFacts, onBytes?: OnBytes): Promise<void> {
    let written = 0;
    await this.#writer.add(path, new BlobReader(blob), {
      onprogress(bytes) {
        onBytes?.(bytes - written);
        written = bytes;
      },
      compressionMethod: 0,
      uncompressedSize: size,
      crc32,
      ...(typeof this.#date === 'number' ? { rawLastModDate: this.#date } : { lastModDate: this.#date }),
    });
  }

  /** Writes the central directory and closes the sink. */
  async close(): Promise<void> {
    await this.#writer.close();
  }
}

/** Lent as the digesters are, and for the same reason. */
const counters = new Lending<IHasher>(4, createCRC32);

/** Size, CRC-32 and both digests of a blob in one pass. */
export function surveyBlob(
  blob: Blob,
  { signal, onBytes }: { signal?: AbortSignal | undefined; onBytes?: OnBytes | undefined } = {},
): Promise<EntryFacts & Digests> {
  return counters.use(async (crc) => {
    crc.init();
    const digests = await digestStream(async (digester) => {
      for (let offset = 0; offset < blob.size; offset += CHUNK) {
        signal?.throwIfAborted();
        const bytes = new Uint8Array(await blob.slice(offset, offset + CHUNK).arrayBuffer());
        digester.update(bytes);
        crc.update(bytes);
        onBytes?.(bytes.length);
      }
    });
    return { size: blob.size, crc32: Number.parseInt(crc.digest('hex'), 16), ...digests };
  });
}
