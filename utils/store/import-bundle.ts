import { type BagFile, openBag } from '../bundle/bag-file.ts';
import { itemsOf, readRecord } from '../bundle/check-seals.ts';
import * as layout from '../bundle/layout.ts';
import { fromPem } from '../bundle/pem.ts';
import { type VerifyOptions, verifyBundle } from '../bundle/verify-bundle.ts';
import { toBase64 } from '../evidence/base64.ts';
import { canonicalBytes } from '../evidence/canonical-json.ts';
import { createSha256, digestBytes } from '../evidence/digest.ts';
import type { EvidenceItem, EvidenceRecord } from '../evidence/record.ts';
import { keyFingerprint } from '../evidence/seal.ts';
import { ExpectedFailure } from '../expected-failure.ts';
import { appendWithin } from './custody-store.ts';
import { type StoredStamp, transact } from './database.ts';
import { deleteItem, readItem } from './evidence-store.ts';
import { damagedParts } from './health.ts';
import { notify } from './notices.ts';
import { SealReadBackError } from './seal-item.ts';
import { signingKey } from './signing-key.ts';

/** The bundle does not hold, so nothing of it is taken in. */
export class BundleRejectedError extends ExpectedFailure {
  override name = 'BundleRejectedError';
  constructor(reasons: readonly string[]) {
    super('error_bundleRejected', [reasons.join('')]);
  }
}

/**
 * Takes the items of a bundle into this library, each whole or not at all. The bundle must pass every check. The log that
 * it brings is kept with the item and cited by its head in this library's own log, which goes on from there; items that are
 * here already are left alone.
 */
export async function importBundle(
  zip: Blob,
  { person, ...options }: VerifyOptions & { person: string },
): Promise<{ imported: string[]; present: string[] }> {
  const verdict = await verifyBundle(zip, options);
  const failed = verdict.checks.filter((check) => check.state === 'failed');
  if (failed.length) throw new BundleRejectedError(failed.map((check) => check.sentence));
  const bag = await openBag(zip, options.signal);
  const outcome = { imported: [] as string[], present: [] as string[] };
  for (const folder of itemsOf(bag)) {
    options.signal?.throwIfAborted();
    const record = await readRecord(bag, folder);
    if (!record) throw new BundleRejectedError([folder]);
    const item = await itemOf(bag, folder, record);
    const known = await readItem(item.id);
    if (known) {
      if (known.digest.sha256 !== item.digest.sha256) throw new BundleRejectedError([item.id]);
      outcome.present.push(item.id);
      continue;
    }
    await takeIn(bag, folder, item, person);
    outcome.imported.push(item.id);
  }
  return outcome;
}

/** The item as it will stand here: under its own number when this installation sealed it, else with the key's digits. */
async function itemOf(bag: BagFile, folder: string, record: EvidenceRecord): Promise<EvidenceItem> {
  const path = layout.itemFolder(folder);
  const der = await bag.bytes(path + layout.RECORD_SIGNATURE);
  const [spki] = fromPem('PUBLIC KEY', (await bag.text(path + layout.RECORD_KEY)) ?? '');
  if (!der || !spki) throw new BundleRejectedError([path + layout.RECORD_SIGNATURE]);
  const fingerprint = await keyFingerprint(spki);
  const own = fingerprint === (await signingKey()).fingerprint;
  return {
    id: own ? record.id : `${record.id}-${fingerprint.slice(0, 8)}`,
    record,
    digest: await digestBytes(canonicalBytes(record)),
    signature: { der: toBase64(der), keyFingerprint: fingerprint, publicKey: toBase64(spki) },
    status: 'pending',
    health: { checkedAt: new Date().toISOString(), damaged: [] },
    dismissed: [],
  };
}

async function takeIn(bag: BagFile, folder: string, item: EvidenceItem, person: string): Promise<void> {
  const path = layout.itemFolder(folder);
  const rows: { itemId: string; name: string; blob: Blob }[] = [];
  for (const { name, mediaType } of item.record.artefacts) {
    const blob = await bag.blob(path + name, mediaType);
    if (!blob) throw new BundleRejectedError([path + name]);
    rows.push({ itemId: item.id, name, blob });
  }
  const logs = [...bag.files.keys()].filter((file) => file.startsWith(path + layout.EARLIER_LOGS)).sort();
  const provenance: Blob[] = [];
  for (const file of [...logs, layout.CUSTODY_LOG]) {
    const log = await bag.blob(file, 'application/x-ndjson');
    if (log) provenance.push(log);
  }
  const [stamp, head, sha256] = await Promise.all([
    stampOf(bag, path, item),
    bag.text(layout.CUSTODY_HEAD),
    createSha256(),
  ]);
  const line = await transact(['items', 'artefacts', 'provenance', 'stamps', 'custody'], async (transaction) => {
    await transaction.objectStore('items').add(stamp ? { ...item, stampedAt: stamp.time } : item);
    for (const row of rows) await transaction.objectStore('artefacts').add(row);
    for (const [number, log] of provenance.entries()) {
      await transaction.objectStore('provenance').add({ itemId: item.id, number, log });
    }
    if (stamp) await transaction.objectStore('stamps').add(stamp);
    const detail = `${bag.name}，原日志链头 ${head ?? ''}`;
    const { sha256: itemSha256 } = item.digest;
    const entry = { act: 'imported', itemId: item.id, person, detail, itemSha256 } as const;
    return appendWithin(transaction.objectStore('custody'), entry, sha256);
  });
  const damaged = await damagedParts(item);
  if (damaged.length) {
    await deleteItem(item.id, `导入后读回不一致，已撤回：${damaged.join('、')}`, person);
    throw new SealReadBackError(damaged);
  }
  notify({ kind: 'item', key: item.id });
  notify({ kind: 'log', key: String(line.sequence) });
}

async function stampOf(bag: BagFile, path: string, item: EvidenceItem): Promise<StoredStamp | undefined> {
  const [reply, query] = await Promise.all([
    bag.bytes(path + layout.RECORD_STAMP_REPLY),
    bag.bytes(path + layout.RECORD_STAMP_QUERY),
  ]);
  if (!reply || !query) return undefined;
  const { verifyStamp } = await import('../evidence/timestamp.ts');
  return { ...(await verifyStamp(reply, canonicalBytes(item.record), query)), reply, query, itemId: item.id };
}
