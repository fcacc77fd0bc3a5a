// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act } from 'preact/test-utils';
import { beforeEach, expect, it } from 'vitest';
import { BulkToast } from '../../../components/library/BulkToast.tsx';
import { useBulkActs } from '../../../entrypoints/library/items/use-bulk-acts.ts';
import { newCase } from '../../../utils/evidence/case.ts';
import { saveCase } from '../../../utils/store/cases.ts';
import { readLines } from '../../../utils/store/custody-store.ts';
import { openDatabase } from '../../../utils/store/database.ts';
import { readItem, setStatus } from '../../../utils/store/evidence-store.ts';
import { draw, named, press } from '../../components/draw.ts';
import { sampleItem } from '../../components/library/sample-items.ts';
import { emptyStore } from '../../store/sample-addenda.ts';

const person = '人员甲';
const IDS = ['E20261123-0001', 'E20261123-0002', 'E20261123-0003'];
const DISMISSED = 'f1';

/** One in a case, one in none and already checked, one whose claim was dismissed before. */
beforeEach(async () => {
  await emptyStore();
  const registrar = { name: person, licence: '' };
  for (const id of ['case-a', 'case-b'])
    await saveCase(newCase({ id, registrar, today: '2026-11-23', now: '2026-11-23T00:00:00Z' }));
  const database = await openDatabase();
  await database.put('items', sampleItem({ id: IDS[0]! }, { caseId: 'case-a' }));
  await database.put('items', sampleItem({ id: IDS[1]! }, { status: 'investigating' }));
  await database.put('items', sampleItem({ id: IDS[2]! }, { dismissed: [DISMISSED] }));
});

type Acts = ReturnType<typeof useBulkActs>;

/** Draws the toast of the acts, and does one of them. */
async function bulk(work: (acts: Acts) => Promise<void>): Promise<void> {
  let acts: Acts | null = null;
  const Bulk = () => {
    acts = useBulkActs(person);
    return <BulkToast {...acts} />;
  };
  await draw(<Bulk />);
  await act(() => work(acts!));
}

const said = () => document.querySelector('.zj-toast')?.textContent ?? '';
const stands = async () =>
  Promise.all(IDS.map((id) => readItem(id).then((item) => [item?.caseId, item?.status, item?.dismissed])));
const logOf = async (id: string) => (await readLines(id)).map(({ act, detail }) => `${act} ${detail}`);

/** Presses what the toast offers, and waits for its answer. */
async function undone(sentence: string): Promise<void> {
  await act(() => named('.zj-toast button', '撤销').click());
  await expect.poll(said).toContain(sentence);
}

it('files many, and puts each back where it was, with a line for both', async () => {
  const before = await stands();
  await bulk((acts) => acts.file(IDS, 'case-b', '乙案'));
  expect(said()).toContain('已将 3 份归入“乙案”');
  expect((await stands()).map(([caseId]) => caseId)).toEqual(['case-b', 'case-b', 'case-b']);
  await undone('已撤销，3 份恢复原状');
  expect(await stands()).toEqual(before);
  expect(await logOf(IDS[0]!)).toEqual([
    'status-changed 归入案件 case-b',
    'status-changed 撤销批量操作：归入案件 case-a',
  ]);
  expect((await logOf(IDS[1]!)).at(-1)).toBe('status-changed 撤销批量操作：移出案件');
});

it('marks many, leaves alone what is so already, and keeps what another changed since', async () => {
  await bulk((acts) => acts.mark(IDS, 'investigating'));
  expect(said()).toContain('已将 2 份改为“核查中”');
  expect(await logOf(IDS[1]!)).toEqual([]);
  await setStatus(IDS[2]!, 'transferred', '人员乙');
  await undone('已撤销 1 份；1 份此后另有改动，未动');
  expect((await stands()).map(([, status]) => status)).toEqual(['pending', 'investigating', 'transferred']);
});

it('dismisses what one rule found in many, and takes back only that, by key as well', async () => {
  const before = await stands();
  await bulk((acts) => acts.dismiss(IDS, { id: 'fake-certification/same-day', name: '当天或即时出证' }));
  expect(said()).toContain('已在 2 份中把“当天或即时出证”标为误报');
  expect((await stands()).map(([, , dismissed]) => dismissed)).toEqual([[DISMISSED], [DISMISSED], [DISMISSED]]);
  await press('z', { ctrlKey: true });
  await expect.poll(said).toContain('已撤销，2 份恢复原状');
  expect(await stands()).toEqual(before);
  expect(await logOf(IDS[0]!)).toEqual([`dismissed ${DISMISSED}`, `restored ${DISMISSED}`]);
});

it('says what stopped it, and takes back what was done until then', async () => {
  await bulk((acts) => acts.mark([IDS[0]!, 'E20261123-9999', IDS[2]!], 'unfounded'));
  expect(document.querySelector('.zj-toast-error')).not.toBeNull();
  await undone('已撤销，1 份恢复原状');
  expect((await stands()).map(([, status]) => status)).toEqual(['pending', 'investigating', 'pending']);
});
