import { describe, expect, it } from 'vitest';
import { writeReport } from '../../utils/bundle/report.ts';
import { summariseItem } from '../../utils/casework/item-summary.ts';
import { paperFiles } from '../../utils/documents/paper-files.ts';
import type { Artefact, EvidenceItem, EvidenceRecord } from '../../utils/evidence/record.ts';
import { isEvidenceRecord } from '../../utils/evidence/record-schema.ts';
import { samplePage, sampleRecord } from './sample-record.ts';

const PICTURE: Artefact = {
  name: 'picture/original.png',
  role: 'external-picture',
  mediaType: 'image/png',
  size: 1,
  sha256: 'c'.repeat(64),
  sm3: 'd'.repeat(64),
  capturedAt: '2026-11-23T02:15:05.000Z',
  method: '执法人员提供的图片文件的全部字节；外来图片，非由网页取得',
};

const EXTERNAL: EvidenceRecord = {
  ...sampleRecord('E20261123-0001', [PICTURE]),
  schema: 2,
  method: 'external',
  page: samplePage({ url: `urn:sha256:${'c'.repeat(64)}`, title: 'IMG_0417.png' }),
  external: {
    manner: 'provided',
    where: '某买菜小程序',
    when: '2026-11-22T19:30',
    from: '举报人王某',
    note: '',
    fileName: 'IMG_0417.png',
    fileModifiedAt: '2026-11-22T11:30:00.000Z',
  },
};

const ITEM: EvidenceItem = {
  id: EXTERNAL.id,
  record: EXTERNAL,
  digest: { sha256: 'a'.repeat(64), sm3: 'b'.repeat(64) },
  status: 'pending',
  health: { checkedAt: EXTERNAL.sealedAt, damaged: [] },
  dismissed: [],
};

describe('the record of a picture from elsewhere', () => {
  it('is taken', () => expect(isEvidenceRecord(EXTERNAL)).toBe(true));

  const { external, ...unsaid } = EXTERNAL;
  const captured: Artefact = { ...PICTURE, name: 'screenshot/view-before.png', role: 'view-before' };
  it.each<[string, unknown]>([
    ['its origin unsaid', unsaid],
    ['as a page of the first schema', { ...EXTERNAL, schema: 1 }],
    ['as taken by the debugger', { ...EXTERNAL, method: 'debugger' }],
    ['views of a page beside it', { ...EXTERNAL, artefacts: [PICTURE, captured] }],
    ['no picture', { ...EXTERNAL, artefacts: [] }],
    ['a time that is none', { ...EXTERNAL, external: { ...external, when: '昨天' } }],
    ['no place', { ...EXTERNAL, external: { ...external, where: '' } }],
    ['the picture in a captured page', { ...sampleRecord('E20261123-0001', [PICTURE]) }],
  ])('is refused with %s', (_, record) => expect(isEvidenceRecord(record)).toBe(false));

  it('is named as what it is in list, report and papers, and never by an address', async () => {
    expect(summariseItem(ITEM, undefined, { today: '2026-11-30' })).toMatchObject({
      external: true,
      url: '某买菜小程序',
      host: '',
    });
    const report = await writeReport({
      ...{ items: [ITEM], lines: [], head: { sequence: 0, sha256: '0'.repeat(64) }, rules: [] },
      ...{ addenda: new Map(), damaged: [], now: new Date(0), keyFingerprint: '' },
    });
    const plans = [{ kind: 'extraction-record', number: '', title: '', formats: ['html'] }] as const;
    const [paper] = await paperFiles({ items: [ITEM], office: { name: '', officers: [] }, today: '2026-11-30', plans });
    for (const text of [report, await paper!.blob.text()]) {
      expect(text).toContain(
        '外来图片，非由网页取得；据执法人员陈述：他人提供，来自 某买菜小程序，时间 2026-11-22 19:30，由 举报人王某 提供',
      );
      expect(text).not.toContain('urn:sha256');
    }
  });
});
