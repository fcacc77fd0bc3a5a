import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { caseRows } from '../../components/cases/case-rows.ts';
import { todosOf } from '../../components/cases/todos.ts';
import { filterItems, NO_FILTER, toggleValue } from '../../components/library/filter-items.ts';
import { bundleSources } from '../../utils/casework/bundle-sources.ts';
import { exportBundle } from '../../utils/casework/export-bundle.ts';
import { summariseItem } from '../../utils/casework/item-summary.ts';
import { paperItems } from '../../utils/casework/paper-sources.ts';
import { withPoolBundle } from '../../utils/casework/pool-bundle.ts';
import { StoredLibrary } from '../../utils/casework/pool-library.ts';
import { applyPoolValue, poolValues } from '../../utils/casework/pool-values.ts';
import { deletePractice, openPracticeCase } from '../../utils/casework/practice-case.ts';
import { sealItem } from '../../utils/casework/seal-item.ts';
import { newCase, openCases } from '../../utils/evidence/case.ts';
import { PRACTICE_ADDRESS, PRACTICE_CASE_ID, PracticeError } from '../../utils/evidence/practice.ts';
import type { EvidenceItem } from '../../utils/evidence/record.ts';
import { misshapenMember } from '../../utils/evidence/record-schema.ts';
import { createSigningKey } from '../../utils/evidence/seal.ts';
import { dueItems } from '../../utils/patrol/recheck.ts';
import { listStaged, saveJob, stageArtefact } from '../../utils/store/capture-store.ts';
import { listCases, saveCase } from '../../utils/store/cases.ts';
import { readLines, verifyLog } from '../../utils/store/custody-store.ts';
import { openDatabase } from '../../utils/store/database.ts';
import { countItems, listItems, newestCapture, readItem, setCase } from '../../utils/store/evidence-store.ts';
import { unstampedItems } from '../../utils/store/stamp-store.ts';
import { sampleJob, samplePage, sampleRecord } from '../evidence/sample-record.ts';
import { installOpfs } from '../store/fake-opfs.ts';

installOpfs();

const DAY = '2026-11-23';
const person = '张三';
let practice: EvidenceItem;
let real: EvidenceItem;

async function seal(id: string, isPractice: boolean): Promise<EvidenceItem> {
  const { startedLine: _line, ...job } = sampleJob(`job-${id}`);
  await saveJob(job);
  const file = { name: 'a.txt', role: 'text', mediaType: 'text/plain', method: '正文' } as const;
  await stageArtefact(job.id, file, new Blob(['a']));
  const record = sampleRecord(id, await listStaged(job.id));
  return sealItem(
    { ...job, ...(isPractice ? { caseId: PRACTICE_CASE_ID } : {}) },
    isPractice ? { ...record, practice: true, page: samplePage({ url: PRACTICE_ADDRESS }) } : record,
  );
}

beforeEach(async () => {
  const database = await openDatabase();
  for (const name of database.objectStoreNames) await database.clear(name);
  await openPracticeCase({ name: person, licence: '' }, DAY);
  real = await seal('E20261123-0001', false);
  practice = await seal('E20261123-0002', true);
});

it('is marked in the record by its address, and by nothing else', () => {
  const { practice: _mark, ...unmarked } = practice.record;
  expect(misshapenMember(practice.record)).toBeUndefined();
  expect(misshapenMember(unmarked)).toBeDefined();
  expect(misshapenMember({ ...real.record, practice: true })).toBeDefined();
  expect(misshapenMember({ ...practice.record, practice: 'yes' })).toBe('practice');
});

