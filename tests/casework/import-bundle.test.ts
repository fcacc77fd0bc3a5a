import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { verifyBundle } from '../../utils/bundle/verify-bundle.ts';
import { BundleRejectedError } from '../../utils/casework/bundle-rejected.ts';
import { importBundle } from '../../utils/casework/import-bundle.ts';
import { sweepHealth } from '../../utils/casework/sweep-health.ts';
import { totalSize } from '../../utils/evidence/total-size.ts';
import { readLines, verifyLog } from '../../utils/store/custody-store.ts';
import { openDatabase } from '../../utils/store/database.ts';
import { StorageFullError } from '../../utils/store/disk-reserve.ts';
import {
  deleteItem,
  listItems,
  readArtefact,
  readItem,
  setStatus,
  verifyItem,
} from '../../utils/store/evidence-store.ts';
import { RECORD_PART } from '../../utils/store/health.ts';
import { sampleBundle } from '../bundle/sample-bundle.ts';
import { packFiles, zipFiles } from '../bundle/unpack.ts';
import { emptyStore, exported } from '../store/sample-addenda.ts';

const person = '王五';

beforeEach(emptyStore);

it('takes in a bundle of another office, whole, beside own numbers, and its log goes on', async () => {
  const { zip, items } = await sampleBundle(2);
  const { imported, present } = await importBundle(zip, { person });
  const digits = items[0]!.signature!.keyFingerprint.slice(0, 8);
  expect(imported).toEqual([`E20261123-0001-${digits}`, `E20261123-0002-${digits}`]);
  expect(present).toEqual([]);
  const item = await readItem(imported[0]!);
  expect(item).toMatchObject({ record: items[0]!.record, digest: items[0]!.digest, signature: items[0]!.signature });
  expect(await (await readArtefact(imported[1]!, 'text.txt')).text()).toContain('当天出证');
  expect(await readLines(imported[0])).toMatchObject([
    { act: 'imported', person, itemSha256: items[0]!.digest.sha256, detail: expect.stringContaining('原日志链头') },
  ]);
  expect(await importBundle(zip, { person })).toEqual({
    imported: [],
    present: imported,
    restored: [],
    supplemented: [],
    refused: [],
  });
});

it('passes on what it took in, with the log that came with it, and takes that in again elsewhere', async () => {
  const first = await sampleBundle(1);
  const { imported } = await importBundle(first.zip, { person });
  const again = await exported(imported);
  expect((await verifyBundle(again)).checks.filter((check) => check.state === 'failed')).toEqual([]);
  const names = (await zipFiles(again)).map(([name]) => name.split('/').slice(1).join('/'));
  expect(names).toContain(`data/${imported[0]}/earlier-logs/0001.jsonl`);
  await deleteItem(imported[0]!, '交接', person);
  expect(await listItems()).toEqual([]);
  expect((await importBundle(again, { person })).imported).toEqual(imported);
  expect(await verifyLog()).toMatchObject({ intact: true });
});

it('writes into the log how the sealing key was checked', async () => {
  const { zip, items } = await sampleBundle(1);
  const { keyFingerprint } = items[0]!.signature!;
  const { imported } = await importBundle(zip, { person, describeKey: (key) => `${key.slice(0, 4)} 已登记：某局` });
  const [line] = await readLines(imported[0]);
  expect(line?.detail).toContain(`封存公钥指纹 ${keyFingerprint}（${keyFingerprint.slice(0, 4)} 已登记：某局）`);
});

it('keeps the items taken in before it is cancelled, whole, and takes in the rest next time', async () => {
  const { zip } = await sampleBundle(2);
  const control = new AbortController();
  const first: string[] = [];
  const onItem = (itemId: string) => {
    first.push(itemId);
    control.abort();
  };
  await expect(importBundle(zip, { person, signal: control.signal, onItem })).rejects.toThrow();
  expect((await listItems()).map(({ id }) => id)).toEqual(first);
  const { imported, present } = await importBundle(zip, { person });
  expect([imported.length, present]).toEqual([1, first]);
  expect(await verifyLog()).toMatchObject({ intact: true });
});

