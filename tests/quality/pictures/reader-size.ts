import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';

/** Bytes that the reader's own files take in the packed extension: networks, runtimes, list of characters, its worker. */
export function readerSize(extension: string): number {
  const files = ['recognition', 'assets'].flatMap((folder) =>
    readdirSync(join(extension, folder))
      .filter((name) => folder === 'recognition' || /^picture-worker/.test(name))
      .map((name) => join(extension, folder, name)),
  );
  return files.reduce((sum, file) => sum + deflateRawSync(readFileSync(file), { level: 9 }).length, 0);
}
