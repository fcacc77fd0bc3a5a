import { createSha256 } from '../evidence/digest.ts';
import { appendWithin } from './custody-store.ts';
import { openDatabase, transact } from './database.ts';
import { notify } from './notices.ts';
import { keepKeyAtHand, keptBlob, openKept } from './store-key.ts';

export interface ConvertOptions {
  signal?: AbortSignal;
  onProgress?(done: number, total: number): void;
}

/** Files that are not yet kept as the lock asks: plain ones under a lock. */
export async function plainFiles(): Promise<number> {
  return (await filesWhere((encrypted) => !encrypted)).length;
}

async function filesWhere(wanted: (encrypted: boolean) => boolean): Promise<[string, string][]> {
  const keys: [string, string][] = [];
  const { store } = (await openDatabase()).transaction('artefacts');
  for await (const { value } of store) if (wanted(value.nonce !== undefined)) keys.push([value.itemId, value.name]);
  return keys;
}

/** Each file on its own, so that a break leaves every file whole in one form or the other. */
async function convert(keys: readonly [string, string][], encrypt: boolean, options: ConvertOptions): Promise<void> {
  const { signal, onProgress } = options;
  for (const [index, key] of keys.entries()) {
    signal?.throwIfAborted();
    const row = await (await openDatabase()).get('artefacts', key);
    if (row && (row.nonce === undefined) === encrypt) {
      const { itemId, name } = row;
      const plain = await openKept(row, signal);
      const kept = encrypt ? await keptBlob(plain, signal) : { blob: plain };
      await transact(['artefacts'], async (transaction) => {
        const files = transaction.objectStore('artefacts');
        // The item may have been deleted meanwhile.
        if (await files.count(key)) await files.put({ itemId, name, ...kept });
      });
    }
    onProgress?.(index + 1, keys.length);
  }
}

/** Encrypts the files that were kept before the passphrase was set. Can be broken off and begun again. */
export async function encryptStore(options: ConvertOptions = {}): Promise<void> {
  try {
    await convert(await filesWhere((encrypted) => !encrypted), true, options);
  } finally {
    notify({ kind: 'lock', key: 'store' });
  }
}

/**
 * Decrypts everything and takes the lock away. A capture under way keeps the lock until it has ended: its files are encrypted.
 * @returns whether the lock is gone
 */
export async function decryptStore(person: string, options: ConvertOptions = {}): Promise<boolean> {
  await convert(await filesWhere((encrypted) => encrypted), false, options);
  const sha256 = await createSha256();
  const gone = await transact(['artefacts', 'staged', 'lock', 'custody'], async (transaction) => {
    for (const name of ['artefacts', 'staged'] as const)
      for await (const { value } of transaction.objectStore(name)) if (value.nonce) return false;
    await transaction.objectStore('lock').delete('store');
    const entry = { act: 'noted', person, detail: '取消库口令，证据文件改为不加密存放' } as const;
    await appendWithin(transaction.objectStore('custody'), entry, sha256);
    return true;
  });
  if (gone) await keepKeyAtHand(null);
  notify({ kind: 'lock', key: 'store' });
  return gone;
}
