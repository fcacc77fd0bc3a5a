import { ExpectedFailure } from '../base/expected-failure.ts';
import { AttackedWebDav } from '../pool/attack-webdav.ts';
import { FolderStore } from '../pool/folder-store.ts';
import type { PoolStore } from '../pool/pool-store.ts';
import { WebDavStore } from '../pool/webdav-store.ts';
import { openDatabase, transact } from './database.ts';
import type { KeptBlob } from './evidence-database.ts';
import { inPlace } from './kept-place.ts';
import { notify } from './notices.ts';
import { keepUnderLock, keptBlob, openKept, requireLockOf } from './store-key.ts';

/** Where the pool lies: a folder that was chosen, or a WebDAV address with whose log-in. */
export type PoolAccess =
  | { kind: 'folder'; folder: FileSystemDirectoryHandle }
  | { kind: 'webdav'; url: string; user: string };

/** The kept password fits no key of the store any more, or was never given. */
export class PoolPasswordError extends ExpectedFailure {
  override name = 'PoolPasswordError';
  constructor() {
    super('error_poolPassword');
  }
}

/** The browser has to ask the officer again whether the folder may be read and written. */
export class PoolFolderAskError extends ExpectedFailure {
  override name = 'PoolFolderAskError';
  constructor(name: string) {
    super('error_poolFolderAsk', [name]);
  }
}

const ACCESS: [string, string] = ['access', 'pool'];
export const SECRET: [string, string] = ['secret', 'pool'];
/** What the password is bound to under the passphrase. */
export const SECRET_PLACE = 'pool/password';

export async function readPoolAccess(): Promise<PoolAccess | null> {
  return ((await (await openDatabase()).get('pool', ACCESS)) as PoolAccess | undefined) ?? null;
}

/** Keeps where the pool lies; the password is encrypted like every file while there is a passphrase. */
export async function keepPoolAccess(access: PoolAccess, password?: string): Promise<void> {
  await keepUnderLock(async () => {
    const secret = password === undefined ? undefined : await keptBlob(new Blob([password]), SECRET_PLACE);
    await transact(['pool', 'lock'], async (transaction) => {
      if (secret) await requireLockOf(transaction, [secret]);
      const store = transaction.objectStore('pool');
      await store.put(access, ACCESS);
      if (secret) await store.put(secret, SECRET);
    });
  });
  notify({ kind: 'pool', key: '' });
}

/** Forgets where the pool lies; what came from it stays. */
export async function forgetPoolAccess(): Promise<void> {
  await transact(['pool'], async (transaction) => {
    await transaction.objectStore('pool').delete(ACCESS);
    await transaction.objectStore('pool').delete(SECRET);
  });
  notify({ kind: 'pool', key: '' });
}

/** @throws StoreLockedError, PoolPasswordError */
async function password(): Promise<string> {
  const kept = (await (await openDatabase()).get('pool', SECRET)) as KeptBlob | undefined;
  if (!kept) return '';
  try {
    return await (await openKept(inPlace(kept, (place) => place === SECRET_PLACE))).text();
  } catch (error) {
    if (error instanceof DOMException) throw new PoolPasswordError();
    throw error;
  }
}

/** The pool on a server as one of its own machines could attack it. @throws StoreLockedError, PoolPasswordError */
export const openAttackedPool = async (access: Extract<PoolAccess, { kind: 'webdav' }>): Promise<AttackedWebDav> =>
  new AttackedWebDav({ ...access, password: await password() });

type Asking = FileSystemDirectoryHandle & {
  queryPermission?(mode: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(mode: { mode: 'readwrite' }): Promise<PermissionState>;
};

/**
 * Opens the pool.
 * @param ask whether the browser may ask the officer about the folder: only in a click
 * @throws PoolFolderAskError, StoreLockedError, PoolPasswordError
 */
export async function openPoolStore(access: PoolAccess, ask: boolean): Promise<PoolStore> {
  if (access.kind === 'webdav') return new WebDavStore({ ...access, password: await password() });
  const folder = access.folder as Asking;
  const mode = { mode: 'readwrite' } as const;
  let state = (await folder.queryPermission?.(mode)) ?? 'granted';
  if (state !== 'granted' && ask) state = (await folder.requestPermission?.(mode)) ?? 'granted';
  if (state !== 'granted') throw new PoolFolderAskError(folder.name);
  return new FolderStore(folder);
}
