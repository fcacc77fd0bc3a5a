import { BlobReader, BlobWriter, type FileEntry, ZipReader } from '@zip.js/zip.js';
import { StoredZip, surveyBlob } from '../bundle/stored-zip.ts';
import type { BackupTarget } from './backup-target.ts';

/** A back-up as one new file: nothing is there from before, and the file is whole when it was closed. */
export function zipSink(
  sink: WritableStream<Uint8Array>,
  date: Date,
  signal?: AbortSignal,
): BackupTarget & { close(): Promise<void> } {
  const zip = new StoredZip(sink, date, signal);
  return {
    read: async () => undefined,
    write: async (path, blob) => zip.add(path, blob, await surveyBlob(blob, { signal })),
    close: () => zip.close(),
  };
}

/** A back-up that lies in one file; only read. @throws Error when the file is no ZIP */
export async function zipSource(file: Blob): Promise<BackupTarget> {
  const entries = await new ZipReader(new BlobReader(file), { useWebWorkers: false }).getEntries();
  const byName = new Map(
    entries.filter((entry): entry is FileEntry => !entry.directory).map((entry) => [entry.filename, entry]),
  );
  return {
    read: async (path) => byName.get(path)?.getData(new BlobWriter()),
    write: () => Promise.reject(new TypeError('a back-up file is not written into')),
  };
}
