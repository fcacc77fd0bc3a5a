import type { FailureKey } from '../base/expected-failure.ts';
import { toBase64 } from '../evidence/base64.ts';
import { parseMultistatus } from './multistatus.ts';
import { PoolFailure } from './pool-failure.ts';
import { isUnfinished, type PoolEntry, type PoolStore } from './pool-store.ts';

/** Milliseconds that an answer may take, and beside them the bytes a second that a slow line carries. */
const PATIENCE_MS = 60_000;
const SLOW_LINE = 64 * 1024;
/** How often, and after how many milliseconds more each time, a place is asked for again that another machine is writing (423). */
const MOST_LOCKED = 6;
const LOCKED_MS = 100;

const PROPERTIES =
  '<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><resourcetype/><getcontentlength/></prop></propfind>';

export interface WebDavAccess {
  /** Address of the pool's folder. */
  url: string;
  user: string;
  password: string;
}

/** An address as people read it: servers call the folder 证据, not its escapes. */
function asWritten(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** A WebDAV server (RFC 4918): files are uploaded under a name of their own and moved to their place if that is free. */
export class WebDavStore implements PoolStore {
  readonly name: string;
  readonly #base: string;
  readonly #headers: Record<string, string>;
  /** Folders that are known to be there. */
  readonly #made = new Set<string>();

  constructor({ url, user, password }: WebDavAccess) {
    const bare = new URL(url);
    bare.username = '';
    bare.password = '';
    bare.hash = '';
    this.#base = bare.href.replace(/\/$/, '');
    this.name = asWritten(this.#base);
    const secret = toBase64(new TextEncoder().encode(`${user}:${password}`));
    this.#headers = user || password ? { authorization: `Basic ${secret}` } : {};
  }

  /** Of a place, or of a folder when it ends with `/`; part by part, so that no name leads out of the folder or into a query. */
  address(place: string): string {
    const parts = place.split('/').filter(Boolean).map(encodeURIComponent);
    return [this.#base, ...parts, ...(place.endsWith('/') ? [''] : [])].join('/');
  }

  async #ask(
    method: string,
    address: string,
    {
      headers,
      body,
      signal,
    }: { headers?: Record<string, string>; body?: Blob | string; signal?: AbortSignal | undefined } = {},
  ): Promise<Response> {
    signal?.throwIfAborted();
    const control = new AbortController();
    const patience = PATIENCE_MS + (body instanceof Blob ? (body.size / SLOW_LINE) * 1000 : 0);
    const timer = setTimeout(() => control.abort(new DOMException('no answer', 'TimeoutError')), patience);
    const cancel = () => control.abort(signal?.reason);
    signal?.addEventListener('abort', cancel);
    try {
      return await fetch(address, {
        method,
        headers: { ...this.#headers, ...headers },
        ...(body === undefined ? {} : { body }),
        // A stored log-in of the browser must not answer in place of the one that was given.
        credentials: 'omit',
        cache: 'no-store',
        signal: control.signal,
      });
    } catch (error) {
      signal?.throwIfAborted();
      throw new PoolFailure('error_poolUnreachable', [this.name], { cause: error });
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
    }
  }

  #refuse(status: number, otherwise: FailureKey = 'error_poolRefused'): never {
    if (status === 401 || status === 403) throw new PoolFailure('error_poolDenied', [this.name]);
    if (status === 507 || status === 413) throw new PoolFailure('error_poolFull', [this.name]);
    throw new PoolFailure(otherwise, [this.name, String(status)]);
  }

  async list(folder: string, signal?: AbortSignal): Promise<readonly PoolEntry[]> {
    const address = this.address(`${folder}/`);
    const headers = { depth: '1', 'content-type': 'application/xml' };
    const response = await this.#ask('PROPFIND', address, { headers, body: PROPERTIES, signal });
    if (response.status === 404) return [];
    if (response.status !== 207) this.#refuse(response.status);
    return parseMultistatus(await response.text(), address).filter(({ name }) => !isUnfinished(name));
  }

  async read(place: string, signal?: AbortSignal): Promise<Blob | undefined> {
    const response = await this.#ask('GET', this.address(place), { signal });
    if (response.status === 404) return undefined;
    if (!response.ok) this.#refuse(response.status);
    try {
      return await response.blob();
    } catch (error) {
      signal?.throwIfAborted();
      throw new PoolFailure('error_poolUnreachable', [this.name], { cause: error });
    }
  }

  /** Whether a folder is there, whatever the server says of making it. */
  async #isThere(address: string, signal?: AbortSignal): Promise<boolean> {
    const headers = { depth: '0', 'content-type': 'application/xml' };
    return (await this.#ask('PROPFIND', address, { headers, body: PROPERTIES, signal })).status === 207;
  }

  async #makeFolders(path: string, signal?: AbortSignal): Promise<void> {
    const parts = path.split('/');
    for (let count = 0; count <= parts.length; count += 1) {
      const folder = parts.slice(0, count).join('/');
      if (this.#made.has(folder)) continue;
      const address = this.address(`${folder}/`);
      const { ok, status } = await this.#ask('MKCOL', address, { signal });
      // 405: it is there. Of one that another machine makes in this moment, or that is a share, a server may say anything.
      if (!ok && status !== 405 && !(await this.#isThere(address, signal))) {
        if (count === 0 && status !== 401) throw new PoolFailure('error_poolNoFolder', [this.name]);
        this.#refuse(status);
      }
      this.#made.add(folder);
    }
  }

  async put(place: string, blob: Blob, signal?: AbortSignal): Promise<'put' | 'taken'> {
    return (await this.#isTaken(place, signal)) ? 'taken' : this.putUnseen(place, blob, signal);
  }

  async #isTaken(place: string, signal?: AbortSignal): Promise<boolean> {
    const there = await this.#ask('HEAD', this.address(place), { signal });
    if (!there.ok && there.status !== 404) this.#refuse(there.status);
    return there.ok;
  }

  async putUnseen(place: string, blob: Blob, signal?: AbortSignal): Promise<'put' | 'taken'> {
    const folder = place.slice(0, place.lastIndexOf('/'));
    await this.#makeFolders(folder, signal);
    const part = this.address(`${folder}/${crypto.randomUUID()}.part`);
    const uploaded = await this.#ask('PUT', part, { body: blob, signal });
    // A full disk is 507 to Apache, 500 to nginx, and 405 to rclone.
    if (!uploaded.ok) this.#refuse(uploaded.status, 'error_poolNotWritten');
    // Without the header a server overwrites (RFC 4918, 10.6). 412: the place is taken.
    const headers = { destination: this.address(place), overwrite: 'F' };
    for (let tries = 1; ; tries += 1) {
      const { ok, status } = await this.#ask('MOVE', part, { headers, signal });
      if (ok) return 'put';
      // 423: another machine is moving something there, and may stop before it has.
      const isTaken = status === 412 || (status === 423 && (await this.#isTaken(place, signal)));
      if (status === 423 && !isTaken && tries < MOST_LOCKED) {
        await new Promise((resolve) => setTimeout(resolve, LOCKED_MS * tries));
        continue;
      }
      await this.#ask('DELETE', part);
      return isTaken ? 'taken' : this.#refuse(status);
    }
  }
}
