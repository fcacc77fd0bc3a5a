import { toBase64 } from '../evidence/base64.ts';
import type { Attack, AttackedStore } from './attacks.ts';
import { FILES } from './places.ts';
import { PoolFailure } from './pool-failure.ts';
import { type WebDavAccess, WebDavStore } from './webdav-store.ts';

const DATE =
  '<?xml version="1.0"?><propertyupdate xmlns="DAV:"><set><prop><retain-until xmlns="urn:zhengjian">2000-01-01</retain-until></prop></set></propertyupdate>';
const LOCK =
  '<?xml version="1.0"?><lockinfo xmlns="DAV:"><lockscope><exclusive/></lockscope><locktype><write/></locktype></lockinfo>';

/** A WebDAV server attacked with what the protocol has (RFC 4918), under the log-in that the pool itself uses. */
export class AttackedWebDav implements AttackedStore {
  readonly #store: WebDavStore;
  readonly #headers: Record<string, string>;
  readonly #folders: string[] = [];

  constructor(access: WebDavAccess) {
    this.#store = new WebDavStore(access);
    const secret = toBase64(new TextEncoder().encode(`${access.user}:${access.password}`));
    this.#headers = access.user ? { authorization: `Basic ${secret}` } : {};
  }

  async plant(content: string): Promise<string> {
    const folder = `${FILES}/attacked-${crypto.randomUUID()}`;
    const place = `${folder}/${crypto.randomUUID()}`;
    this.#folders.push(folder);
    await this.#store.put(place, new Blob([content]));
    return place;
  }

  async contentOf(place: string): Promise<string | null> {
    return (await (await this.#store.read(place))?.text()) ?? null;
  }

  async #ask(method: string, place: string, headers: Record<string, string> = {}, body?: string): Promise<Response> {
    const asked = fetch(this.#store.address(place), {
      method,
      headers: { ...this.#headers, ...headers },
      ...(body === undefined ? {} : { body }),
      credentials: 'omit',
      cache: 'no-store',
    });
    // An attack that did not arrive was not refused.
    return asked.catch((error) => {
      throw new PoolFailure('error_poolUnreachable', [this.#store.name], { cause: error });
    });
  }

  async clear(): Promise<void> {
    // A file that was moved stands where a folder of that name would.
    for (const folder of this.#folders) for (const place of [`${folder}/`, folder]) await this.#ask('DELETE', place);
  }

  async attempt(attack: Attack, place: string): Promise<boolean> {
    const folder = place.slice(0, place.lastIndexOf('/'));
    const at = (path: string) => this.#store.address(path);
    const elsewhere = `${FILES}/moved-${crypto.randomUUID()}`;
    this.#folders.push(elsewhere);
    const other = () => this.plant('another content');
    const ask = async (): Promise<Response> => {
      switch (attack) {
        case 'delete':
          return this.#ask('DELETE', place);
        case 'overwrite':
          return this.#ask('PUT', place, {}, 'another content');
        case 'empty':
          return this.#ask('PUT', place, {}, '');
        case 'write-inside':
          return this.#ask('PUT', place, { 'content-range': 'bytes 0-3/100' }, 'xxxx');
        case 'rename':
          return this.#ask('MOVE', place, { destination: at(elsewhere), overwrite: 'F' });
        case 'move-over':
          return this.#ask('MOVE', await other(), { destination: at(place), overwrite: 'T' });
        case 'move-over-unasked':
          return this.#ask('MOVE', await other(), { destination: at(place) });
        case 'copy-over':
          return this.#ask('COPY', await other(), { destination: at(place), overwrite: 'T' });
        case 'delete-folder':
          return this.#ask('DELETE', `${folder}/`);
        case 'rename-folder':
          return this.#ask('MOVE', `${folder}/`, { destination: `${at(elsewhere)}/`, overwrite: 'F' });
        case 'change-properties':
          return this.#ask('PROPPATCH', place, { 'content-type': 'application/xml' }, DATE);
        case 'lock-and-overwrite': {
          const locked = await this.#ask('LOCK', place, { 'content-type': 'application/xml', depth: '0' }, LOCK);
          const token = locked.headers.get('lock-token') ?? '<opaquelocktoken:none>';
          const written = await this.#ask('PUT', place, { if: `(${token})` }, 'another content');
          if (locked.ok) await this.#ask('UNLOCK', place, { 'lock-token': token });
          return written;
        }
      }
    };
    const response = await ask();
    // A refused change of a property comes within an answer that is none itself (RFC 4918, 9.2).
    return response.ok && !(response.status === 207 && /\s4\d\d\s/.test(await response.text()));
  }
}
