import { randomUUID } from 'node:crypto';
import { closeSync, createWriteStream, fsyncSync, openSync } from 'node:fs';
import { link, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { PoolFailure } from '../utils/pool/pool-failure.ts';
import { isUnfinished, type PoolEntry, type PoolStore } from '../utils/pool/pool-store.ts';
import { openFileBlob } from './file-blob.ts';

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException)?.code ?? '';
const isMissing = (error: unknown) => /ENOENT|ENOTDIR/.test(codeOf(error));

/** A pool in a folder of this machine or of a share, as Node sees it. */
export class FolderPool implements PoolStore {
  readonly name: string;

  constructor(root: string) {
    this.name = root;
  }

  async list(folder: string): Promise<readonly PoolEntry[]> {
    try {
      const entries = await readdir(join(this.name, folder), { withFileTypes: true });
      const listed = entries.filter(({ name }) => !isUnfinished(name));
      return await Promise.all(
        listed.map(async (entry): Promise<PoolEntry> => {
          const { name } = entry;
          if (!entry.isFile()) return { name, kind: 'folder', size: 0 };
          return { name, kind: 'file', size: (await stat(join(this.name, folder, name))).size };
        }),
      );
    } catch (error) {
      if (isMissing(error)) return [];
      throw this.#told(error);
    }
  }

  async read(place: string): Promise<Blob | undefined> {
    try {
      return await openFileBlob(join(this.name, place));
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw this.#told(error);
    }
  }

  async put(place: string, blob: Blob): Promise<'put' | 'taken'> {
    const target = join(this.name, place);
    const part = join(dirname(target), `.${randomUUID()}.part`);
    try {
      await mkdir(dirname(target), { recursive: true });
      await pipeline(Readable.fromWeb(blob.stream() as ReadableStream), createWriteStream(part));
      const handle = openSync(part, 'r');
      fsyncSync(handle);
      closeSync(handle);
      return await this.#publish(part, target);
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return 'taken';
      throw this.#told(error);
    } finally {
      await rm(part, { force: true });
    }
  }

  async #publish(part: string, target: string): Promise<'put' | 'taken'> {
    try {
      // A link fails where a name is taken; a rename would put the new file in place of the old.
      await link(part, target);
      return 'put';
    } catch (error) {
      if (!/EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS|EMLINK/.test(codeOf(error))) throw error;
      // Shares and sticks without links. Who comes between the look and the rename brings the same bytes: names are digests.
      if (await stat(target).catch(() => null)) return 'taken';
      await rename(part, target);
      return 'put';
    }
  }

  #told(error: unknown): unknown {
    if (/ENOSPC|EDQUOT/.test(codeOf(error))) return new PoolFailure('error_poolFull', [this.name], { cause: error });
    if (/EACCES|EPERM|EROFS/.test(codeOf(error)))
      return new PoolFailure('error_poolFolderDenied', [this.name], { cause: error });
    if (codeOf(error)) return new PoolFailure('error_poolFolder', [this.name, codeOf(error)], { cause: error });
    return error;
  }
}
