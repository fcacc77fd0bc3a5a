import type { BagFile } from '../bundle/bag-file.ts';
import { itemsOf, readRecord } from '../bundle/check-seals.ts';
import * as layout from '../bundle/layout.ts';
import { fromPem } from '../bundle/pem.ts';
import { toBase64 } from '../evidence/base64.ts';
import { canonicalBytes } from '../evidence/canonical-json.ts';
import { digestBytes } from '../evidence/digest.ts';
import type { EvidenceItem, EvidenceRecord } from '../evidence/record.ts';
import { keyFingerprint } from '../evidence/seal.ts';
import { readItem } from '../store/evidence-store.ts';
import { signingKey } from '../store/signing-key.ts';
import { BundleRejectedError } from './bundle-rejected.ts';
import { planAddenda } from './merge-addenda.ts';
import { damagedFiles } from './restore-item.ts';

/** An item of a bundle as it would stand here, and how it stands to what is here. */
export interface BundledItem {
  /** Name of its folder in the bundle. */
  folder: string;
  item: EvidenceItem;
  /**
   * Not here yet; here with everything that the bundle has; here without addenda that it has; here with parts that are damaged
   * and can be put back; another record under the same number is here.
   */
  standing: 'new' | 'present' | 'supplements' | 'damaged' | 'clash';
}

/** The items of a bag that passed every check, in its order. */
export async function bundledItems(bag: BagFile, signal?: AbortSignal): Promise<BundledItem[]> {
  const items: BundledItem[] = [];
  for (const folder of itemsOf(bag)) {
    signal?.throwIfAborted();
    const record = await readRecord(bag, folder);
    if (!record) throw new BundleRejectedError([folder]);
    const item = await itemOf(bag, folder, record);
    items.push({ folder, item, standing: await standingOf(bag, folder, item) });
  }
  return items;
}

async function standingOf(bag: BagFile, folder: string, item: EvidenceItem): Promise<BundledItem['standing']> {
  const known = await readItem(item.id);
  if (!known) return 'new';
  if (known.digest.sha256 !== item.digest.sha256) return 'clash';
  const { brought, mended } = await planAddenda(bag, folder, known);
  if (mended.length || damagedFiles({ record: item.record, health: known.health }).length) return 'damaged';
  return brought.length ? 'supplements' : 'present';
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
    dismissed: record.dismissed ?? [],
  };
}
