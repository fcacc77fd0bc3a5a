import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { clearMarks, dropMark, keepMark, listMarks } from '../../utils/store/mark-store.ts';

const marked = (words: string) => ({
  url: 'https://shop.example/',
  words,
  prefix: '',
  suffix: '',
  rulePacks: [],
  claims: 0,
  page: 'AAEC',
  runs: 'AAEC',
  clusters: [],
});

beforeEach(() => clearMarks());

it('keeps the same words at the same place once, each verdict for itself, until they are taken back', async () => {
  const id = await keepMark('missed', marked('一般 20 天下证'));
  await keepMark('missed', { ...marked('一般 20 天下证'), claims: 3 });
  await keepMark('false-positive', marked('一般 20 天下证'));
  expect((await listMarks()).map(({ verdict, claims }) => [verdict, claims])).toEqual([
    ['false-positive', 0],
    ['missed', 3],
  ]);
  await dropMark(id);
  expect(await listMarks()).toHaveLength(1);
});

it('says so when there are as many as are kept, and still lets one be said anew', async () => {
  for (let count = 0; count < 2_000; count++) await keepMark('missed', marked(`第 ${count} 处`));
  await expect(keepMark('missed', marked('又一处'))).rejects.toMatchObject({ key: 'error_marksFull' });
  await keepMark('missed', marked('第 7 处'));
  expect(await listMarks()).toHaveLength(2_000);
}, 60_000);
