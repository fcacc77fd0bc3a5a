import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { openBag } from '../../utils/bundle/bag-file.ts';
import { itemsOf } from '../../utils/bundle/check-seals.ts';
import { verifyBundle } from '../../utils/bundle/verify-bundle.ts';
import { importBundle } from '../../utils/casework/import-bundle.ts';
import { mergeAddenda, planAddenda, StalePlanError } from '../../utils/casework/merge-addenda.ts';
import { addAddendum, readAddenda } from '../../utils/store/addendum-store.ts';
import { readLines, verifyLog } from '../../utils/store/custody-store.ts';
import { openDatabase } from '../../utils/store/database.ts';
import { readItem, verifyItem } from '../../utils/store/evidence-store.ts';
import { readEarlierLogs } from '../../utils/store/provenance-store.ts';
import { sampleBundle } from '../bundle/sample-bundle.ts';
import { zipFiles } from '../bundle/unpack.ts';
import { CORRECTION, emptyStore, exported, LOOK_UP, shot } from '../store/sample-addenda.ts';

const person = '王五';

let first: Blob;
let id: string;

/** Begins as an office that took in what the first office handed over. */
async function newOffice(zip: Blob): Promise<void> {
  await emptyStore();
  id = (await importBundle(zip, { person })).imported[0]!;
}

beforeEach(async () => {
  await newOffice((await sampleBundle(1)).zip);
  await addAddendum(id, LOOK_UP, shot());
  first = await exported([id]);
});

const stems = async () => (await readAddenda(id)).map(({ stem }) => stem);
const damaged = async () => (await verifyItem(id, { person })).health.damaged;
const failed = async (zip: Blob) =>
  (await verifyBundle(zip)).checks.filter(({ state }) => state === 'failed').flatMap(({ details }) => details);

/** What another office that took in `first` adds and hands back. */
async function addedElsewhere(value: string): Promise<Blob> {
  await newOffice(first);
  await addAddendum(id, { ...CORRECTION, person: '赵六', value }, undefined);
  return exported([id]);
}

it('brings none under a key that nobody here knows, and says so', async () => {
  const theirs = await addedElsewhere('HX2026-113');
  await newOffice(first);
  expect(await importBundle(theirs, { person, isKnownKey: () => false })).toMatchObject({
    present: [id],
    supplemented: [],
    refused: [{ itemId: id, addenda: ['0002'] }],
  });
  expect(await stems()).toEqual(['0001']);
});

it('brings addenda that another office added, with the log that cites them, once', async () => {
  const theirs = await addedElsewhere('HX2026-113');
  await newOffice(first);
  expect(await importBundle(theirs, { person, describeKey: () => '已登记：某局' })).toEqual({
    imported: [],
    present: [],
    restored: [],
    supplemented: [{ itemId: id, addenda: ['0002'], doubled: [] }],
    refused: [],
  });
  expect(await stems()).toEqual(['0001', '0002']);
  expect(await damaged()).toEqual([]);
  const line = (await readLines(id)).find(({ detail }) => detail.includes('补入'));
  expect(line).toMatchObject({ act: 'imported', person });
  expect(line!.detail).toMatch(/补入附页 0002，原日志链头 .+，证据包签名公钥指纹 [0-9a-f]{64}（已登记：某局）/);
  expect(await verifyLog()).toMatchObject({ intact: true });
  const said = (await readEarlierLogs(id)).flatMap(({ lines }) => lines.map(({ line: { detail } }) => detail));
  expect(said.filter((detail) => detail.startsWith('附页 0002'))).toHaveLength(1);
  expect(said.filter((detail) => detail.startsWith('封存'))).toHaveLength(1);
  expect(await importBundle(theirs, { person })).toMatchObject({ present: [id], supplemented: [] });
  expect(await stems()).toEqual(['0001', '0002']);
  expect((await addAddendum(id, CORRECTION)).number).toBe(3);
  expect(await failed(await exported([id]))).toEqual([]);
});

it('keeps both of two addenda that got the same number at two offices, and says so', async () => {
  const theirs = await addedElsewhere('HX2026-113');
  await newOffice(first);
  await addAddendum(id, { ...CORRECTION, at: '2026-11-24T02:00:00.000Z', value: 'HX2026-811' });
  const { supplemented } = await importBundle(theirs, { person });
  const [double] = supplemented[0]!.doubled;
  expect(double).toMatch(/^0002-[0-9a-f]{8}$/);
  expect(supplemented).toEqual([{ itemId: id, addenda: [double], doubled: [double] }]);
  expect(await stems()).toEqual(['0001', '0002', double]);
  expect(await damaged()).toEqual([]);
  const line = (await readLines(id)).find(({ detail }) => detail.includes('补入'));
  expect(line!.detail).toContain(`${double} 与本库附页编号相同、内容不同，两份都保留`);
  expect((await addAddendum(id, CORRECTION)).number).toBe(3);

  const both = await exported([id]);
  expect(await failed(both)).toEqual([]);
  const files = new Map(await zipFiles(both));
  const report = new TextDecoder().decode([...files].find(([name]) => name.endsWith('data/report.html'))![1]);
  for (const words of ['HX2026-113', 'HX2026-811', `附页 ${double}`]) expect(report).toContain(words);

  // The other office takes ours in its turn: each keeps its own number, and nothing is doubled again.
  await newOffice(first);
  expect((await importBundle(theirs, { person })).supplemented).toHaveLength(1);
  const back = (await importBundle(both, { person })).supplemented[0]!;
  expect(back.doubled).toHaveLength(1);
  expect(back.addenda).toContain('0003');
  // Ours was made before theirs, and those of one number stand in the order of their making.
  expect(await stems()).toEqual(['0001', back.doubled[0], '0002', '0003']);
  expect(await damaged()).toEqual([]);
  expect(await failed(await exported([id]))).toEqual([]);
  expect(await importBundle(both, { person })).toMatchObject({ present: [id] });

  // A third one gets all of it under the names that the bundle has.
  await newOffice(both);
  expect(await stems()).toEqual(['0001', '0002', double, '0003']);
  expect(await damaged()).toEqual([]);
});

