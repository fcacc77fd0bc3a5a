import 'fake-indexeddb/auto';
import { IDBObjectStore as FakeObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SealReadBackError, sealItem } from '../../utils/casework/seal-item.ts';
import { digestBlob } from '../../utils/evidence/digest.ts';
import type { EvidenceItem } from '../../utils/evidence/record.ts';
import { discardJob, listStaged, readJob, saveJob, stageArtefact } from '../../utils/store/capture-store.ts';
import { appendLine, readLines, verifyLog } from '../../utils/store/custody-store.ts';
import { openDatabase } from '../../utils/store/database.ts';
import { StorageFullError } from '../../utils/store/disk-reserve.ts';
import {
  deleteItem,
  listItems,
  nextItemId,
  readArtefact,
  readItem,
  setCase,
  setDismissed,
  verifyItem,
} from '../../utils/store/evidence-store.ts';
import { DamagedArtefactError } from '../../utils/store/health.ts';
import { type Notice, onNotice } from '../../utils/store/notices.ts';
import { signingKey } from '../../utils/store/signing-key.ts';
import { sampleJob, sampleRecord } from '../evidence/sample-record.ts';

const person = '张三、李四';
let count = 0;

async function capture(): Promise<EvidenceItem> {
  const job = sampleJob(`job-${++count}`);
  await saveJob(job);
  await stageArtefact(
    job.id,
    { name: 'screenshot/tile-0001.png', role: 'tile', mediaType: 'image/png', method: '调试接口分块截图' },
    new Blob([`picture ${count}`]),
  );
  await stageArtefact(
    job.id,
    { name: 'page.mhtml', role: 'archive', mediaType: 'multipart/related', method: '浏览器网页存档' },
    new Blob([new Uint8Array(100_000).fill(count)]),
  );
  const id = await nextItemId(new Date(2026, 10, 23));
  return sealItem(job, sampleRecord(id, await listStaged(job.id)));
}

/** Puts other bytes under the name of an artefact, as a failing disk would. */
async function corrupt(itemId: string, name: string, bytes: string): Promise<void> {
  const database = await openDatabase();
  const row = await database.get('artefacts', [itemId, name]);
  await database.put('artefacts', { ...row!, blob: new Blob([bytes]) });
}

beforeEach(async () => {
  const database = await openDatabase();
  for (const name of database.objectStoreNames) await database.clear(name);
});

afterEach(() => vi.restoreAllMocks());

describe('sealing', () => {
  it('moves record, artefacts, log line and end of the job together', async () => {
    const item = await capture();
    expect(item.id).toBe('E20261123-0001');
    expect(await readItem(item.id)).toEqual(item);
    expect(await listStaged(`job-${count}`)).toEqual([]);
    expect(await readJob(`job-${count}`)).toMatchObject({ state: 'sealed', itemId: item.id });
    expect(await readLines(item.id)).toMatchObject([
      { act: 'captured', person, itemSha256: item.digest.sha256, detail: '封存 2 个文件' },
    ]);
    const blob = await readArtefact(item.id, 'page.mhtml');
    expect(blob.type).toBe('multipart/related');
    expect((await digestBlob(blob)).sha256).toBe(item.record.artefacts.find((a) => a.name === 'page.mhtml')?.sha256);
  });

  it('refuses a record that lists other files than those staged, and keeps the staged ones', async () => {
    const job = sampleJob('job-odd');
    await stageArtefact(
      job.id,
      { name: 'a.txt', role: 'text', mediaType: 'text/plain', method: '正文' },
      new Blob(['a']),
    );
    await expect(sealItem(job, sampleRecord('E20261123-0009', []))).rejects.toThrow('does not list');
    expect(await listStaged(job.id)).toHaveLength(1);
    expect(await listItems()).toEqual([]);
    expect(await readLines()).toEqual([]);
  });

  it('seals no record that no other machine would take, and says which member it is', async () => {
    const job = sampleJob('job-misshapen');
    const record = sampleRecord('E20261123-0007', []);
    const party = [{ fact: '信用代码', value: '甲', before: '', after: '' }];
    await expect(sealItem(job, { ...record, party } as unknown as typeof record)).rejects.toThrow('party.0.fact');
    expect(await listItems()).toEqual([]);
    expect(await readLines()).toEqual([]);
  });

  it('replaces lone surrogates of a hostile title before the digest is taken', async () => {
    const job = sampleJob('job-surrogate');
    const record = sampleRecord('E20261123-0008', []);
    const item = await sealItem(job, { ...record, page: { ...record.page, title: '当天\uD800出证' } });
    expect(item.record.page.title).toBe('当天\uFFFD出证');
    expect((await verifyItem(item.id, { person })).health.damaged).toEqual([]);
  });

  it('says that the storage is full in one failure, with everything before intact', async () => {
    const first = await capture();
    vi.spyOn(FakeObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('no space', 'QuotaExceededError');
    });
    await expect(capture()).rejects.toBeInstanceOf(StorageFullError);
    vi.restoreAllMocks();
    expect((await listItems()).map((item) => item.id)).toEqual([first.id]);
    expect(await listStaged(`job-${count}`)).toHaveLength(2);
    expect((await verifyItem(first.id, { person })).health.damaged).toEqual([]);
  });

  it('withdraws the item when what is read back differs', async () => {
    const put = FakeObjectStore.prototype.add;
    vi.spyOn(FakeObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, value, key) {
      const lost =
        this.name === 'artefacts' && value.name === 'page.mhtml' ? { ...value, blob: new Blob(['x']) } : value;
      return put.call(this, lost, key);
    });
    await expect(capture()).rejects.toBeInstanceOf(SealReadBackError);
    expect(await listItems()).toEqual([]);
    expect(await (await openDatabase()).count('artefacts')).toBe(0);
    expect(await readJob(`job-${count}`)).toMatchObject({ state: 'failed', failure: { values: ['page.mhtml'] } });
    expect((await readLines()).map((line) => line.act)).toEqual(['captured', 'capture-interrupted']);
  });
});

