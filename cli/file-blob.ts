import { type FileHandle, open, stat } from 'node:fs/promises';
import { LazyBlob } from '../utils/evidence/lazy-blob.ts';

/**
 * A file as a blob that is read piece by piece. Node's own `openAsBlob` (up to at least 22.23) counts sizes in 32 bits, and
 * bundles with a recording pass 4 GiB.
 */
export async function openFileBlob(path: string): Promise<Blob> {
  return new LazyBlob((start, end) => readRange(path, start, end), { end: (await stat(path)).size });
}

async function readRange(path: string, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  const file: FileHandle = await open(path);
  try {
    const bytes = new Uint8Array(end - start);
    for (let filled = 0; filled < bytes.length; ) {
      const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, start + filled);
      if (bytesRead === 0) throw new Error(`${path} became shorter while it was read`);
      filled += bytesRead;
    }
    return bytes;
  } finally {
    await file.close();
  }
}
