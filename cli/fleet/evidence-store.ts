import { createHash, randomUUID } from 'node:crypto';
import { closeSync, createReadStream, existsSync, fsyncSync, openSync } from 'node:fs';
import { copyFile, link, mkdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** The store cannot take a file; the message is the sentence for it. */
export class StoreError extends Error {
  override name = 'StoreError';
}

/** Immutable files named by their content: nothing is ever overwritten. */
export interface EvidenceStore {
  /**
   * Puts a bundle in, reads it back and compares.
   * @returns its place in the store
   * @throws StoreError when the store did not keep what it was given
   */
  put(file: string): Promise<string>;
}

/** Place of a bundle by the SHA-256 of its bytes. */
export const placeOf = (sha256: string) => `bundles/${sha256.slice(0, 2)}/${sha256}.zip`;

export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}

const isFull = (error: unknown) => /ENOSPC|EDQUOT/.test((error as NodeJS.ErrnoException)?.code ?? '');

/** A folder, on this machine or shared. */
class FolderStore implements EvidenceStore {
  private readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  async put(file: string): Promise<string> {
    const sha256 = await sha256OfFile(file);
    const place = placeOf(sha256);
    const target = join(this.root, place);
    const part = join(dirname(target), `.${randomUUID()}.part`);
    try {
      await mkdir(dirname(target), { recursive: true });
      if (!existsSync(target)) {
        await copyFile(file, part);
        const handle = openSync(part, 'r');
        fsyncSync(handle);
        closeSync(handle);
        // A link fails where a name is taken; a rename would put the new file in place of the old.
        await link(part, target).catch((error: NodeJS.ErrnoException) => {
          if (error.code !== 'EEXIST') throw error;
        });
      }
    } catch (error) {
      if (isFull(error)) throw new StoreError(`证据存放处 ${this.root} 的磁盘已满。`);
      throw new StoreError(`写不进证据存放处 ${this.root}：${(error as Error).message}`);
    } finally {
      await rm(part, { force: true });
    }
    if ((await sha256OfFile(target)) !== sha256)
      throw new StoreError(`证据存放处 ${this.root} 读回的内容与写入的不一致：${place}`);
    return place;
  }
}

/** A WebDAV server (RFC 4918); user and password stand in its address. */
class WebDavStore implements EvidenceStore {
  private readonly root: string;
  private readonly headers: Record<string, string>;
  private readonly made = new Set<string>();

  constructor(url: URL) {
    const { username, password } = url;
    this.headers = username
      ? {
          authorization: `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}`,
        }
      : {};
    const bare = new URL(url);
    bare.username = '';
    bare.password = '';
    this.root = bare.href.replace(/\/$/, '');
  }

  private async ask(method: string, path: string, init: RequestInit = {}): Promise<Response> {
    try {
      return await fetch(`${this.root}/${path}`, {
        ...init,
        method,
        headers: { ...this.headers, ...(init.headers as Record<string, string>) },
        signal: AbortSignal.timeout(120_000),
      });
    } catch (error) {
      throw new StoreError(`连不上证据存放处 ${this.root}：${(error as Error).message}`);
    }
  }

  private refuse(doing: string, status: number): never {
    if (status === 401 || status === 403) throw new StoreError(`证据存放处 ${this.root} 的用户名或密码不对。`);
    if (status === 507 || status === 413) throw new StoreError(`证据存放处 ${this.root} 的空间已满。`);
    throw new StoreError(`证据存放处 ${this.root} ${doing}失败（HTTP ${status}）。`);
  }

  private async makeFolder(path: string): Promise<void> {
    if (this.made.has(path)) return;
    const { status } = await this.ask('MKCOL', `${path}/`);
    // 405: it is there.
    if (![200, 201, 204, 301, 405].includes(status)) this.refuse('建目录', status);
    this.made.add(path);
  }

  private async sha256At(path: string): Promise<string | null> {
    const response = await this.ask('GET', path);
    if (response.status === 404) return null;
    if (!response.ok) this.refuse('读回', response.status);
    return createHash('sha256')
      .update(Buffer.from(await response.arrayBuffer()))
      .digest('hex');
  }

  async put(file: string): Promise<string> {
    const bytes = await readFile(file);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const place = placeOf(sha256);
    await this.makeFolder('bundles');
    await this.makeFolder(dirname(place));
    const part = `${dirname(place)}/${randomUUID()}.part`;
    const put = await this.ask('PUT', part, { body: bytes });
    if (!put.ok) this.refuse('写入', put.status);
    if ((await this.sha256At(part)) !== sha256)
      throw new StoreError(`证据存放处 ${this.root} 读回的内容与写入的不一致：${part}`);
    // Without the header a server overwrites (RFC 4918, 10.6). 412: another worker published the same bytes.
    const moved = await this.ask('MOVE', part, {
      headers: { destination: `${this.root}/${place}`, overwrite: 'F' },
    });
    if (moved.status === 412) await this.ask('DELETE', part);
    else if (!moved.ok) this.refuse('发布', moved.status);
    if ((await this.sha256At(place)) !== sha256)
      throw new StoreError(`证据存放处 ${this.root} 读回的内容与写入的不一致：${place}`);
    return place;
  }
}

/** The store at a folder or a WebDAV address. @throws StoreError */
export async function openStore(where: string): Promise<EvidenceStore> {
  if (/^https?:\/\//.test(where)) return new WebDavStore(new URL(where));
  const root = resolve(where.replace(/^(?:file|dir):(?:\/\/)?/, ''));
  await mkdir(root, { recursive: true }).catch((error: Error) => {
    throw new StoreError(`不能建立证据存放处 ${root}：${error.message}`);
  });
  if (!(await stat(root)).isDirectory()) throw new StoreError(`证据存放处 ${root} 不是目录。`);
  return new FolderStore(root);
}
