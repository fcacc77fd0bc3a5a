import { mkdirSync, openAsBlob, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BlobReader, type FileEntry, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';

/** Files of a ZIP, name and bytes, in their order. */
export async function zipFiles(zip: Blob): Promise<[string, Uint8Array<ArrayBuffer>][]> {
  const entries = await new ZipReader(new BlobReader(zip), { useWebWorkers: false }).getEntries();
  const files = entries.filter((entry): entry is FileEntry => !entry.directory);
  return Promise.all(
    files.map(async (entry) => [
      entry.filename,
      (await entry.getData(new Uint8ArrayWriter())) as Uint8Array<ArrayBuffer>,
    ]),
  );
}

/** Unpacks a ZIP below `folder` and gives the path of its one top folder. */
export async function unpack(path: string, folder: string): Promise<string> {
  const files = await zipFiles(await openAsBlob(path));
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return join(folder, files[0]![0].split('/')[0]!);
}
