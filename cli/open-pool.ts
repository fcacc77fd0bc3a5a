import { mkdir, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { PoolFailure } from '../utils/pool/pool-failure.ts';
import type { PoolStore } from '../utils/pool/pool-store.ts';
import { WebDavStore } from '../utils/pool/webdav-store.ts';
import { FolderPool } from './folder-pool.ts';

/** The pool at a folder or at a WebDAV address, in which user and password stand. @throws PoolFailure */
export async function openPool(where: string): Promise<PoolStore> {
  if (/^https?:\/\//.test(where)) {
    const { username, password } = new URL(where);
    return new WebDavStore({ url: where, user: decodeURIComponent(username), password: decodeURIComponent(password) });
  }
  const root = resolve(where.replace(/^(?:file|dir):(?:\/\/)?/, ''));
  await mkdir(root, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new PoolFailure('error_poolFolder', [root, error.code ?? error.message], { cause: error });
  });
  if (!(await stat(root)).isDirectory()) throw new PoolFailure('error_poolFolder', [root, 'ENOTDIR']);
  return new FolderPool(root);
}
