import { heldLocks, holdLock } from '../base/hold-lock.ts';
import { ensureRoomFor } from '../store/disk-reserve.ts';

/** A file that a bundle is streamed into, read back from, and then handed over. */
export interface BundleFile {
  /** Writes from the beginning; what is not closed leaves nothing. */
  sink: () => Promise<WritableStream<Uint8Array>>;
  read: () => Promise<File>;
  /** Gives the checked file to the officer under the name. */
  handOver: (file: File, name: string) => void;
  /** Takes away what was written, after a failure or a cancelled run. */
  discard: () => Promise<void>;
}

/** Bundles above this size go straight to a file that the officer chooses, so that they need no room twice. Bytes. */
const STAGED_UP_TO = 512 * 1024 ** 2;

/**
 * How long a handed-over file stays, in milliseconds: the browser may ask where to save it, and copying gigabytes takes minutes
 * on a slow disk.
 */
const KEPT_MS = 600_000;

const FOLDER = 'bundles';

/** Held for as long as a bundle is written, checked and handed over. */
const lockOf = (file: string) => `zhengjian-bundle-${file}`;

type SavePicker = (options: {
  suggestedName: string;
  types: { description: string; accept: Record<string, string[]> }[];
}) => Promise<FileSystemFileHandle & { remove?: () => Promise<void> }>;

/**
 * Where a bundle of about `size` bytes is written: staged beside the store, checked there and handed over as a download, or
 * when it is large and the browser can, the officer's own file. Must be called in the click that starts the export.
 * @throws StorageFullError
 */
export async function openBundleFile(size: number, name: string): Promise<BundleFile> {
  const picker = (globalThis as { showSaveFilePicker?: SavePicker }).showSaveFilePicker;
  return size > STAGED_UP_TO && picker ? chosenFile(picker, name) : stagedFile(size);
}

async function chosenFile(picker: SavePicker, suggestedName: string): Promise<BundleFile> {
  const handle = await picker({
    suggestedName,
    types: [{ description: 'ZIP', accept: { 'application/zip': ['.zip'] } }],
  });
  return {
    sink: () => handle.createWritable(),
    read: () => handle.getFile(),
    handOver: () => undefined,
    discard: async () => handle.remove?.(),
  };
}

/** A file beside the store. @throws StorageFullError */
export async function stagedFile(size: number): Promise<BundleFile> {
  await ensureRoomFor(size);
  const folder = await stagingFolder();
  const file = `${crypto.randomUUID()}.zip`;
  const release = await holdLock(lockOf(file));
  const handle = await folder.getFileHandle(file, { create: true });
  const discard = () => folder.removeEntry(file).finally(release);
  return {
    sink: () => handle.createWritable(),
    read: () => handle.getFile(),
    handOver(file, name) {
      saveBlob(file, name);
      setTimeout(() => discard().catch(reportError), KEPT_MS);
    },
    discard,
  };
}

// Typed by hand: the iterators of folders are in no floor's types.
type Folder = FileSystemDirectoryHandle & { keys(): AsyncIterable<string> };

const stagingFolder = async () =>
  (await (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true })) as Folder;

/** Removes what runs left whose tab or browser ended before them. */
export async function removeAbandonedBundles(): Promise<void> {
  const folder = await stagingFolder();
  const held = await heldLocks();
  for await (const file of folder.keys()) if (!held.has(lockOf(file))) await folder.removeEntry(file);
}

/** Hands a file over as an ordinary download. The address lives until the browser has surely taken it up. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
