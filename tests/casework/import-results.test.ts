import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { importResults } from '../../utils/casework/import-results.ts';
import type { EvidenceItem } from '../../utils/evidence/record.ts';
import { openDatabase } from '../../utils/store/database.ts';
import { listEntries } from '../../utils/store/patrol-store.ts';
import { sampleRecord } from '../evidence/sample-record.ts';
import { emptyStore } from '../store/sample-addenda.ts';

beforeEach(emptyStore);

it('takes the item that a result names only where that item is here and shows the address', async () => {
  const record = sampleRecord('E20261130-0001', []);
  await (await openDatabase()).put('items', { id: record.id, record, digest: {} } as unknown as EvidenceItem);
  const line = (url: string, evidence: string) => JSON.stringify({ url, flagged: true, state: 'done', evidence });
  const { url } = record.page;
  const text = [line(url, record.id), line('https://other.example/', record.id), line('https://a.example/', 'E1')];
  const { patrol } = await importResults(text.join('\n'), { id: 'p', name: '结果', now: record.sealedAt });
  const entries = await listEntries(patrol.id);
  expect(entries.map(({ outcome }) => outcome?.evidence)).toEqual([record.id, undefined, undefined]);
});
