import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { StoredLibrary } from '../../utils/casework/pool-library.ts';
import { putBack } from '../../utils/casework/put-back.ts';
import { settleCase } from '../../utils/casework/settle-case.ts';
import { type Case, newCase } from '../../utils/evidence/case.ts';
import { createSigningKey } from '../../utils/evidence/seal.ts';
import { Ledger } from '../../utils/pool/ledger.ts';
import { MemoryLedger } from '../../utils/pool/memory-ledger.ts';
import { MemoryStore } from '../../utils/pool/memory-store.ts';
import { bundlePlace } from '../../utils/pool/places.ts';
import { synchronise } from '../../utils/pool/synchronise.ts';
import { headsOf } from '../../utils/pool/versions.ts';
import { addAddendum, readAddenda } from '../../utils/store/addendum-store.ts';
import { changeCase, listCases } from '../../utils/store/cases.ts';
import { readLines, verifyLog } from '../../utils/store/custody-store.ts';
import { openDatabase } from '../../utils/store/database.ts';
import { listItems, readItem, setDismissed, verifyItem } from '../../utils/store/evidence-store.ts';
import { poolLedger } from '../../utils/store/pool-ledger.ts';
import { colleagueWith } from '../pool/bundled-colleague.ts';
import { installOpfs } from '../store/fake-opfs.ts';
import { CORRECTION, emptyStore, LOOK_UP, shot } from '../store/sample-addenda.ts';

installOpfs();
beforeEach(emptyStore);

const now = () => new Date().toISOString();

async function setUp() {
  const store = new MemoryStore();
  const theirs = new MemoryLedger();
  const { colleague, sealed } = await colleagueWith(1);
  const key = await createSigningKey(now());
  const trusted = [{ fingerprint: colleague.key.fingerprint, holder: '李四（南区所）', addedOn: '2026-11-30' }];
  colleague.confirmed.add(key.fingerprint);
  const open = () => StoredLibrary.open({ key, office: '市场监管局', person: '王五', trusted });
  const here = async () => synchronise(store, poolLedger, await open(), { now });
  const there = () => synchronise(store, theirs, colleague, { now });
  return { store, theirs, colleague, sealed, key, open, here, there };
}

it('takes in an item of a colleague whole, with a line that says whose it is, and says that it has it', async () => {
  const { store, sealed, here, there, key } = await setUp();
  await there();
  expect(await here()).toMatchObject({ taken: 1, findings: [] });
  const [item] = await listItems();
  expect(item?.digest).toEqual(sealed[0]?.digest);
  expect((await readLines(item!.id))[0]).toMatchObject({ act: 'imported', person: '王五' });
  expect([...store.files.keys()].some((place) => place.startsWith(`log/${key.fingerprint}/`))).toBe(true);
  expect(await here()).toMatchObject({ taken: 0, handedIn: 0 });
  expect(await verifyLog()).toMatchObject({ intact: true });
});

it('hands in addenda with their pictures and dismissals, and takes in those of others beside its own', async () => {
  const { store, theirs, here, there, colleague } = await setUp();
  await there();
  await here();
  const [item] = await listItems();
  await addAddendum(item!.id, LOOK_UP, shot());
  await setDismissed(item!.id, 'f1', true, '王五');
  await here();
  const recordSha256 = item!.digest.sha256;
  const own = { ...CORRECTION, schema: 1 as const, number: 1, recordSha256 };
  colleague.addenda = async () => [{ sha256: 'f'.repeat(64), recordSha256, addendum: own }];
  colleague.takeAddendum = async () => undefined;
  await there();
  const known = await Ledger.open(theirs);
  expect([...known.get('addenda').values()].map(({ addendum }) => addendum.kind).sort()).toEqual([
    'correction',
    'look-up',
  ]);
  expect([...known.get('versions').values()]).toMatchObject([{ of: 'item', value: { dismissed: ['f1'] } }]);
  expect(await here()).toMatchObject({ addenda: 1 });
  expect((await readAddenda(item!.id)).map(({ stem }) => stem.slice(0, 4))).toEqual(['0001', '0001']);
  expect((await verifyItem(item!.id, { person: '王五' })).health.damaged).toEqual([]);
  // The picture of the look-up, and the file that proves the store.
  expect([...store.files.keys()].filter((place) => place.startsWith('files/'))).toHaveLength(2);
});

