import { fromBase64 } from '../evidence/base64.ts';
import { canonicalBytes } from '../evidence/canonical-json.ts';
import type { CustodyHead } from '../evidence/custody-log.ts';
import { createSha256 } from '../evidence/digest.ts';
import type { EvidenceItem } from '../evidence/record.ts';
import { signBytes } from '../evidence/seal.ts';
import { formatBagInfo } from './bag-info.ts';
import { isSafePath } from './bag-path.ts';
import type { BundleRequest } from './bundle-request.ts';
import { extractLog } from './custody-extract.ts';
import { type DamagedPart, damagedInfo } from './damaged-parts.ts';
import * as layout from './layout.ts';
import { formatManifest } from './manifest.ts';
import { toPem } from './pem.ts';
import { writeReadme } from './readme.ts';
import { writeReport } from './report.ts';
import { type OnBytes, StoredZip, surveyBlob } from './stored-zip.ts';
import { chainPem, writeItem } from './write-item.ts';

/** What was written. */
export interface BundleSummary {
  /** Name of the folder in the ZIP, and of the file without `.zip`. */
  name: string;
  files: number;
  /** Bytes of payload. */
  size: number;
  tagManifestSha256: string;
  /** Parts that did not hold, and are named as such. */
  damaged: readonly DamagedPart[];
  head: CustodyHead;
  stamped: boolean;
}

/**
 * Name of a bundle: first item, how many more, UTC time, first digits of the first item's digest, and whether something in it
 * does not hold. ASCII only.
 */
export function bundleName(items: readonly EvidenceItem[], now: Date): string {
  const first = items[0];
  if (!first) throw new RangeError('a bundle needs an item');
  const time = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const more = items.length > 1 ? `+${items.length - 1}` : '';
  const holds = items.every(({ health }) => health.damaged.length === 0);
  return `${first.id}${more}_${time}_${first.digest.sha256.slice(0, 8)}${holds ? '' : '_damaged'}`;
}

/**
 * Writes one ZIP holding a BagIt 1.0 bag (RFC 8493) of the items, streamed: memory does not grow with the size. Each
 * artefact is hashed on its way and compared with its record; a part that the item's health names as damaged goes in as it
 * lies, and is named. On any failure, also on cancelling, the sink is aborted.
 */
export async function writeBundle(request: BundleRequest): Promise<BundleSummary> {
  try {
    return await write(request);
  } catch (error) {
    await request.sink.abort(error).catch(() => undefined);
    throw error;
  }
}

async function write(request: BundleRequest): Promise<BundleSummary> {
  const { items, now, signer, signal } = request;
  const name = bundleName(items, now);
  const zip = new StoredZip(request.sink, now, signal);
  const payload = new Map<string, { sha256: string; sm3: string }>();
  const tags: [string, string][] = [];
  let size = 0;
  let done = 0;
  const sizes = items.flatMap((item) => item.record.artefacts.map((artefact) => artefact.size));
  const total = 2 * sizes.reduce((sum, one) => sum + one, 0);

  const add = async (path: string, content: Blob | Uint8Array<ArrayBuffer> | string, onBytes?: OnBytes) => {
    if (!isSafePath(path) || payload.has(path)) throw new RangeError(`unsafe or repeated name in a bundle: ${path}`);
    const blob = content instanceof Blob ? content : new Blob([content]);
    const facts = await surveyBlob(blob, { signal, onBytes });
    await zip.add(`${name}/${path}`, blob, facts, onBytes);
    if (path.startsWith(layout.PAYLOAD)) {
      payload.set(path, facts);
      size += facts.size;
    } else if (!layout.OUTSIDE_TAG_MANIFEST.includes(path)) tags.push([path, facts.sha256]);
    return facts;
  };

  await add(layout.DECLARATION, 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
  const onArtefact = (file: string) => (bytes: number) => {
    done += bytes;
    request.onProgress?.({ done, total, file });
  };
  const damaged: DamagedPart[] = [];
  for (const item of items) damaged.push(...(await writeItem(item, request, { add, onArtefact })));
  for (const document of request.documents ?? []) await add(layout.DOCUMENTS + document.name, document.blob);

  const ids = new Set(items.map((item) => item.id));
  const anchors = new Set(items.flatMap(({ record }) => record.logHead?.sequence ?? []));
  const { text: log, head } = extractLog(request.custodyLines, { itemIds: ids, anchors }, await createSha256());
  await add(layout.CUSTODY_LOG, log);
  await add(layout.CUSTODY_HEAD, canonicalBytes(head));
  const report = await writeReport({
    items,
    lines: request.custodyLines.filter((line) => line.itemId !== undefined && ids.has(line.itemId)),
    head,
    ruleset: request.ruleset,
    addenda: request.addenda ?? new Map(),
    damaged,
    now,
    keyFingerprint: signer.fingerprint,
  });
  await add(layout.REPORT, report);

  for (const algorithm of ['sha256', 'sm3'] as const) {
    const digests = [...payload].map(([path, facts]) => [path, facts[algorithm]] as const);
    await add(layout.MANIFESTS[algorithm], formatManifest(digests));
  }
  await add(layout.BAG_INFO, bagInfo(request, { size, files: payload.size, head, damaged }));
  await add(layout.README, writeReadme([...ids], damaged));

  const tagManifest = new TextEncoder().encode(formatManifest(tags));
  const { sha256: tagManifestSha256 } = await add(layout.TAG_MANIFEST, tagManifest);
  await add(layout.SIGNATURE, await signBytes(signer, tagManifest));
  await add(layout.SIGNER_KEY, toPem('PUBLIC KEY', fromBase64(signer.publicKey)));
  const stamp = await request.stamp?.(tagManifest, signal);
  if (stamp) {
    await add(layout.STAMP_REPLY, stamp.reply);
    await add(layout.STAMP_QUERY, stamp.query);
    await add(layout.STAMP_CHAIN, chainPem(stamp));
  }
  signal?.throwIfAborted();
  await zip.close();
  return { name, files: payload.size, size, tagManifestSha256, damaged, head, stamped: stamp !== undefined };
}

function bagInfo(
  { items, now, signer }: BundleRequest,
  { size, files, head, damaged }: { size: number; files: number; head: CustodyHead; damaged: readonly DamagedPart[] },
) {
  const offices = new Set(items.map((item) => item.record.office).filter(Boolean));
  const officers = new Set(items.flatMap((item) => item.record.officers.map((officer) => officer.name)));
  return formatBagInfo([
    ...[...offices].map((office) => ['Source-Organization', office] as const),
    ...[...officers].map((officer) => ['Contact-Name', officer] as const),
    ['Bagging-Date', now.toISOString().slice(0, 10)],
    ['Bagging-Timestamp', now.toISOString()],
    ['Payload-Oxum', `${size}.${files}`],
    ...items.map((item) => ['External-Identifier', item.id] as const),
    ...items.map((item) => ['Item-SHA256', `${item.id} ${item.digest.sha256}`] as const),
    ['External-Description', '网页电子数据取证'],
    ...damagedInfo(damaged),
    ['Custody-Head', `${head.sequence} ${head.sha256}`],
    ['Signer-Key-SHA256', signer.fingerprint],
    ['Bag-Software-Agent', layout.AGENT],
  ]);
}
