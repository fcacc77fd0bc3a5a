import { ExpectedFailure } from '../base/expected-failure.ts';
import { decryptBlob, encryptBlob } from '../evidence/blob-cipher.ts';
import { unlessLost } from './intact-blob.ts';
import { keepOpen, StoreLockedError, storeKey, storeKeys } from './store-key.ts';

/**
 * The parts of a recording, each a file of its own: what is closed survives the death of the recorder. Under a passphrase a
 * part is encrypted like a file of the store, behind its nonce, and bound to its recording and its place there.
 */
const PLAIN = /^part-(\d{6})$/;
const ENCRYPTED = /^part-(\d{6})\.aes$/;
const NONCE = 8;

const plainName = (number: number) => `part-${String(number).padStart(6, '0')}`;
const encryptedName = (number: number) => `${plainName(number)}.aes`;

/** A part of a recording that is not sealed yet was changed or lost. */
export class DamagedRecordingError extends ExpectedFailure {
  override name = 'DamagedRecordingError';
  constructor() {
    super('error_recordingDamaged');
  }
}

/** One part as it lies there. */
export interface RecordingPart {
  /** Place in the recording, from 1. */
  number: number;
  encrypted: boolean;
  file: File;
}

// Typed by hand: the iterators of folders are in no floor's types.
export type Folder = FileSystemDirectoryHandle & { values(): AsyncIterable<FileSystemHandle> };

export async function writeFile(folder: FileSystemDirectoryHandle, name: string, content: Blob | string) {
  const file = await folder.getFileHandle(name, { create: true });
  const stream = await file.createWritable();
  await stream.write(content);
  await stream.close();
}

/** The parts in their order. A file that was never closed is empty and no part. */
export async function partsOf(folder: Folder): Promise<RecordingPart[]> {
  const parts: RecordingPart[] = [];
  for await (const handle of folder.values()) {
    const [, plain] = PLAIN.exec(handle.name) ?? [];
    const number = plain ?? ENCRYPTED.exec(handle.name)?.[1];
    if (handle.kind !== 'file' || number === undefined) continue;
    const file = await (handle as FileSystemFileHandle).getFile();
    if (file.size > 0) parts.push({ number: Number(number), encrypted: plain === undefined, file });
  }
  return parts.sort((a, b) => a.number - b.number || Number(a.encrypted) - Number(b.encrypted));
}

const contextOf = (folder: Folder, number: number) => new TextEncoder().encode(`${folder.name}/${number}`);

async function encrypted(folder: Folder, number: number, part: Blob, key: CryptoKey): Promise<Blob> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
  const { blob } = await encryptBlob(part, key, nonce, { context: contextOf(folder, number) });
  return new Blob([nonce, blob]);
}

/**
 * The bytes of a part.
 * @throws StoreLockedError; DOMException when it was changed, moved or lost
 */
export async function openPart(folder: Folder, { number, encrypted, file }: RecordingPart): Promise<Blob> {
  if (!encrypted) return file;
  const nonce = new Uint8Array(await file.slice(0, NONCE).arrayBuffer());
  // A part does not say which key it is under: the passphrase may have been changed since.
  for (const key of await storeKeys()) {
    const context = contextOf(folder, number);
    const plain = await unlessLost(() => decryptBlob({ blob: file.slice(NONCE), nonce }, key, { context }));
    if (plain) return plain;
  }
  throw new DOMException('an encrypted part that no key opens', 'OperationError');
}

/**
 * Makes the function that writes the parts of one recording. It holds the key: when the library is locked in the midst of a
 * recording, the rest is still encrypted and nothing is lost.
 * @throws StoreLockedError when the library is locked already
 */
export async function partWriter(folder: Folder): Promise<(number: number, part: Blob) => Promise<void>> {
  let held = await storeKey();
  return async (number, part) => {
    try {
      held = await storeKey();
      if (held) await keepOpen();
    } catch (error) {
      if (!(error instanceof StoreLockedError) || !held) throw error;
    }
    if (held) await writeFile(folder, encryptedName(number), await encrypted(folder, number, part, held));
    else await writeFile(folder, plainName(number), part);
  };
}

/**
 * Writes a part in the other form, then removes it in this one; broken off between, the part is there in both.
 * @throws DamagedRecordingError, StoreLockedError
 */
export async function turnPart(folder: Folder, part: RecordingPart): Promise<void> {
  const { number } = part;
  if (part.encrypted) {
    const plain = await unlessLost(() => openPart(folder, part));
    if (!plain) throw new DamagedRecordingError();
    await writeFile(folder, plainName(number), plain);
  } else {
    const key = await storeKey();
    if (!key) return;
    await writeFile(folder, encryptedName(number), await encrypted(folder, number, part.file, key));
  }
  await folder.removeEntry(part.file.name);
}