describe('stored items', () => {
  it('names and quarantines a damaged artefact, and keeps it', async () => {
    const item = await capture();
    await corrupt(item.id, 'page.mhtml', 'other');
    await expect(readArtefact(item.id, 'page.mhtml')).rejects.toBeInstanceOf(DamagedArtefactError);
    expect((await readItem(item.id))?.health.damaged).toEqual(['page.mhtml']);
    const checked = await verifyItem(item.id, { person });
    expect(checked.health.damaged).toEqual(['page.mhtml']);
    expect((await readLines(item.id)).at(-1)).toMatchObject({ act: 'verified', detail: '校验不一致：page.mhtml' });
    expect(await (await openDatabase()).count('artefacts')).toBe(2);
  });

  it('notices a changed record', async () => {
    const item = await capture();
    const { record } = item;
    await (await openDatabase()).put('items', {
      ...item,
      record: { ...record, startedAt: '2020-01-01T00:00:00.000Z' },
    });
    expect((await verifyItem(item.id, { person })).health.damaged).toEqual(['record.json']);
  });

  it('deletes with a reason that stays in the log', async () => {
    const item = await capture();
    await expect(deleteItem(item.id, '  ', person)).rejects.toThrow(RangeError);
    await deleteItem(item.id, '重复取证', person);
    expect(await readItem(item.id)).toBeUndefined();
    expect(await (await openDatabase()).count('artefacts')).toBe(0);
    expect((await readLines(item.id)).at(-1)).toMatchObject({
      act: 'deleted',
      detail: '重复取证',
      itemSha256: item.digest.sha256,
    });
  });

  it('changes what stands beside the seal and never the seal', async () => {
    const item = await capture();
    await setDismissed(item.id, 'f1', true, person);
    const inCase = await setCase(item.id, 'case-1', person);
    expect(inCase).toMatchObject({ dismissed: ['f1'], caseId: 'case-1', digest: item.digest, record: item.record });
    expect(await setCase(item.id, undefined, person)).not.toHaveProperty('caseId');
    expect((await setDismissed(item.id, 'f1', false, person)).dismissed).toEqual([]);
  });

  it('never gives a number twice, whoever asks at once', async () => {
    const day = new Date(2026, 0, 5);
    const ids = await Promise.all(Array.from({ length: 20 }, () => nextItemId(day)));
    expect(new Set(ids).size).toBe(20);
    expect(ids.sort()[0]).toBe('E20260105-0001');
  });
});

describe('captures that end without an item', () => {
  it('drop their files, keep their row and say so in the log', async () => {
    await saveJob(sampleJob('job-x'));
    await stageArtefact(
      'job-x',
      { name: 'a.txt', role: 'text', mediaType: 'text/plain', method: '正文' },
      new Blob(['a']),
    );
    await discardJob('job-x', 'capture-cancelled', '取消取证', person);
    expect(await listStaged('job-x')).toEqual([]);
    expect(await readJob('job-x')).toMatchObject({ state: 'cancelled' });
    expect(await readLines()).toMatchObject([{ act: 'capture-cancelled', detail: '取消取证' }]);
    await discardJob('job-unknown', 'capture-cancelled', '', person);
    expect(await readLines()).toHaveLength(1);
  });
});

describe('the custody log', () => {
  it('does not fork when many write at once', async () => {
    await Promise.all(Array.from({ length: 25 }, (_, i) => appendLine({ act: 'noted', person, detail: `第 ${i} 条` })));
    expect(await verifyLog()).toMatchObject({ intact: true, lines: 25 });
  });

  it('shows where a stored line was changed', async () => {
    for (const detail of ['一', '二', '三']) await appendLine({ act: 'noted', person, detail });
    const database = await openDatabase();
    const second = await database.get('custody', 2);
    await database.put('custody', { ...second!, detail: '改' });
    expect(await verifyLog()).toMatchObject({ intact: false, brokenAt: 3 });
  });
});

describe('the signing key', () => {
  it('is one for everybody and cannot be exported', async () => {
    const keys = await Promise.all([signingKey(), signingKey(), signingKey()]);
    expect(new Set(keys.map((key) => key.fingerprint)).size).toBe(1);
    await expect(crypto.subtle.exportKey('pkcs8', keys[0]!.privateKey)).rejects.toThrow();
  });
});

describe('notices', () => {
  it('reach listeners until they stop', async () => {
    const stop = new AbortController();
    const seen = new Promise<Notice>((resolve) => onNotice(resolve, stop.signal));
    await saveJob(sampleJob('job-n'));
    expect(await seen).toEqual({ kind: 'job', key: 'job-n' });
    stop.abort();
  });
});