it('shows two edits of a case until an officer says which holds, and both machines then agree', async () => {
  const { theirs, colleague, open, here, there } = await setUp();
  const start = newCase({ id: 'c', registrar: { name: '李四', licence: '2' }, today: '2026-11-30', now: now() });
  colleague.cases.set('c', { ...start, name: '某公司' });
  await there();
  await here();
  expect((await listCases())[0]).toMatchObject({ id: 'c', name: '某公司' });
  await changeCase('c', { summary: '这里的摘要' });
  colleague.cases.set('c', { ...start, name: '某公司', summary: '那里的摘要' });
  await there();
  await here();
  const heads = async () => headsOf((await Ledger.open(poolLedger)).versionsByValue().get('case c')!);
  expect(await heads()).toHaveLength(2);
  expect((await listCases())[0]).toMatchObject({ summary: '这里的摘要' });
  await settleCase(poolLedger, await open(), 'c', 'theirs');
  expect((await listCases())[0]).toMatchObject({ summary: '那里的摘要' });
  await here();
  await there();
  expect(await heads()).toHaveLength(1);
  expect(headsOf((await Ledger.open(theirs)).versionsByValue().get('case c')!)).toHaveLength(1);
  expect((colleague.cases.get('c') as Case).summary).toBe('那里的摘要');
});

it('puts back what was taken out of the pool, in a bundle that is checked like any other', async () => {
  const { store, open, here, there } = await setUp();
  await there();
  await here();
  const [item] = await listItems();
  const [row] = (await Ledger.open(poolLedger)).get('items').values();
  store.remove(bundlePlace(row!.bundle));
  const segment = [...store.files.keys()].find((place) => place.startsWith('log/'))!;
  store.remove(segment);
  const { findings } = await here();
  expect(findings.map(({ what }) => what)).toEqual(['missing', 'missing']);
  expect(await putBack(store, poolLedger, await open(), { findings, now: now() })).toBe(2);
  expect(await here()).toMatchObject({ findings: [] });
  expect(store.files.has(segment)).toBe(true);
  expect(await readItem(item!.id)).toBeDefined();
});

it('takes no confirmation of a colleague by whoever captured the item, as the desk takes none', async () => {
  const { open, here, there, colleague } = await setUp();
  await there();
  await here();
  const [item] = await listItems();
  const [capturer] = item!.record.officers;
  // Since 0.2.0 a record says who was there, so that its first officer is the one who captured it.
  const attended = { ...item!, record: { ...item!.record, attendedSince: now() } };
  await (await openDatabase()).put('items', attended);
  const by = (officer: { name: string; licence: string }) => ({
    officer,
    points: ['log' as const],
    remark: '',
    at: now(),
  });
  const other = by({ name: '赵六', licence: '6' });
  await (await open()).apply(
    {
      ...{ of: 'item', key: item!.digest.sha256 },
      value: { status: 'pending', dismissed: [], confirmations: [by(capturer!), other] },
    },
    { key: colleague.key.fingerprint },
  );
  expect((await readItem(item!.id))?.confirmations).toEqual([other]);
});

it('hands in no case that others would refuse with all that is written behind it, and does not replace it', async () => {
  const { theirs, colleague, here, there } = await setUp();
  const start = newCase({ id: 'c', registrar: { name: '李四', licence: '2' }, today: '2026-11-30', now: now() });
  colleague.cases.set('c', start);
  await there();
  await here();
  await changeCase('c', { correctBy: '20260-01-01' });
  colleague.cases.set('c', { ...start, name: '某公司' });
  await here();
  expect(await there()).toMatchObject({ findings: [] });
  expect(headsOf((await Ledger.open(theirs)).versionsByValue().get('case c')!)).toHaveLength(1);
  await here();
  expect((await listCases())[0]).toMatchObject({ name: '', correctBy: '20260-01-01' });
});
