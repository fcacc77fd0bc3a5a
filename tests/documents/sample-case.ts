import type { Case } from '../../utils/evidence/case.ts';
import type { EvidenceItem, EvidenceRecord } from '../../utils/evidence/record.ts';
import { sampleRecord } from '../evidence/sample-record.ts';

export const digests = { sha256: 'b'.repeat(64), sm3: 'c'.repeat(64) };

/** An item of one tile; `change` is of its record. */
export function itemOf(change: Partial<EvidenceRecord> = {}, dismissed: string[] = []): EvidenceItem {
  const tile = { name: 'screenshot/tile-0001.png', role: 'tile', mediaType: 'image/png', size: 12_345 } as const;
  const record = sampleRecord('E20261123-0001', [
    { ...tile, capturedAt: '2026-11-23T02:15:05.000Z', method: '调试接口分块截图', ...digests },
  ]);
  const health = { checkedAt: record.sealedAt, damaged: [] };
  return { id: record.id, record: { ...record, ...change }, digest: digests, status: 'pending', health, dismissed };
}

export const about: Case = {
  id: 'case-1',
  number: '线索〔2026〕11号',
  name: '某某检测认证服务涉嫌虚假认证广告',
  source: 'patrol',
  foundOn: '2026-11-20',
  party: {
    name: '某某检测技术有限公司',
    creditCode: '91350000MA2XXXXX00',
    registeredAddress: '某某市某某区',
    businessAddress: '',
    contact: '',
    icpNumber: '',
  },
  platform: '某某平台',
  shop: '某某旗舰店',
  summary: '称当天出证',
  registrar: { name: '张三', licence: '35000000001' },
  outcome: '',
  createdAt: '2026-11-20T01:00:00.000Z',
};
