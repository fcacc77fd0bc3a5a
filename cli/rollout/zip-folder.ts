import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';

/** A folder as a ZIP, files in order and without their times, so that the same build gives the same bytes. */
export async function zipFolder(folder: string): Promise<Uint8Array> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), {
    lastModDate: new Date('2020-01-01T00:00:00Z'),
    extendedTimestamp: false,
  });
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files)
    await zip.add(relative(folder, file).split(sep).join('/'), new Uint8ArrayReader(readFileSync(file)));
  return zip.close();
}
