import type { PoolEntry, PoolStore } from './pool-store.ts';

const folderOf = (place: string) => place.slice(0, Math.max(0, place.lastIndexOf('/')));

/** A pool in memory, for tests and simulations. */
export class MemoryStore implements PoolStore {
  readonly name = 'memory';
  readonly files = new Map<string, Blob>();
  /** What lies in each folder, by its name. */
  readonly #folders = new Map<string, Map<string, PoolEntry>>();

  #enter(path: string, entry: Pick<PoolEntry, 'kind' | 'size'>): void {
    if (path === '') return;
    const folder = folderOf(path);
    const name = path.slice(path.lastIndexOf('/') + 1);
    let entries = this.#folders.get(folder);
    if (!entries) {
      entries = new Map();
      this.#folders.set(folder, entries);
      this.#enter(folder, { kind: 'folder', size: 0 });
    }
    entries.set(name, { name, ...entry });
  }

  async list(folder: string): Promise<readonly PoolEntry[]> {
    return [...(this.#folders.get(folder)?.values() ?? [])];
  }

  async read(place: string): Promise<Blob | undefined> {
    return this.files.get(place);
  }

  async put(place: string, blob: Blob): Promise<'put' | 'taken'> {
    if (this.files.has(place)) return 'taken';
    this.replace(place, blob);
    return 'put';
  }

  /** What an intruder may do to a real store. */
  replace(place: string, blob: Blob): void {
    this.files.set(place, blob);
    this.#enter(place, { kind: 'file', size: blob.size });
  }

  /** The same. */
  remove(place: string): void {
    this.files.delete(place);
    this.#folders.get(folderOf(place))?.delete(place.slice(place.lastIndexOf('/') + 1));
  }
}
