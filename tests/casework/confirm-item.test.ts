import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { writeReport } from '../../utils/bundle/report.ts';
import { confirmItem, SameOfficerError } from '../../utils/casework/confirm-item.ts';
import { sealItem } from '../../utils/casework/seal-item.ts';
import type { Officer } from '../../utils/evidence/record.ts';
import { listStaged, stageArtefact } from '../../utils/store/capture-store.ts';
import { readLines, verifyLog } from '../../utils/store/custody-store.ts';
import { openDatabase } from '../../utils/store/database.ts';
import { readItem } from '../../utils/store/evidence-store.ts';
import { DamagedArtefactError } from '../../utils/store/health.ts';
import { sampleJob, sampleRecord } from '../evidence/sample-record.ts';

const id = 'E20261123-0001';
const zhang: Officer = { name: '张三', licence: '35000000001' };
const li: Officer = { name: '李四', licence: '35000000002' };
const confirmation = { officer: li, points: ['pictures', 'address'] as const, remark: ' 已看原图 ' };

async function seal(officers: readonly Officer[], attendedSince?: string) {
  const job = sampleJob('job-1');
  const facts = { name: 'a.txt', role: 'text', mediaType: 'text/plain', method: '正文' } as const;
  await stageArtefact(job.id, facts, new Blob(['a']));
  await sealItem(job, {
    ...sampleRecord(id, await listStaged(job.id)),
    officers,
    ...(attendedSince ? { attendedSince } : {}),
  });
}

beforeEach(async () => {
  const database = await openDatabase();
  for (const name of database.objectStoreNames) await database.clear(name);
});

it('writes who confirmed what beside the item and into the log, and the report says so', async () => {
  await seal([zhang, li]);
  await confirmItem(id, confirmation);
  const item = (await readItem(id))!;
  expect(item.confirmations).toMatchObject([{ officer: li, points: ['pictures', 'address'], remark: '已看原图' }]);
  const words = '李四（执法证号 35000000002）核对：画面完整清楚、网址、标题与画面相符；已看原图';
  expect((await readLines(id)).at(-1)).toMatchObject({ act: 'confirmed', person: '李四', detail: words });
  expect(await verifyLog()).toMatchObject({ intact: true });
  const head = { sequence: 1, sha256: '0'.repeat(64) };
  const report = await writeReport({ items: [item], lines: [], head, now: new Date(), keyFingerprint: '' });
  expect(report).toContain(words);
});

it('takes no confirmation by the only officer who captured it', async () => {
  await seal([li]);
  await expect(confirmItem(id, confirmation)).rejects.toBeInstanceOf(SameOfficerError);
  await confirmItem(id, { ...confirmation, officer: zhang });
  expect((await readItem(id))?.confirmations).toHaveLength(1);
});

it('takes no confirmation by whoever captured it, also when a companion was there', async () => {
  await seal([li, zhang], '2026-11-23T06:00:00.000Z');
  await expect(confirmItem(id, confirmation)).rejects.toBeInstanceOf(SameOfficerError);
  const mistyped = { ...li, licence: '3500000002' };
  await expect(confirmItem(id, { ...confirmation, officer: mistyped })).rejects.toBeInstanceOf(SameOfficerError);
  await confirmItem(id, { ...confirmation, officer: zhang });
  expect((await readItem(id))?.confirmations).toHaveLength(1);
});

it('takes no confirmation of what no longer holds, and quarantines it', async () => {
  await seal([zhang, li]);
  await (await openDatabase()).put('artefacts', { itemId: id, name: 'a.txt', blob: new Blob(['b']) });
  await expect(confirmItem(id, confirmation)).rejects.toBeInstanceOf(DamagedArtefactError);
  expect(await readItem(id)).toMatchObject({ health: { damaged: ['a.txt'] } });
  expect((await readItem(id))?.confirmations).toBeUndefined();
});
