import type { PoolEntry, PoolStore } from './pool-store.ts';

/** A pool in memory, for tests and simulations. */
export class MemoryStore implements PoolStore {
  readonly name = 'memory';
  readonly files = new Map<string, Blob>();

  async list(folder: string): Promise<readonly PoolEntry[]> {
    const entries = new Map<string, PoolEntry>();
    for (const [place, blob] of this.files) {
      if (!place.startsWith(`${folder}/`)) continue;
      const [name = '', ...below] = place.slice(folder.length + 1).split('/');
      entries.set(name, below.length ? { name, kind: 'folder', size: 0 } : { name, kind: 'file', size: blob.size });
    }
    return [...entries.values()];
  }

  async read(place: string): Promise<Blob | undefined> {
    return this.files.get(place);
  }

  async put(place: string, blob: Blob): Promise<'put' | 'taken'> {
    if (this.files.has(place)) return 'taken';
    this.files.set(place, blob);
    return 'put';
  }
}
