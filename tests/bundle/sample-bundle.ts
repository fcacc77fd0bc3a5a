import type { BundleRequest } from '../../utils/bundle/bundle-request.ts';
import { type BundleSummary, writeBundle } from '../../utils/bundle/write-bundle.ts';
import { plainCopy } from '../../utils/evidence/canonical-json.ts';
import { nextLine } from '../../utils/evidence/custody-log.ts';
import { createSha256, digestBlob } from '../../utils/evidence/digest.ts';
import type { Artefact, ArtefactRole, CustodyLine, EvidenceItem, EvidenceRecord } from '../../utils/evidence/record.ts';
import { createSigningKey, sealRecord } from '../../utils/evidence/seal.ts';
import { sampleRecord } from '../evidence/sample-record.ts';

const FILES: readonly [name: string, role: ArtefactRole, mediaType: string, content: string][] = [
  ['screenshot/tile-0001.png', 'tile', 'image/png', '\u0089PNG first tile'],
  ['screenshot/tile-0002.png', 'tile', 'image/png', '\u0089PNG second tile'],
  ['page.mhtml', 'archive', 'multipart/related', 'MIME-Version: 1.0\r\n'.repeat(80)],
  ['text.txt', 'text', 'text/plain', 'CE认证 当天出证 不成功不收费\n'],
  ['empty.txt', 'text', 'text/plain', ''],
];

/** A ZIP in memory with what made it. */
export interface SampleBundle {
  zip: Blob;
  summary: BundleSummary;
  items: EvidenceItem[];
  lines: CustodyLine[];
}

const key = createSigningKey('2026-11-23T00:00:00.000Z');

/** Seals `count` small items and writes them as one bundle; a log line about an item that stays behind is among the rest. */
export async function sampleBundle(
  count = 1,
  /** `legacyLog`: the log is one that 0.1.0 wrote. */
  request: Partial<BundleRequest> & { legacyLog?: boolean } = {},
  change: (item: EvidenceItem) => EvidenceRecord = (item) => item.record,
): Promise<SampleBundle> {
  const signer = await key;
  const sha256 = await createSha256();
  const items: EvidenceItem[] = [];
  const lines: CustodyLine[] = [];
  const log = (act: CustodyLine['act'], itemId: string, detail: string, itemSha256?: string) => {
    const at = '2026-11-23T02:15:10.000Z';
    const salt = request.legacyLog ? {} : { salt: sha256(new TextEncoder().encode(itemId)).slice(0, 32) };
    const entry = { act, at, itemId, person: '张三、李四', detail, ...salt, ...(itemSha256 ? { itemSha256 } : {}) };
    lines.push(nextLine(lines.at(-1), entry, sha256));
  };
  const blobs = new Map<string, Blob>();
  log('captured', 'E20261101-0001', '另一案件的秘密');
  for (let number = 1; number <= count; number++) {
    const id = `E20261123-000${number}`;
    const artefacts: Artefact[] = [];
    for (const [name, role, mediaType, content] of FILES) {
      const blob = new Blob([content, content && String(number)], { type: mediaType });
      blobs.set(`${id}/${name}`, blob);
      const facts = { name, role, mediaType, size: blob.size, capturedAt: '2026-11-23T02:15:05.000Z', method: '测试' };
      artefacts.push({ ...facts, ...(await digestBlob(blob)) });
    }
    const base = sampleRecord(id, artefacts);
    const health = { checkedAt: base.sealedAt, damaged: [] };
    const plain: EvidenceItem = {
      id,
      record: base,
      digest: { sha256: '', sm3: '' },
      status: 'pending',
      health,
      dismissed: [],
    };
    const record = plainCopy(change(plain));
    const seal = await sealRecord(record, signer);
    items.push({ ...plain, record, ...seal });
    log('captured', id, `封存 ${artefacts.length} 个文件`, seal.digest.sha256);
    log('noted', 'E20261101-0001', '另一案件的秘密');
    log('noted', 'E20261101-0001', '另一案件的秘密');
  }
  log('verified', items[0]!.id, '校验一致', items[0]!.digest.sha256);
  log('noted', 'E20261101-0001', '另一案件的秘密');
  const parts: BlobPart[] = [];
  const summary = await writeBundle({
    items,
    readArtefact: async (itemId, name) => blobs.get(`${itemId}/${name}`)!,
    custodyLines: lines,
    signer,
    now: new Date('2026-11-23T02:20:00.000Z'),
    sink: new WritableStream({ write: (chunk) => void parts.push(new Uint8Array(chunk)) }),
    ...request,
  });
  return { zip: new Blob(parts), summary, items, lines };
}
