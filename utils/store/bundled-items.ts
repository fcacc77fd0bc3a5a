import type { BagFile } from '../bundle/bag-file.ts';
import { itemsOf, readRecord } from '../bundle/check-seals.ts';
import * as layout from '../bundle/layout.ts';
import { fromPem } from '../bundle/pem.ts';
import { toBase64 } from '../evidence/base64.ts';
import { canonicalBytes } from '../evidence/canonical-json.ts';
import { digestBytes } from '../evidence/digest.ts';
import type { EvidenceItem, EvidenceRecord } from '../evidence/record.ts';
import { keyFingerprint } from '../evidence/seal.ts';
import { ExpectedFailure } from '../expected-failure.ts';
import { readItem } from './evidence-store.ts';
import { signingKey } from './signing-key.ts';

/** The bundle does not hold, so nothing of it is taken in. */
export class BundleRejectedError extends ExpectedFailure {
  override name = 'BundleRejectedError';
  constructor(reasons: readonly string[]) {
    super('error_bundleRejected', [reasons.join('')]);
  }
}

/** An item of a bundle as it would stand here, and how it stands to what is here. */
export interface BundledItem {
  /** Name of its folder in the bundle. */
  folder: string;
  item: EvidenceItem;
  /** Not here yet; here and intact; here with damaged files; another record under the same number is here. */
  standing: 'new' | 'present' | 'damaged' | 'clash';
}

/** The items of a bag that passed every check, in its order. */
export async function bundledItems(bag: BagFile, signal?: AbortSignal): Promise<BundledItem[]> {
  const items: BundledItem[] = [];
  for (const folder of itemsOf(bag)) {
    signal?.throwIfAborted();
    const record = await readRecord(bag, folder);
    if (!record) throw new BundleRejectedError([folder]);
    const item = await itemOf(bag, folder, record);
    items.push({ folder, item, standing: standingOf(item, await readItem(item.id)) });
  }
  return items;
}

function standingOf(item: EvidenceItem, known: EvidenceItem | undefined): BundledItem['standing'] {
  if (!known) return 'new';
  if (known.digest.sha256 !== item.digest.sha256) return 'clash';
  return known.health.damaged.length ? 'damaged' : 'present';
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
