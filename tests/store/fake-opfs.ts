import { vi } from 'vitest';

/** One folder of private files in memory, as far as the store uses them. */
export class FakeFolder {
  readonly kind = 'directory';
  readonly name: string;
  readonly entries = new Map<string, FakeFolder | FakeFile>();
  constructor(name: string) {
    this.name = name;
  }
  async getDirectoryHandle(name: string, { create = false } = {}): Promise<FakeFolder> {
    return this.entry(name, create, () => new FakeFolder(name)) as FakeFolder;
  }
  async getFileHandle(name: string, { create = false } = {}): Promise<FakeFile> {
    return this.entry(name, create, () => new FakeFile(name)) as FakeFile;
  }
  async removeEntry(name: string): Promise<void> {
    if (!this.entries.delete(name)) throw new DOMException(name, 'NotFoundError');
  }
  async *values() {
    yield* [...this.entries.values()];
  }
  private entry(name: string, create: boolean, make: () => FakeFolder | FakeFile) {
    const found = this.entries.get(name) ?? (create ? make() : undefined);
    if (!found) throw new DOMException(name, 'NotFoundError');
    this.entries.set(name, found);
    return found;
  }
}

/** What is written shows once the stream is closed, as in a browser; until then the file is empty. */
export class FakeFile {
  readonly kind = 'file';
  readonly name: string;
  content = new Blob([]);
  constructor(name: string) {
    this.name = name;
  }
  async getFile(): Promise<File> {
    return new File([this.content], this.name, { lastModified: Date.parse('2026-11-23T02:00:00Z') });
  }
  async createWritable() {
    const parts: BlobPart[] = [];
    const write = async (part: BlobPart) => void parts.push(part);
    const close = async () => {
      this.content = new Blob(parts);
    };
    return Object.assign(new WritableStream({ write, close }), { write, close });
  }
}

/** Puts empty private files and a list of held locks in the place of the browser's. */
export function installOpfs(): { root: FakeFolder; held: { name: string }[] } {
  const root = new FakeFolder('');
  const held: { name: string }[] = [];
  vi.stubGlobal('navigator', {
    storage: {
      getDirectory: async () => root,
      estimate: async () => ({ usage: 0, quota: Number.MAX_SAFE_INTEGER }),
    },
    locks: {
      query: async () => ({ held }),
      request: (_name: string, ...rest: unknown[]) => (rest.at(-1) as (lock: object) => Promise<unknown>)({}),
    },
  });
  return { root, held };
}
