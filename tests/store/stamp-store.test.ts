import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyBundle } from '../../utils/bundle/verify-bundle.ts';
import { writeBundle } from '../../utils/bundle/write-bundle.ts';
import { bundleSources } from '../../utils/casework/bundle-sources.ts';
import { sealItem } from '../../utils/casework/seal-item.ts';
import { retryStamps, stampAttemptItem } from '../../utils/casework/stamp-queue.ts';
import { stampSender } from '../../utils/casework/timestamp-service.ts';
import { listStaged, stageArtefact } from '../../utils/store/capture-store.ts';
import { readLines } from '../../utils/store/custody-store.ts';
import { deleteItem, readItem } from '../../utils/store/evidence-store.ts';
import { readStamp, stampPending, unstampedItems } from '../../utils/store/stamp-store.ts';
import { sampleJob, sampleRecord } from '../evidence/sample-record.ts';
import { startTsa, type TsaServer } from '../evidence/tsa-server.ts';

let tsa: TsaServer;
beforeAll(async () => {
  tsa = await startTsa();
});
afterAll(() => tsa.close());

it('items wait for their time stamp until one can be had, and take it along into bundles', async () => {
  for (const number of [1, 2]) {
    const job = sampleJob(`job-${number}`);
    await stageArtefact(
      job.id,
      { name: 'a.txt', role: 'text', mediaType: 'text/plain', method: '正文' },
      new Blob(['a']),
    );
    await sealItem(job, sampleRecord(`E20261123-000${number}`, await listStaged(job.id)));
  }
  const send = stampSender(tsa.url);
  await expect(stampPending(stampSender('http://127.0.0.1:9/'))).rejects.toMatchObject({
    name: 'StampUnavailableError',
  });
  expect(await unstampedItems()).toHaveLength(2);

  tsa.behave('other-nonce');
  expect(await stampPending(send)).toMatchObject({
    stamped: 0,
    rejected: [{ error: { fault: 'nonce' } }, { error: { fault: 'nonce' } }],
  });
  expect(await unstampedItems()).toHaveLength(2);

  const seen: number[] = [];
  await retryStamps(send, { onProgress: (done) => seen.push(done) });
  expect(seen).toEqual([0, 1]);
  expect(await stampAttemptItem.getValue()).toMatchObject({
    stamped: 0,
    rejected: { 'E20261123-0001': { key: 'error_stampNonce' }, 'E20261123-0002': { key: 'error_stampNonce' } },
  });
  expect(await retryStamps(stampSender('http://127.0.0.1:9/'))).toMatchObject({
    stamped: 0,
    unavailable: { key: 'error_stampUnavailable', values: ['127.0.0.1:9'] },
    rejected: {},
  });

  tsa.behave('honest');
  expect(await stampPending(send)).toEqual({ stamped: 2, rejected: [] });
  expect(await unstampedItems()).toEqual([]);
  const stamp = await readStamp('E20261123-0001');
  expect((await readItem('E20261123-0001'))?.stampedAt).toBe(stamp?.time);
  expect((await readLines('E20261123-0001')).at(-1)).toMatchObject({ act: 'stamped' });

  const parts: BlobPart[] = [];
  const sink = new WritableStream<Uint8Array>({ write: (chunk) => void parts.push(new Uint8Array(chunk)) });
  await writeBundle({ ...(await bundleSources(['E20261123-0001', 'E20261123-0002'])), now: new Date(), sink });
  const verdict = await verifyBundle(new Blob(parts));
  expect(verdict.ok).toBe(true);
  expect(verdict.checks.find((check) => check.name === 'timestamp')).toMatchObject({
    state: 'ok',
    sentence: expect.stringContaining('E20261123-0002'),
  });

  await deleteItem('E20261123-0001', '测试', '张三');
  expect(await readStamp('E20261123-0001')).toBeUndefined();
});

it('says that nothing answers under an address that is none', async () => {
  await expect(stampSender('tsa.example')(new Uint8Array(8))).rejects.toMatchObject({
    name: 'StampUnavailableError',
    values: ['tsa.example'],
  });
});
