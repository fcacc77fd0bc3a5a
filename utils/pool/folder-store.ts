import { PoolFailure } from './pool-failure.ts';
import { isUnfinished, type PoolEntry, type PoolStore } from './pool-store.ts';

// Typed by hand: the iterators of folders are in no floor's types.
type Folder = FileSystemDirectoryHandle & { values(): AsyncIterable<FileSystemHandle> };

const isMissing = (error: unknown) =>
  error instanceof DOMException && (error.name === 'NotFoundError' || error.name === 'TypeMismatchError');

/** A failure of the folder as the sentence for it; what is none of its own goes on. */
function told(error: unknown, name: string): unknown {
  if (!(error instanceof DOMException)) return error;
  if (error.name === 'NotAllowedError') return new PoolFailure('error_poolFolderDenied', [name], { cause: error });
  if (error.name === 'QuotaExceededError') return new PoolFailure('error_poolFull', [name], { cause: error });
  if (error.name === 'AbortError') return error;
  return new PoolFailure('error_poolFolder', [name, error.message], { cause: error });
}

/**
 * A folder that the officer chose, on this machine or on a share of the office (File System Access). The browser writes beside
 * the place and swaps when all is there; a machine that stops before leaves an empty file, and as no file of the pool is empty,
 * that place counts as free.
 */
export class FolderStore implements PoolStore {
  readonly name: string;
  readonly #root: FileSystemDirectoryHandle;

  constructor(root: FileSystemDirectoryHandle) {
    this.#root = root;
    this.name = root.name;
  }

  async #folder(path: string, create: boolean): Promise<Folder> {
    let folder = this.#root;
    for (const part of path.split('/').filter(Boolean)) folder = await folder.getDirectoryHandle(part, { create });
    return folder as Folder;
  }

  async list(path: string, signal?: AbortSignal): Promise<readonly PoolEntry[]> {
    try {
      const entries: PoolEntry[] = [];
      for await (const handle of (await this.#folder(path, false)).values()) {
        signal?.throwIfAborted();
        const { name } = handle;
        if (isUnfinished(name)) continue;
        if (handle.kind === 'directory') entries.push({ name, kind: 'folder', size: 0 });
        else {
          const { size } = await (handle as FileSystemFileHandle).getFile();
          if (size > 0) entries.push({ name, kind: 'file', size });
        }
      }
      return entries;
    } catch (error) {
      if (isMissing(error)) return [];
      throw told(error, this.name);
    }
  }

  async read(place: string): Promise<Blob | undefined> {
    const cut = place.lastIndexOf('/');
    try {
      const folder = await this.#folder(place.slice(0, Math.max(0, cut)), false);
      const file = await (await folder.getFileHandle(place.slice(cut + 1))).getFile();
      return file.size > 0 ? file : undefined;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw told(error, this.name);
    }
  }

  async put(place: string, blob: Blob, signal?: AbortSignal): Promise<'put' | 'taken'> {
    if (await this.read(place)) return 'taken';
    const cut = place.lastIndexOf('/');
    try {
      const folder = await this.#folder(place.slice(0, Math.max(0, cut)), true);
      const sink = await (await folder.getFileHandle(place.slice(cut + 1), { create: true })).createWritable();
      await blob.stream().pipeTo(sink, signal ? { signal } : {});
      return 'put';
    } catch (error) {
      throw told(error, this.name);
    }
  }
}
