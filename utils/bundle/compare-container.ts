import type { FileEntry } from '@zip.js/zip.js';
import { isStored, storedBytes } from './stored-bytes.ts';
import { type OnBytes, StoredZip } from './stored-zip.ts';

/**
 * Whether a ZIP is, byte for byte, what {@link StoredZip} writes for its own entries. Digests cover the files in a ZIP but not
 * the ZIP around them; writing it again from its list and comparing covers the rest, so that no byte of a bundle can change
 * unnoticed. `foreign`: somebody packed the bag anew, which is allowed and leaves this question open.
 */
export async function compareContainer(
  zip: Blob,
  entries: readonly FileEntry[],
  { signal, onBytes }: { signal?: AbortSignal | undefined; onBytes?: OnBytes | undefined } = {},
): Promise<'same' | 'altered' | 'foreign'> {
  if (!entries.length || !entries.every(isStored)) return 'foreign';
  const mismatches: number[] = [];
  let position = 0;
  const sink = new WritableStream<Uint8Array>({
    async write(chunk) {
      const original = new Uint8Array(await zip.slice(position, position + chunk.length).arrayBuffer());
      if (original.length !== chunk.length || chunk.some((byte, index) => byte !== original[index])) {
        mismatches.push(position);
      }
      position += chunk.length;
      onBytes?.(chunk.length);
    },
  });
  try {
    const writer = new StoredZip(sink, entries[0]!.rawLastModDate as number, signal);
    for (const entry of entries) {
      const bytes = await storedBytes(zip, entry);
      if (!bytes) return 'altered';
      await writer.add(entry.filename, bytes, factsOf(entry));
    }
    await writer.close();
  } catch {
    // A list of files that our writer refuses (a name twice) is not one that it wrote.
    signal?.throwIfAborted();
    return 'altered';
  }
  if (!mismatches.length && position === zip.size) return 'same';
  return mismatches.length > entries.length ? 'foreign' : 'altered';
}

const factsOf = ({ uncompressedSize, crc32 = 0 }: FileEntry) => ({ size: uncompressedSize, crc32 });
