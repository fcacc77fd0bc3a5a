import type { FileEntry } from '@zip.js/zip.js';

/** Length of a local file header before its name (APPNOTE 4.3.7). */
const LOCAL_HEADER = 30;

/** Whether a ZIP holds the bytes of a file as they are. */
export const isStored = ({ compressionMethod, encrypted }: FileEntry): boolean => compressionMethod === 0 && !encrypted;

/** The bytes of a stored file where they lie in the ZIP; undefined when the ZIP ends before them. */
export async function storedBytes(
  zip: Blob,
  { offset, compressedSize }: FileEntry,
  mediaType = '',
): Promise<Blob | undefined> {
  const header = new DataView(await zip.slice(offset, offset + LOCAL_HEADER).arrayBuffer());
  if (header.byteLength < LOCAL_HEADER) return undefined;
  const start = offset + LOCAL_HEADER + header.getUint16(26, true) + header.getUint16(28, true);
  const bytes = zip.slice(start, start + compressedSize, mediaType);
  return bytes.size === compressedSize ? bytes : undefined;
}