it('a plan that was made before another addendum came is not carried out', async () => {
  const bag = await openBag(await addedElsewhere('HX2026-113'));
  await newOffice(first);
  const item = (await readItem(id))!;
  const plan = await planAddenda(bag, itemsOf(bag)[0]!, item);
  expect(plan.rows).toHaveLength(1);
  const { number } = await addAddendum(id, { ...CORRECTION, value: 'HX2026-811' });
  const by = { person, bundleKey: 'ab'.repeat(32), keyWords: () => '' };
  await expect(mergeAddenda(bag, item, plan, by)).rejects.toBeInstanceOf(StalePlanError);
  expect(number).toBe(2);
  expect((await readAddenda(id)).map(({ addendum }) => 'value' in addendum && addendum.value)).toEqual([
    false,
    'HX2026-811',
  ]);
});

it('is refused when an addendum beside another has digits that are not its own', async () => {
  const theirs = await addedElsewhere('HX2026-113');
  await newOffice(first);
  await addAddendum(id, { ...CORRECTION, value: 'HX2026-811' });
  await importBundle(theirs, { person });
  const database = await openDatabase();
  const row = (await readAddenda(id)).find(({ stem }) => stem.includes('-'))!;
  await database.put('addenda', { ...row, stem: '0002-00000000' });
  expect(await damaged()).toEqual(['addenda/0002-00000000.json', 'addenda/0002.json']);
  expect(await failed(await exported([id]))).toContain(`data/${id}/addenda/0002-00000000.json（制作证据包时已注明）`);
});

it('puts damaged addenda, pictures and logs back, each under its own name', async () => {
  await addAddendum(id, CORRECTION);
  const whole = await exported([id]);
  const database = await openDatabase();
  const [one, two] = await readAddenda(id);
  await database.put('addenda', { ...one!, picture: new Blob(['\u0089PNG other!']) });
  await database.put('addenda', { ...two!, addendum: { ...two!.addendum, person: '别人' } });
  const log = (await database.get('provenance', [id, 0]))!;
  await database.put('provenance', { ...log, log: new Blob(['']) });
  expect(await damaged()).toEqual(['addenda/0001.png', 'addenda/0002.json', 'earlier-logs/0001.jsonl']);
  expect(await importBundle(whole, { person })).toEqual({
    imported: [],
    present: [],
    restored: [id],
    supplemented: [],
    refused: [],
  });
  expect((await readItem(id))?.health.damaged).toEqual([]);
  expect(await readAddenda(id)).toMatchObject([{ stem: '0001' }, { stem: '0002', addendum: { person } }]);
  await database.delete('addenda', [id, 2]);
  expect(await damaged()).toEqual(['addenda/0002.json']);
  expect((await importBundle(whole, { person })).restored).toEqual([id]);
  expect(await stems()).toEqual(['0001', '0002']);
  expect(await verifyLog()).toMatchObject({ intact: true });
});

it('puts a lost log back that alone vouched for addenda, and doubles none of them', async () => {
  const theirs = await addedElsewhere('HX2026-113');
  await newOffice(theirs);
  const database = await openDatabase();
  for (const row of await database.getAll('provenance'))
    await database.put('provenance', { ...row, log: new Blob([]) });
  expect(await damaged()).toHaveLength(5);
  expect(await importBundle(theirs, { person })).toMatchObject({ restored: [id], supplemented: [] });
  expect((await readItem(id))?.health.damaged).toEqual([]);
  expect(await stems()).toEqual(['0001', '0002']);
});

it('does not give out the number of an addendum that was lost', async () => {
  const theirs = await addedElsewhere('HX2026-113');
  await newOffice(first);
  await addAddendum(id, { ...CORRECTION, value: 'HX2026-811' });
  await (await openDatabase()).delete('addenda', [id, 2]);
  expect((await importBundle(theirs, { person })).supplemented[0]!.doubled).toHaveLength(1);
  expect((await addAddendum(id, CORRECTION)).number).toBe(3);
  expect(await damaged()).toEqual(['addenda/0002.json']);
});