it('puts damaged files back from a bundle of the same record, and leaves what stands beside the seal alone', async () => {
  const { zip } = await sampleBundle(1);
  const { imported } = await importBundle(zip, { person });
  const id = imported[0]!;
  await setStatus(id, 'investigating', person);
  const database = await openDatabase();
  await database.put('artefacts', { itemId: id, name: 'page.mhtml', blob: new Blob(['lost']) });
  const item = (await readItem(id))!;
  await database.put('items', { ...item, record: { ...item.record, office: '改过的单位' } });
  expect((await verifyItem(id, { person })).health.damaged).toEqual([RECORD_PART, 'page.mhtml']);
  expect(await importBundle(zip, { person })).toEqual({
    imported: [],
    present: [],
    restored: [id],
    supplemented: [],
    refused: [],
  });
  expect(await readItem(id)).toMatchObject({ status: 'investigating', health: { damaged: [] }, digest: item.digest });
  expect((await (await readArtefact(id, 'page.mhtml')).text()).startsWith('MIME')).toBe(true);
  expect((await readLines(id)).at(-1)?.detail).toContain('page.mhtml');
});

it('refuses another record under a number that is taken', async () => {
  const { zip } = await sampleBundle(1);
  const { imported } = await importBundle(zip, { person });
  const database = await openDatabase();
  const item = (await readItem(imported[0]!))!;
  await database.put('items', { ...item, digest: { ...item.digest, sha256: '0'.repeat(64) } });
  await expect(importBundle(zip, { person })).rejects.toBeInstanceOf(BundleRejectedError);
});

it('takes in nothing for which there is no room, and says so', async () => {
  const { zip, items } = await sampleBundle(1);
  const size = totalSize(items[0]!.record.artefacts);
  const quota = 100 * 1024 * 1024;
  const estimate = async () => ({ usage: quota - 24 * 1024 * 1024 - size + 1, quota });
  vi.stubGlobal('navigator', { storage: { estimate } });
  await expect(importBundle(zip, { person })).rejects.toBeInstanceOf(StorageFullError);
  vi.unstubAllGlobals();
  expect(await listItems()).toEqual([]);
  expect((await importBundle(zip, { person })).imported).toHaveLength(1);
});

it('takes in a bundle that another program packed anew', async () => {
  const { zip, items, summary } = await sampleBundle(1);
  const files = (await zipFiles(zip)).map(([name, bytes]) => [name.slice(summary.name.length + 1), bytes] as const);
  const { imported } = await importBundle(await packFiles(summary.name, files), { person });
  expect((await readItem(imported[0]!))?.digest).toEqual(items[0]!.digest);
  expect((await verifyItem(imported[0]!, { person })).health.damaged).toEqual([]);
});

it('takes in nothing of a bundle that does not hold', async () => {
  const bytes = new Uint8Array(await (await sampleBundle(2)).zip.arrayBuffer());
  bytes[Math.floor(bytes.length / 3)]! ^= 1;
  await expect(importBundle(new Blob([bytes]), { person })).rejects.toBeInstanceOf(BundleRejectedError);
  expect(await listItems()).toEqual([]);
  expect(await readLines()).toEqual([]);
});

it('the idle sweep finds damage, names it once in the log, and checks only what is due', async () => {
  const { imported } = await importBundle((await sampleBundle(2)).zip, { person });
  const database = await openDatabase();
  const row = await database.get('artefacts', [imported[1]!, 'page.mhtml']);
  await database.put('artefacts', { ...row!, blob: new Blob(['lost']) });
  const later = new Date(Date.now() + 1000);
  expect(await sweepHealth(later)).toEqual([imported[1]]);
  expect((await readItem(imported[1]!))?.health.damaged).toEqual(['page.mhtml']);
  expect((await readItem(imported[0]!))?.health.damaged).toEqual([]);
  await sweepHealth(new Date(Date.now() + 1000));
  expect((await readLines(imported[1])).filter((line) => line.act === 'verified')).toHaveLength(1);
  expect(await sweepHealth(new Date(0))).toEqual([]);
});

it('the idle sweep checks an item again that a clock set forward had checked in the future', async () => {
  const { imported } = await importBundle((await sampleBundle(1)).zip, { person });
  const database = await openDatabase();
  const item = (await readItem(imported[0]!))!;
  await database.put('items', { ...item, health: { checkedAt: '2199-01-01T00:00:00.000Z', damaged: [] } });
  const row = await database.get('artefacts', [imported[0]!, 'page.mhtml']);
  await database.put('artefacts', { ...row!, blob: new Blob(['lost']) });
  expect(await sweepHealth(new Date(0))).toEqual(imported);
});
