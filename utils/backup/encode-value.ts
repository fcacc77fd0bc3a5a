import { fromBase64, toBase64 } from '../evidence/base64.ts';

/** A file that a record holds: it lies beside the records under its own digest. */
export interface BlobReference {
  sha256: string;
  size: number;
  type: string;
}

/** Member that marks what JSON cannot hold; a record's own member of this name is wrapped. */
const TAG = '$zj';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * Writes a structured value as JSON: blobs become references, bytes base64, dates ISO 8601.
 * @param onBlob called for each blob, in order; answers its reference
 * @throws TypeError for what cannot be carried to another machine, a key that cannot be exported
 */
export async function encodeValue(value: unknown, onBlob: (blob: Blob) => Promise<BlobReference>): Promise<Json> {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : { [TAG]: 'number', text: String(value) };
  if (value instanceof Blob) return { [TAG]: 'blob', ...(await onBlob(value)) };
  if (value instanceof Uint8Array) return { [TAG]: 'bytes', base64: toBase64(value) };
  if (value instanceof ArrayBuffer) return { [TAG]: 'buffer', base64: toBase64(new Uint8Array(value)) };
  if (value instanceof Date) return { [TAG]: 'date', iso: value.toISOString() };
  if (Array.isArray(value)) {
    const list: Json[] = [];
    for (const each of value) list.push(each === undefined ? { [TAG]: 'undefined' } : await encodeValue(each, onBlob));
    return list;
  }
  if (typeof value !== 'object' || !isPlain(value)) throw new TypeError(`cannot be backed up: ${describe(value)}`);
  const members: { [key: string]: Json } = {};
  for (const [key, member] of Object.entries(value))
    if (member !== undefined) members[key] = await encodeValue(member, onBlob);
  return TAG in members ? { [TAG]: 'object', members } : members;
}

/**
 * Reads it back.
 * @param blobOf the blob of a reference
 * @throws SyntaxError for a tag that this version does not know
 */
export async function decodeValue(json: Json, blobOf: (reference: BlobReference) => Promise<Blob>): Promise<unknown> {
  if (json === null || typeof json !== 'object') return json;
  if (Array.isArray(json)) return Promise.all(json.map((each) => decodeValue(each, blobOf)));
  if (!(TAG in json)) return decodeMembers(json, blobOf);
  switch (json[TAG]) {
    case 'blob':
      return blobOf({ sha256: String(json.sha256), size: Number(json.size), type: String(json.type) });
    case 'bytes':
      return fromBase64(String(json.base64));
    case 'buffer':
      return fromBase64(String(json.base64)).buffer;
    case 'date':
      return new Date(String(json.iso));
    case 'number':
      return Number(json.text);
    case 'undefined':
      return undefined;
    case 'object':
      return decodeMembers(json.members as { [key: string]: Json }, blobOf);
    default:
      throw new SyntaxError(`unknown kind of value: ${String(json[TAG])}`);
  }
}

async function decodeMembers(json: { [key: string]: Json }, blobOf: (reference: BlobReference) => Promise<Blob>) {
  const members: [string, unknown][] = [];
  for (const [key, member] of Object.entries(json)) members.push([key, await decodeValue(member, blobOf)]);
  return Object.fromEntries(members);
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}

const describe = (value: unknown) => (typeof value === 'object' ? value?.constructor?.name : typeof value);
