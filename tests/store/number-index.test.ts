import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { sealItem } from '../../utils/casework/seal-item.ts';
import type { Certificate } from '../../utils/certificate/certificate.ts';
import type { EvidenceItem } from '../../utils/evidence/record.ts';
import { listStaged, saveJob, stageArtefact } from '../../utils/store/capture-store.ts';
import { openDatabase } from '../../utils/store/database.ts';
import { deleteItem } from '../../utils/store/evidence-store.ts';
import { withReusedNumbers } from '../../utils/store/number-index.ts';
import { sampleJob, sampleRecord } from '../evidence/sample-record.ts';

const field = (value: string) => ({ value, raw: value });

const certificate = (holder: string): Certificate => ({
  ...sampleRecord('E20261123-0001', []).certificates[0]!,
  kind: 'ccc',
  fields: { certificateNumber: field('2016010901123456'), holder: field(holder) },
});

async function seal(id: string, holder: string): Promise<EvidenceItem> {
  const job = sampleJob(`job-${id}`);
  await saveJob(job);
  await stageArtefact(
    job.id,
    { name: 'page.txt', role: 'text', mediaType: 'text/plain', method: '网页文字' },
    new Blob([holder]),
  );
  const record = sampleRecord(id, await listStaged(job.id));
  return sealItem(job, { ...record, certificates: [certificate(holder)] });
}

it('knows the numbers of sealed items for as long as they are here', async () => {
  await seal('E20261123-0001', '甲公司');
  const [shown] = await withReusedNumbers([certificate('乙公司')]);
  expect(shown?.problems).toMatchObject([{ code: 'number-reused' }]);
  expect(shown?.problems[0]?.detail).toMatch(/E20261123-0001 中属于“甲公司”$/);

  const second = await seal('E20261123-0003', '乙公司');
  const [own] = await withReusedNumbers(second.record.certificates, second.id);
  expect(own?.problems).toHaveLength(1);

  await deleteItem('E20261123-0001', '重复取证', '张三');
  expect((await withReusedNumbers([certificate('乙公司')]))[0]?.problems).toEqual([]);
  expect(await (await openDatabase()).count('numbers')).toBe(1);
});
