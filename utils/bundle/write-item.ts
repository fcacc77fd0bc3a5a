import { ExpectedFailure } from '../base/expected-failure.ts';
import { addendumBytes } from '../evidence/addendum.ts';
import { fromBase64 } from '../evidence/base64.ts';
import { canonicalBytes } from '../evidence/canonical-json.ts';
import type { Digests, EvidenceItem } from '../evidence/record.ts';
import type { StampExchange } from '../evidence/request-stamp.ts';
import type { BundledAddendum, BundleRequest } from './bundle-request.ts';
import type { DamagedPart } from './damaged-parts.ts';
import * as layout from './layout.ts';
import { toPem } from './pem.ts';
import type { OnBytes } from './stored-zip.ts';

/** Stored bytes differ from the sealed record, and the item was not known to be damaged. */
export class BundleMismatchError extends ExpectedFailure {
  override name = 'BundleMismatchError';
  constructor(itemId: string, artefact: string) {
    super('error_artefactDamaged', [itemId, artefact]);
  }
}

/** The record itself is damaged: nothing says any longer what its files were. */
export class DamagedRecordError extends ExpectedFailure {
  override name = 'DamagedRecordError';
  constructor(itemId: string) {
    super('error_recordDamaged', [itemId]);
  }
}

/** Adds a file to the bundle and answers with the digests of what was written. */
export type AddFile = (
  path: string,
  content: Blob | Uint8Array<ArrayBuffer> | string,
  onBytes?: OnBytes,
) => Promise<Digests>;

/**
 * Writes the folder of one item: the files of the capture, the seal, the addenda, the logs that came with it. Each file must be
 * the one that record, addendum or log name; only the parts that the item's health names go in as they lie, or not at all.
 * @returns those parts
 * @throws DamagedRecordError, BundleMismatchError
 */
export async function writeItem(
  item: EvidenceItem,
  request: BundleRequest,
  { add, onArtefact }: { add: AddFile; onArtefact: (path: string) => OnBytes },
): Promise<DamagedPart[]> {
  const known = new Set(item.health.damaged);
  if (known.has(layout.RECORD)) throw new DamagedRecordError(item.id);
  const folder = layout.itemFolder(item.id);
  const damaged: DamagedPart[] = [];
  const addDamaged = async (name: string, content: Blob | Uint8Array<ArrayBuffer> | undefined) => {
    const facts = content && (await add(folder + name, content));
    damaged.push({ itemId: item.id, name, ...(facts ? { sha256: facts.sha256 } : {}) });
  };

  for (const { name, sha256, sm3 } of item.record.artefacts) {
    if (known.has(name)) {
      await addDamaged(name, await request.readDamaged?.(item.id, name));
      continue;
    }
    const path = folder + name;
    const facts = await add(path, await request.readArtefact(item.id, name, request.signal), onArtefact(path));
    if (facts.sha256 !== sha256 || facts.sm3 !== sm3) throw new BundleMismatchError(item.id, name);
  }
  for (const [path, content] of sealFiles(item, request.itemStamps?.get(item.id))) await add(folder + path, content);
  for (const each of request.addenda?.get(item.id) ?? []) {
    const names = layout.addendumFiles(each.stem);
    if (known.has(names.json)) await addDamaged(names.json, addendumBytes(each.addendum));
    else await add(folder + names.json, addendumBytes(each.addendum));
    await addSignature(each, {
      add: (name, content) => (known.has(name) ? addDamaged(name, content) : add(folder + name, content)),
    });
    if (known.has(names.picture)) await addDamaged(names.picture, each.picture);
    else await addPicture(item.id, each, add);
  }
  for (const [index, log] of (request.earlierLogs?.get(item.id) ?? []).entries()) {
    const name = layout.earlierLog(index + 1);
    if (known.has(name)) await addDamaged(name, log);
    else if (log) await add(folder + name, log);
    else throw new BundleMismatchError(item.id, name);
  }
  const named = new Set(damaged.map(({ name }) => name));
  return [...damaged, ...[...known].filter((name) => !named.has(name)).map((name) => ({ itemId: item.id, name }))];
}

async function addSignature(
  { stem, signature }: BundledAddendum,
  { add }: { add: (name: string, content: Uint8Array<ArrayBuffer>) => Promise<unknown> },
): Promise<void> {
  if (!signature) return;
  const names = layout.addendumFiles(stem);
  await add(names.signature, fromBase64(signature.der));
  await add(names.key, new TextEncoder().encode(toPem('PUBLIC KEY', fromBase64(signature.publicKey))));
}

async function addPicture(itemId: string, { stem, addendum, picture }: BundledAddendum, add: AddFile): Promise<void> {
  const named = addendum.kind === 'look-up' ? addendum.picture : undefined;
  if (!named) return;
  const name = layout.addendumFiles(stem).picture;
  const facts = picture && (await add(layout.itemFolder(itemId) + name, picture));
  if (facts?.sha256 !== named.sha256) throw new BundleMismatchError(itemId, name);
}

/** The record as it was sealed, its signature, the key that made it, and its time stamp. */
function sealFiles(
  { record, signature }: EvidenceItem,
  stamp?: StampExchange,
): [string, Uint8Array<ArrayBuffer> | string][] {
  const files: [string, Uint8Array<ArrayBuffer> | string][] = [[layout.RECORD, canonicalBytes(record)]];
  if (signature) {
    files.push([layout.RECORD_SIGNATURE, fromBase64(signature.der)]);
    files.push([layout.RECORD_KEY, toPem('PUBLIC KEY', fromBase64(signature.publicKey))]);
  }
  if (stamp) {
    files.push([layout.RECORD_STAMP_REPLY, stamp.reply], [layout.RECORD_STAMP_QUERY, stamp.query]);
    files.push([layout.RECORD_STAMP_CHAIN, chainPem(stamp)]);
  }
  return files;
}

/** The certificates of a time stamp, as openssl reads them. */
export const chainPem = (stamp: StampExchange): string => stamp.chain.map((der) => toPem('CERTIFICATE', der)).join('');
