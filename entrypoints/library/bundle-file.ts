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

/** How long a handed-over file stays for the browser to copy it, in milliseconds. */
const KEPT_MS = 60_000;

const FOLDER = 'bundles';

type SavePicker = (options: {
  suggestedName: string;
  types: { description: string; accept: Record<string, string[]> }[];
}) => Promise<FileSystemFileHandle & { remove?: () => Promise<void> }>;

/**
 * Where a bundle of about `size` bytes is written: staged beside the store, checked there and handed over as a download, or
 * when it is large and the browser can, the officer's own file. Must be called in the click that starts the export.
 */
export async function openBundleFile(size: number, name: string): Promise<BundleFile> {
  const picker = (globalThis as { showSaveFilePicker?: SavePicker }).showSaveFilePicker;
  return size > STAGED_UP_TO && picker ? chosenFile(picker, name) : stagedFile();
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

async function stagedFile(): Promise<BundleFile> {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });
  await removeLeftOvers(folder);
  const handle = await folder.getFileHandle(`${crypto.randomUUID()}.zip`, { create: true });
  const discard = () => folder.removeEntry(handle.name);
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

/** What an earlier run left when its tab was closed; a run of another tab is younger than an hour. */
async function removeLeftOvers(folder: FileSystemDirectoryHandle): Promise<void> {
  for await (const handle of folder.values()) {
    if (handle.kind !== 'file') continue;
    const { lastModified } = await handle.getFile();
    if (Date.now() - lastModified > 3_600_000) await folder.removeEntry(handle.name);
  }
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
