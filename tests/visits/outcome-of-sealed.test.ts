import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { CaptureJob } from '../../utils/evidence/capture-job.ts';
import type { EvidenceItem } from '../../utils/evidence/record.ts';
import { openDatabase } from '../../utils/store/database.ts';
import { addPatrol, listEntries } from '../../utils/store/patrol-store.ts';
import { runPatrols } from '../../utils/visits/patrol-runner.ts';
import { sampleRecord } from '../evidence/sample-record.ts';
import { emptyStore } from '../store/sample-addenda.ts';

vi.mock('../../utils/visits/patrol-window.ts', () => ({
  openPatrolWindow: async () => 1,
  closePatrolWindow: async () => undefined,
}));

beforeEach(async () => {
  fakeBrowser.reset();
  await emptyStore();
  vi.stubGlobal('navigator', {
    locks: { request: (_name: string, ...rest: unknown[]) => (rest.at(-1) as (lock: object) => unknown)({}) },
  });
});
afterEach(() => vi.unstubAllGlobals());

it('a re-check that was stopped behind its seal and before its end finds the claims that the seal holds', async () => {
  const record = sampleRecord('E20261130-0002', []);
  const phrases = [...new Set(record.findings.flatMap((one) => (one.disposition === 'claim' ? [one.phrase] : [])))];
  expect(phrases).not.toEqual([]);
  const database = await openDatabase();
  const item = { id: record.id, record, status: 'pending', dismissed: [], health: { checkedAt: '', damaged: [] } };
  await database.put('items', item as unknown as EvidenceItem);
  const job = { id: 'job', state: 'sealed', itemId: record.id, startedAt: record.startedAt, title: '' };
  await database.put('jobs', job as unknown as CaptureJob);
  const url = 'https://a.example/';
  const patrol = await addPatrol(
    {
      ...{ id: 'p', name: '复查', kind: 're-check', capture: 'claims', paceSeconds: 0, round: 1 },
      ...{ createdAt: record.startedAt, beganAt: record.startedAt, state: 'running' },
    },
    [
      {
        ...{ key: url, url, address: url, host: 'a.example', state: 'waiting', jobId: 'job' },
        sealed: { itemId: 'E20261101-0001', phrases },
      },
    ],
  );
  const unused = () => Promise.reject(new Error('unused'));
  await runPatrols({ readReport: unused, capture: unused });
  const [entry] = await listEntries(patrol.id);
  expect(entry).toMatchObject({ verdict: 'there', outcome: { evidence: record.id, flagged: true, phrases } });
});
