import type { FileEntry } from '@zip.js/zip.js';
import { StoredZip } from './stored-zip.ts';

/** Length of a local file header before its name (APPNOTE 4.3.7). */
const LOCAL_HEADER = 30;

/**
 * Whether a ZIP is, byte for byte, what {@link StoredZip} writes for its own entries. Digests cover the files in a ZIP but not
 * the ZIP around them; writing it again from its list and comparing covers the rest, so that no byte of a bundle can change
 * unnoticed. `foreign`: somebody packed the bag anew, which is allowed and leaves this question open.
 */
export async function compareContainer(
  zip: Blob,
  entries: readonly FileEntry[],
  signal?: AbortSignal,
): Promise<'same' | 'altered' | 'foreign'> {
  if (!entries.length || entries.some((entry) => entry.compressionMethod !== 0 || entry.encrypted)) return 'foreign';
  const mismatches: number[] = [];
  let position = 0;
  const sink = new WritableStream<Uint8Array>({
    async write(chunk) {
      const original = new Uint8Array(await zip.slice(position, position + chunk.length).arrayBuffer());
      if (original.length !== chunk.length || chunk.some((byte, index) => byte !== original[index])) {
        mismatches.push(position);
      }
      position += chunk.length;
    },
  });
  try {
    const writer = new StoredZip(sink, entries[0]!.rawLastModDate as number, signal);
    for (const entry of entries) await writer.add(entry.filename, await storedBytes(zip, entry), factsOf(entry));
    await writer.close();
  } catch {
    // A list of files that our writer refuses (a name twice, bytes that are not there) is not one that it wrote.
    signal?.throwIfAborted();
    return 'altered';
  }
  if (!mismatches.length && position === zip.size) return 'same';
  return mismatches.length > entries.length ? 'foreign' : 'altered';
}

const factsOf = ({ uncompressedSize, crc32 = 0 }: FileEntry) => ({ size: uncompressedSize, crc32 });

/** The bytes of a stored entry where they lie in the ZIP. */
async function storedBytes(zip: Blob, { offset, compressedSize }: FileEntry): Promise<Blob> {
  const header = new DataView(await zip.slice(offset, offset + LOCAL_HEADER).arrayBuffer());
  const start = offset + LOCAL_HEADER + header.getUint16(26, true) + header.getUint16(28, true);
  const bytes = zip.slice(start, start + compressedSize);
  if (bytes.size !== compressedSize) throw new RangeError('the entry reaches beyond the end of the file');
  return bytes;
}
