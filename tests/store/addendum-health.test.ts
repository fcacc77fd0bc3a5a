import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { importBundle } from '../../utils/casework/import-bundle.ts';
import { sweepHealth } from '../../utils/casework/sweep-health.ts';
import type { LookUpAddendum } from '../../utils/evidence/addendum.ts';
import { addAddendum, readAddenda, readAddendumPicture } from '../../utils/store/addendum-store.ts';
import { readLines } from '../../utils/store/custody-store.ts';
import { openDatabase } from '../../utils/store/database.ts';
import type { StoredAddendum } from '../../utils/store/evidence-database.ts';
import { deleteItem, readItem, verifyItem } from '../../utils/store/evidence-store.ts';
import { DamagedArtefactError } from '../../utils/store/health.ts';
import { sampleBundle } from '../bundle/sample-bundle.ts';
import { CORRECTION, emptyStore, exported, LOOK_UP, shot } from './sample-addenda.ts';

const person = '王五';

let id: string;
beforeEach(async () => {
  await emptyStore();
  id = (await importBundle((await sampleBundle(1)).zip, { person })).imported[0]!;
  await addAddendum(id, LOOK_UP, shot());
  await addAddendum(id, CORRECTION);
});

const damaged = async () => (await verifyItem(id, { person })).health.damaged;

/** Changes one stored addendum behind the product's back. */
async function tamper(number: number, change: (row: StoredAddendum) => StoredAddendum): Promise<void> {
  const database = await openDatabase();
  await database.put('addenda', change((await database.get('addenda', [id, number]))!));
}

/** Changes the picture that the first addendum shows. */
const repaint = (row: StoredAddendum): StoredAddendum => ({ ...row, picture: new Blob(['\u0089PNG other!']) });

describe('a check of an item', () => {
  it('finds its addenda whole when nothing happened to them', async () => {
    expect(await damaged()).toEqual([]);
  });

  it('names an addendum whose words were changed', async () => {
    await tamper(2, (row) => ({ ...row, addendum: { ...row.addendum, person: '别人' } }));
    expect(await damaged()).toEqual(['addenda/0002.json']);
    expect((await readLines(id)).at(-1)).toMatchObject({
      act: 'verified',
      detail: '校验不一致：addenda/0002.json',
    });
  });

  it('names an addendum that is gone, by the number that the log gives it', async () => {
    await (await openDatabase()).delete('addenda', [id, 2]);
    expect(await damaged()).toEqual(['addenda/0002.json']);
  });

  it('names one that the log does not know, and two that changed places', async () => {
    const [first, second] = await readAddenda(id);
    await (await openDatabase()).put('addenda', {
      itemId: id,
      number: 3,
      addendum: { ...second!.addendum, number: 3 },
    });
    expect(await damaged()).toEqual(['addenda/0003.json']);
    await (await openDatabase()).delete('addenda', [id, 3]);
    await tamper(1, () => ({ itemId: id, number: 1, addendum: second!.addendum }));
    await tamper(2, () => ({ ...first!, number: 2 }));
    expect(await damaged()).toEqual(['addenda/0001.json', 'addenda/0002.json']);
  });

  it.each([
    ['changed', repaint],
    ['lost', ({ picture: _lost, ...row }: StoredAddendum) => row],
  ])('names a picture that is %s', async (_how, change) => {
    await tamper(1, change);
    expect(await damaged()).toEqual(['addenda/0001.png']);
  });

  it('names a picture that no addendum speaks of', async () => {
    await tamper(2, (row) => ({ ...row, picture: new Blob(['slipped in']) }));
    expect(await damaged()).toEqual(['addenda/0002.png']);
  });

  it('names a log that came with the item and is another now', async () => {
    const database = await openDatabase();
    const row = (await database.get('provenance', [id, 0]))!;
    await database.put('provenance', { ...row, log: new Blob(['']) });
    expect(await damaged()).toEqual(['earlier-logs/0001.jsonl']);
  });

  it('does not miss what an older bundle lacks after the item was deleted and taken in again', async () => {
    const older = await exported([id]);
    await addAddendum(id, CORRECTION);
    await deleteItem(id, '重复', person);
    await importBundle(older, { person });
    expect(await damaged()).toEqual([]);
    expect((await readAddenda(id)).map(({ number }) => number)).toEqual([1, 2]);
  });
});

it('the idle sweep finds a damaged addendum, and writes it into the log once', async () => {
  await tamper(1, repaint);
  expect(await sweepHealth(new Date(Date.now() + 1000))).toEqual([id]);
  expect(await sweepHealth(new Date(Date.now() + 2000))).toEqual([id]);
  const said = (await readLines(id)).filter(({ detail }) => detail === '定期校验不一致：addenda/0001.png');
  expect(said).toHaveLength(1);
});

it('a picture is shown only when it is the one that the addendum names; else the item is quarantined', async () => {
  const { picture } = (await readAddenda(id))[0]!.addendum as LookUpAddendum;
  expect(await (await readAddendumPicture(id, picture!)).text()).toBe(await shot().blob.text());
  await tamper(1, repaint);
  await expect(readAddendumPicture(id, picture!)).rejects.toBeInstanceOf(DamagedArtefactError);
  expect((await readItem(id))?.health.damaged).toEqual(['addenda/0001.png']);
});

it('files are put back from a bundle also while an addendum that it lacks stays damaged', async () => {
  const { zip } = await sampleBundle(1);
  await (await openDatabase()).put('artefacts', { itemId: id, name: 'page.mhtml', blob: new Blob(['lost']) });
  await tamper(2, (row) => ({ ...row, addendum: { ...row.addendum, person: '别人' } }));
  expect(await damaged()).toEqual(['page.mhtml', 'addenda/0002.json']);
  expect((await importBundle(zip, { person })).restored).toEqual([id]);
  expect((await readItem(id))?.health.damaged).toEqual(['addenda/0002.json']);
});
