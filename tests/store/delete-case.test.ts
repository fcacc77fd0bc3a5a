import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { sealItem } from '../../utils/casework/seal-item.ts';
import { newCase } from '../../utils/evidence/case.ts';
import { listStaged, stageArtefact } from '../../utils/store/capture-store.ts';
import { deleteCase, listCases, saveCase } from '../../utils/store/cases.ts';
import { readLines, verifyLog } from '../../utils/store/custody-store.ts';
import { readItem, setCase } from '../../utils/store/evidence-store.ts';
import { sampleJob, sampleRecord } from '../evidence/sample-record.ts';

const person = '张三、李四';

async function sealed(id: string): Promise<void> {
  const job = sampleJob(`job-${id}`);
  const facts = { name: 'a.txt', role: 'text', mediaType: 'text/plain', method: '正文' } as const;
  await stageArtefact(job.id, facts, new Blob(['a']));
  await sealItem(job, sampleRecord(id, await listStaged(job.id)));
}

it('a case that is deleted leaves a line of its own and one of each item that it held', async () => {
  const ids = ['E20261123-0001', 'E20261123-0002'];
  const start = { registrar: { name: '张三', licence: '' }, today: '2026-11-23', now: '2026-11-23T06:00:00.000Z' };
  await saveCase({ ...newCase({ ...start, id: 'case-1' }), name: '某检测店' });
  for (const id of ids) {
    await sealed(id);
    // Another window files it while this one shows the case as empty.
    await setCase(id, 'case-1', person);
  }
  await deleteCase('case-1', person);
  await deleteCase('case-1', person);
  expect(await listCases()).toEqual([]);
  for (const id of ids) expect(await readItem(id)).not.toHaveProperty('caseId');
  expect((await readLines()).slice(4).map(({ act, itemId, detail }) => [act, itemId, detail])).toEqual([
    ['deleted', undefined, '删除案件 某检测店'],
    ...ids.map((id) => ['status-changed', id, '移出案件：案件 case-1 已删除']),
  ]);
  expect(await verifyLog()).toMatchObject({ intact: true });
});
