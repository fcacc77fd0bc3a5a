import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, it } from 'vitest';
import type { EvidenceItem } from '../../utils/evidence/record.ts';
import { openDatabase } from '../../utils/store/database.ts';
import { sampleRecord } from '../evidence/sample-record.ts';

const field = (value: string) => ({ value, raw: value });

it('brings a database of the first version to the present one with what it holds', async () => {
  const old = await openDB('zhengjian', 1, {
    upgrade(database) {
      for (const store of ['jobs', 'items', 'cases']) database.createObjectStore(store, { keyPath: 'id' });
    },
  });
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
  await old.put('items', item);
  old.close();

  const now = await openDatabase();
  expect(await now.get('items', item.id)).toEqual(item);
  expect(await now.count('items')).toBe(1);
  expect(await now.getAll('numbers')).toEqual([
    { number: '2016010901123456', itemId: item.id, certificateId: 'c1', kind: 'ccc', holder: '甲公司' },
  ]);
  expect([...now.objectStoreNames]).toEqual(
    expect.arrayContaining(['registerLists', 'registerEntries', 'registerNames']),
  );
});