it('counts on no desk and in no filter, and is due for nothing', async () => {
  const cases = await listCases();
  const rows = [real, practice].map((item) => summariseItem(item, undefined, { today: DAY }));
  expect(rows.map(({ practice, deadline }) => [practice, deadline !== undefined])).toEqual([
    [undefined, true],
    [true, false],
  ]);
  const pending = toggleValue(NO_FILTER, 'status', 'pending');
  expect(filterItems(rows, pending).map(({ id }) => id)).toEqual([real.id]);
  expect(filterItems(rows, NO_FILTER)).toHaveLength(2);
  const ofCase = toggleValue(NO_FILTER, 'case', PRACTICE_CASE_ID);
  expect(filterItems(rows, ofCase).map(({ id }) => id)).toEqual([practice.id]);
  const caseRow = caseRows(cases, rows, { today: DAY, calendar: [] });
  expect(caseRow.map(({ id, due }) => [id, due])).toEqual([[PRACTICE_CASE_ID, undefined]]);
  expect(todosOf(rows, caseRow, 0).find(({ kind }) => kind === 'pending')?.count).toBe(1);
  expect(dueItems([real, practice], 0, Date.now()).map(({ item }) => item.id)).toEqual([real.id]);
  expect(openCases(cases)).toEqual([]);
  expect(await countItems(PRACTICE_ADDRESS)).toEqual({ all: 1, ofPage: 1 });
  expect(await newestCapture(`${real.record.page.url}#reviews`)).toEqual({ id: real.id, sha256: real.digest.sha256 });
  expect(await newestCapture('https://other.example/')).toBeUndefined();
});

it('goes into no bundle, no paper, no pool and to no time-stamping service', async () => {
  const request = { person, signal: new AbortController().signal, onProgress: () => undefined };
  await expect(exportBundle({ ...request, items: [real, practice] })).rejects.toThrow(PracticeError);
  await expect(bundleSources([practice.id])).rejects.toThrow(PracticeError);
  await expect(withPoolBundle(practice.id, async () => undefined)).rejects.toThrow(PracticeError);
  await expect(paperItems([practice], false)).rejects.toThrow(PracticeError);
  expect((await unstampedItems()).map(({ id }) => id)).toEqual([real.id]);
  const key = await createSigningKey(`${DAY}T00:00:00.000Z`);
  const library = await StoredLibrary.open({ key, office: '', person, trusted: [] });
  expect((await library.items()).map(({ itemId }) => itemId)).toEqual([real.id]);
  expect((await poolValues()).map((value) => value.key)).toEqual([real.digest.sha256]);
  expect(await (await openDatabase()).count('numbers')).toBe(
    (await (await openDatabase()).getAll('numbers')).filter(({ itemId }) => itemId === real.id).length,
  );
});

it('is never mixed with cases, nor a case with it, also from the pool', async () => {
  const fresh = { registrar: { name: person, licence: '' }, today: DAY, now: `${DAY}T00:00:00.000Z` };
  await saveCase(newCase({ id: 'c1', ...fresh }));
  await expect(setCase(practice.id, 'c1', person)).rejects.toThrow(PracticeError);
  await expect(setCase(practice.id, undefined, person)).rejects.toThrow(PracticeError);
  await expect(setCase(real.id, PRACTICE_CASE_ID, person)).rejects.toThrow(PracticeError);
  await setCase(real.id, 'c1', person);
  const value = { ...newCase({ id: PRACTICE_CASE_ID, ...fresh }), name: '别的案件' };
  await applyPoolValue({ of: 'case', key: PRACTICE_CASE_ID, value }, { person, from: '李四', itemId: undefined });
  expect((await listCases()).map(({ name }) => name)).toContain('练习案件');
});

it('is deleted whole, with a line for each item, and nothing else goes', async () => {
  await saveJob({ ...sampleJob('cut-off'), url: PRACTICE_ADDRESS, state: 'interrupted' });
  expect(await deletePractice(person)).toBe(1);
  expect((await listItems()).map(({ id }) => id)).toEqual([real.id]);
  expect(await listCases()).toEqual([]);
  expect(await readItem(practice.id)).toBeUndefined();
  const lines = await readLines();
  expect(lines.slice(-3)).toMatchObject([
    { act: 'deleted', itemId: practice.id, person, itemSha256: practice.digest.sha256, detail: '删除练习案件' },
    { act: 'capture-cancelled', person },
    { act: 'deleted', person, detail: '删除案件 练习案件' },
  ]);
  expect(await verifyLog()).toMatchObject({ intact: true });
});
