import { mkdirSync, openAsBlob, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  BlobReader,
  BlobWriter,
  type FileEntry,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipReader,
  ZipWriter,
} from '@zip.js/zip.js';

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

/** A ZIP of files below one top folder, deflated, as another program packs them. */
export async function packFiles(
  top: string,
  files: Iterable<readonly [name: string, bytes: Uint8Array<ArrayBuffer>]>,
): Promise<Blob> {
  const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false, level: 6 });
  for (const [path, bytes] of files) await writer.add(`${top}/${path}`, new Uint8ArrayReader(bytes));
  return writer.close();
}
