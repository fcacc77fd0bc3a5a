import 'fake-indexeddb/auto';
import { type IDBPDatabase, openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { nextLine } from '../../utils/evidence/custody-log.ts';
import { createSha256 } from '../../utils/evidence/digest.ts';
import type { EvidenceItem } from '../../utils/evidence/record.ts';
import { sampleRecord } from '../evidence/sample-record.ts';
import { EARLIER, openEarlier } from './earlier-schemas.ts';

const field = (value: string) => ({ value, raw: value });

const record = sampleRecord('E20261101-0001', []);
const fields = { certificateNumber: field('2016010901123456'), holder: field('甲公司') };
const sealed = { ...record, certificates: [{ ...record.certificates[0]!, kind: 'ccc' as const, fields }] };
const item: EvidenceItem = {
  id: record.id,
  record: sealed,
  digest: { sha256: 'a'.repeat(64), sm3: 'b'.repeat(64) },
  status: 'pending',
  health: { checkedAt: record.sealedAt, damaged: [] },
  dismissed: [],
};
const holder = { number: '2016010901123456', itemId: item.id, certificateId: 'c1', kind: 'ccc', holder: '甲公司' };

/** A row of each store, as the version that made the store wrote it. */
async function rows(): Promise<Record<string, readonly [value: unknown, key?: string]>> {
  const entry = { act: 'captured', at: record.sealedAt, itemId: item.id, person: '张三', detail: '封存' } as const;
  return {
    jobs: [{ id: 'job-1', state: 'sealed', itemId: item.id }],
    staged: [{ jobId: 'job-2', name: 'page/text.txt', artefact: {}, blob: new Blob(['暂存']) }],
    items: [{ ...item, caseId: '2026-011' }],
    artefacts: [{ itemId: item.id, name: 'page/text.txt', blob: new Blob(['证据']) }],
    custody: [nextLine(undefined, entry, await createSha256())],
    counters: [7, '20261101'],
    stamps: [{ itemId: item.id, time: record.sealedAt, reply: new Uint8Array([1]), query: new Uint8Array([2]) }],
    provenance: [{ itemId: item.id, number: 0, log: new Blob(['{}']) }],
    keys: [{ createdAt: record.sealedAt }, 'signing'],
    cases: [{ id: '2026-011', party: '甲公司' }],
    registerLists: [{ id: 'list', complete: true }],
    registerEntries: [{ listId: 'list', row: 1, nameKey: '甲公司', numberKey: '1', creditKey: '2' }],
    registerNames: [{ listId: 'list', names: '甲公司' }],
    numbers: [holder],
    addenda: [{ itemId: item.id, number: 1, addendum: { kind: 'correction', number: 1 } }],
    lock: [{ derivation: 'argon2id' }, 'store'],
    surveyOutcomes: [{ key: 'k', outcome: 'open' }],
    patrols: [{ id: 'p1' }],
    patrolEntries: [{ patrolId: 'p1', number: 1, state: 'waiting' }],
  };
}

async function fill(database: IDBPDatabase): Promise<void> {
  for (const [store, [value, key]] of Object.entries(await rows()))
    if (database.objectStoreNames.contains(store)) await database.put(store, value, key);
}

/** What a database holds; blobs by their words. */
async function content(database: IDBPDatabase): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {};
  for (const name of database.objectStoreNames)
    all[name] = await Promise.all(
      (await database.getAll(name)).map(async (row) => {
        const blob = row.blob ?? row.log;
        return blob instanceof Blob ? { ...row, blob: await blob.text(), log: undefined } : row;
      }),
    );
  return all;
}

/** The store's module as a browser that starts anew has it. */
async function freshStore() {
  vi.resetModules();
  return import('../../utils/store/database.ts');
}

beforeEach(async () => {
  vi.doUnmock('../../utils/certificate/number-holders.ts');
  const { IDBFactory } = await import('fake-indexeddb');
  vi.stubGlobal('indexedDB', new IDBFactory());
});

describe.each(EARLIER)('a full database of version %i', (version) => {
  it('is brought to the present version with everything that it holds', async () => {
    const old = await openEarlier(version);
    await fill(old);
    const before = await content(old);
    old.close();
    const now = await (await freshStore()).openDatabase();
    expect(await content(now as unknown as IDBPDatabase)).toMatchObject(before);
    expect(now.version).toBeGreaterThan(version);
    expect(await now.getAll('numbers')).toEqual([holder]);
    expect(await now.countFromIndex('items', 'case', '2026-011')).toBe(1);
    expect(await now.countFromIndex('items', 'address', sealed.page.url)).toBe(1);
    now.close();
  });
});

it('an upgrade that is broken off leaves the database as it was, and is made the next time', async () => {
  const old = await openEarlier(1);
  await fill(old);
  const before = await content(old);
  old.close();
  vi.doMock('../../utils/certificate/number-holders.ts', () => ({
    numberHolders: () => {
      throw new Error('the browser died');
    },
  }));
  await expect((await freshStore()).openDatabase()).rejects.toThrow('the browser died');
  const still = await openDB('zhengjian');
  expect(still.version).toBe(1);
  expect(await content(still)).toEqual(before);
  still.close();
  vi.doUnmock('../../utils/certificate/number-holders.ts');
  const now = await (await freshStore()).openDatabase();
  expect(await content(now as unknown as IDBPDatabase)).toMatchObject(before);
  expect(await now.getAll('numbers')).toEqual([holder]);
  now.close();
});

it('a database of a later version is left alone, and the officer is told so', async () => {
  const later = await openDB('zhengjian', 99, {
    upgrade(database) {
      database.createObjectStore('items', { keyPath: 'id' });
    },
  });
  await later.put('items', item);
  later.close();
  const store = await freshStore();
  await expect(store.openDatabase()).rejects.toMatchObject({ name: 'NewerStoreError', key: 'error_storeNewer' });
  const still = await openDB('zhengjian');
  expect([still.version, await still.getAll('items')]).toEqual([99, [item]]);
  still.close();
});
