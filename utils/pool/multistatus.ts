import type { PoolEntry } from './pool-store.ts';

// Servers choose their own prefixes. A name may be long, hence the bounds: they keep the patterns linear.
const RESPONSE_END = /<\/(?:[\w.-]{1,32}:)?response\s{0,8}>/i;
const HREF = /<(?:[\w.-]{1,32}:)?href[^<>]{0,256}>\s{0,64}([^<]{1,4096})</i;
const COLLECTION = /<(?:[\w.-]{1,32}:)?collection[\s/>]/i;
const LENGTH = /<(?:[\w.-]{1,32}:)?getcontentlength[^<>]{0,256}>\s{0,64}(\d{1,16})/i;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function pathOf(href: string, base: string): string | null {
  try {
    return decodeURIComponent(new URL(unescaped(href.trim()), base).pathname).replace(/\/$/, '');
  } catch (error) {
    // An address that is none, of a server that writes nonsense: no file of the pool.
    if (error instanceof TypeError || error instanceof URIError) return null;
    throw error;
  }
}

/**
 * What lies directly in a folder by the answer of a WebDAV server to PROPFIND (RFC 4918, 9.1). Read as text: a service worker
 * and Node have no parser of XML.
 */
export function parseMultistatus(text: string, folder: string): PoolEntry[] {
  const own = pathOf(folder, folder);
  const entries: PoolEntry[] = [];
  for (const response of text.split(RESPONSE_END)) {
    const [, href] = HREF.exec(response) ?? [];
    const path = href === undefined ? null : pathOf(href, folder);
    if (path === null || own === null || !path.startsWith(`${own}/`)) continue;
    const name = path.slice(own.length + 1);
    if (name === '' || name.includes('/')) continue;
    const isFolder = COLLECTION.test(response);
    entries.push({
      name,
      kind: isFolder ? 'folder' : 'file',
      size: isFolder ? 0 : Number(LENGTH.exec(response)?.[1] ?? 0),
    });
  }
  return entries;
}
