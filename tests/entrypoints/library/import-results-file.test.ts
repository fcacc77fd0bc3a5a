import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { importResultsFile } from '../../../entrypoints/library/patrol/import-results-file.ts';
import { listEntries, listPatrols } from '../../../utils/store/patrol-store.ts';

const LINES = [
  '{"url":"https://shop.example/a","flagged":true,"state":"done","title":"甲店","claims":2,"visitedAt":"2026-11-23T02:00:00Z"}',
  'not a result',
  '{"url":"https://shop.example/b","flagged":false,"state":"failed","error":"http-503"}',
  '{"url":"javascript:alert(1)","flagged":false,"state":"failed","error":"unreadable"}',
];

it('takes a file of results in once, however often it is chosen, and says what is no result', async () => {
  const file = new File([LINES.join('\n')], '全区巡查.jsonl');
  const { patrol, faults } = await importResultsFile(file);
  expect([patrol.name, patrol.state, patrol.flagged, faults]).toEqual(['全区巡查', 'ended', 1, 1]);
  expect((await importResultsFile(file)).patrol.id).toBe(patrol.id);
  expect(await listPatrols()).toHaveLength(1);
  const entries = await listEntries(patrol.id);
  expect(entries.map(({ url, address, state }) => [url, address, state])).toEqual([
    ['https://shop.example/a', 'https://shop.example/a', 'done'],
    ['https://shop.example/b', 'https://shop.example/b', 'failed'],
    ['javascript:alert(1)', '', 'failed'],
  ]);
});

it('refuses a file without results', async () => {
  await expect(importResultsFile(new File(['a,b\n1,2'], 'x.csv'))).rejects.toMatchObject({ name: 'NoResultsError' });
});
