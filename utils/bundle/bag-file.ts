import { BlobReader, BlobWriter, type FileEntry, ZipReader } from '@zip.js/zip.js';
import { ExpectedFailure } from '../base/expected-failure.ts';
import { digestStream } from '../evidence/digest.ts';
import type { Digests } from '../evidence/record.ts';
import { isStored, storedBytes } from './stored-bytes.ts';
import type { OnBytes } from './stored-zip.ts';

/** The file is no ZIP, or so damaged that its list of files cannot be read. */
export class UnreadableBundleError extends ExpectedFailure {
  override name = 'UnreadableBundleError';
  constructor(cause: unknown) {
    super('error_bundleUnreadable', [], { cause });
  }
}

/** The bundle unpacks to far more than it holds, or has more files than any bundle of the product. */
export class OverfullBundleError extends ExpectedFailure {
  override name = 'OverfullBundleError';
  constructor() {
    super('error_bundleOverfull');
  }
}

/**
 * What may come out of a bundle, in bytes: its own are stored as they are, text that another program deflated shrinks to a tenth.
 * What ZIP entries say of their sizes is not believed: the bytes that come out are counted, also where entries lie over each other.
 */
export const unpackLimit = (size: number): number => 50 * size + 64 * 1024 * 1024;

/** Files in one bundle: ten thousand items of twenty. */
const MOST_FILES = 200_000;

/** Larger files are hashed but not read into memory whole: no manifest, record or log comes near. */
const READ_LIMIT = 64 * 1024 * 1024;

/** A bag inside a ZIP, read without unpacking it. */
export interface BagFile {
  /** The one top folder, or '' when the ZIP does not have exactly one. */
  name: string;
  /** Entries that are files, by path below the top folder. */
  files: ReadonlyMap<string, FileEntry>;
  /** All entries in the order of the ZIP. */
  entries: readonly FileEntry[];
  /** Names that stand outside the top folder or stand twice. */
  strays: readonly string[];
  digest(path: string, onBytes?: OnBytes): Promise<(Digests & { size: number }) | undefined>;
  /** Bytes of a small file; undefined when it is missing or unreadable. */
  bytes(path: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** A file of any size as a blob that leaves its bytes on the disk: where the ZIP holds it as it is, a part of the ZIP, unchecked. */
  blob(path: string, mediaType: string): Promise<Blob | undefined>;
  /** Bytes as strict UTF-8 text. */
  text(path: string): Promise<string | undefined>;
}

const READING = { useWebWorkers: false, checkSignature: true } as const;

/**
 * Opens a bundle; ZIP64 and any compression that the browser can undo are read. Every read of it throws once `signal` aborts.
 * @throws UnreadableBundleError, and from every read OverfullBundleError
 */
export async function openBag(zip: Blob, signal?: AbortSignal): Promise<BagFile> {
  signal?.throwIfAborted();
  const all = await new ZipReader(new BlobReader(zip), READING).getEntries().catch((error) => {
    throw new UnreadableBundleError(error);
  });
  const budget = new UnpackBudget(unpackLimit(zip.size));
  if (all.length > MOST_FILES) throw new OverfullBundleError();
  const entries = all.filter((entry): entry is FileEntry => !entry.directory);
  const tops = new Set(entries.map((entry) => entry.filename.split('/', 1)[0]!));
  const name = tops.size === 1 && entries.every((entry) => entry.filename.includes('/')) ? [...tops][0]! : '';
  const files = new Map<string, FileEntry>();
  const strays: string[] = [];
  for (const entry of entries) {
    const path = entry.filename.slice(name.length + 1);
    if (name === '' || files.has(path)) strays.push(entry.filename);
    else files.set(path, entry);
  }

  const pipe = async (path: string, write: (chunk: Uint8Array) => void | Promise<void>): Promise<boolean> => {
    signal?.throwIfAborted();
    const entry = files.get(path);
    if (!entry) return false;
    const count = budget.countOf(path);
    const counted = (chunk: Uint8Array) => {
      count(chunk.length);
      return write(chunk);
    };
    try {
      await entry.getData(new WritableStream<Uint8Array>({ write: counted }), {
        ...READING,
        ...(signal ? { signal } : {}),
      });
      return true;
    } catch {
      // Whatever the damage is (checksum, cut data, bad deflate stream): the file cannot be had, and its check says so.
      signal?.throwIfAborted();
      budget.require();
      return false;
    }
  };

  const bag: BagFile = {
    name,
    files,
    entries,
    strays,
    async digest(path, onBytes) {
      let size = 0;
      let read = false;
      const digests = await digestStream(async (digester) => {
        read = await pipe(path, (chunk) => {
          size += chunk.length;
          digester.update(chunk);
          onBytes?.(chunk.length);
        });
      });
      return read ? { ...digests, size } : undefined;
    },
    async bytes(path) {
      const chunks: Uint8Array<ArrayBuffer>[] = [];
      let size = 0;
      const read = await pipe(path, (chunk) => {
        size += chunk.length;
        if (size > READ_LIMIT) throw new RangeError(`${path} is larger than it may be`);
        chunks.push(new Uint8Array(chunk));
      });
      return read ? new Uint8Array(await new Blob(chunks).arrayBuffer()) : undefined;
    },
    async blob(path, mediaType) {
      signal?.throwIfAborted();
      const entry = files.get(path);
      if (entry && isStored(entry)) return storedBytes(zip, entry, mediaType);
      const writer = new BlobWriter(mediaType);
      await writer.init?.();
      const sink = writer.writable.getWriter();
      const read = await pipe(path, (chunk) => sink.write(chunk));
      await sink.close();
      return read ? writer.getData() : undefined;
    },
    async text(path) {
      const bytes = await bag.bytes(path);
      try {
        return bytes && new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
      } catch (error) {
        if (error instanceof TypeError) return undefined;
        throw error;
      }
    },
  };
  return bag;
}

/** Counts what comes out of a bundle: of each file once, however often it is read. */
class UnpackBudget {
  readonly #limit: number;
  readonly #most = new Map<string, number>();
  #total = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The counter of one reading of a file. It throws once the bundle gave more than it may. */
  countOf(path: string): (bytes: number) => void {
    let read = 0;
    return (bytes) => {
      read += bytes;
      const most = this.#most.get(path) ?? 0;
      if (read > most) {
        this.#most.set(path, read);
        this.#total += read - most;
      }
      this.require();
    };
  }

  require(): void {
    if (this.#total > this.#limit) throw new OverfullBundleError();
  }
}
