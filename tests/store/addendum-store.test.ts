import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { verifyBundle } from '../../utils/bundle/verify-bundle.ts';
import { importBundle } from '../../utils/casework/import-bundle.ts';
import { addendumBytes } from '../../utils/evidence/addendum.ts';
import { createSha256 } from '../../utils/evidence/digest.ts';
import { addAddendum, readAddenda } from '../../utils/store/addendum-store.ts';
import { readLines, verifyLog } from '../../utils/store/custody-store.ts';
import { deleteItem, readItem, UnknownItemError } from '../../utils/store/evidence-store.ts';
import { sampleBundle } from '../bundle/sample-bundle.ts';
import { packFiles, zipFiles } from '../bundle/unpack.ts';
import { CORRECTION, emptyStore, exported, LOOK_UP, shot } from './sample-addenda.ts';

const person = '王五';

let id: string;
beforeEach(async () => {
  await emptyStore();
  const { zip } = await sampleBundle(1);
  id = (await importBundle(zip, { person })).imported[0]!;
});

const failedChecks = async (zip: Blob) =>
  (await verifyBundle(zip)).checks.filter(({ state }) => state === 'failed').map(({ name }) => name);

/** The bundle with its files changed and packed anew; only what checks more than manifests is asked for. */
async function changed(change: (files: Map<string, Uint8Array<ArrayBuffer>>) => void): Promise<Blob> {
  const zip = await exported([id]);
  const top = (await zipFiles(zip))[0]![0].split('/')[0]!;
  const files = new Map((await zipFiles(zip)).map(([name, bytes]) => [name.slice(top.length + 1), bytes]));
  change(files);
  return packFiles(top, files);
}

describe('an addendum', () => {
  it('is cited by the log with its digest and leaves record and seal alone', async () => {
    const before = await readItem(id);
    const addendum = await addAddendum(id, LOOK_UP, shot());
    expect(await readItem(id)).toEqual(before);
    const sha256 = (await createSha256())(addendumBytes(addendum));
    expect((await readLines(id)).at(-1)).toMatchObject({
      act: 'supplemented',
      person,
      itemSha256: before!.digest.sha256,
      detail: `附页 0001（证书 1 官方查询，检验检测报告编号查询平台：内容不一致），SHA-256 ${sha256}`,
    });
    expect(await verifyLog()).toMatchObject({ intact: true });
  });

  it('is refused for an item that is not there, and goes with an item that is deleted', async () => {
    await expect(addAddendum('E20260101-0001', LOOK_UP)).rejects.toBeInstanceOf(UnknownItemError);
    await addAddendum(id, LOOK_UP);
    await deleteItem(id, '重复', person);
    expect(await readAddenda(id)).toEqual([]);
  });
});

describe('a bundle with addenda', () => {
  beforeEach(async () => {
    await addAddendum(id, LOOK_UP, shot());
    await addAddendum(id, CORRECTION);
  });

  it('carries them, prints them and passes', async () => {
    const zip = await exported([id]);
    const verdict = await verifyBundle(zip);
    expect(verdict.checks.find(({ name }) => name === 'addenda')).toMatchObject({ state: 'ok', details: [] });
    expect(verdict.ok).toBe(true);
    const report = new TextDecoder().decode(
      (await zipFiles(zip)).find(([name]) => name.endsWith('data/report.html'))![1],
    );
    for (const words of ['内容不一致', '&lt;b&gt;委托单位&lt;/b&gt;', 'HX2026-113', `${id}/addenda/0001.png`])
      expect(report).toContain(words);
  });

  it('fails when one is left out, put in, changed, or given another picture', async () => {
    const folder = `data/${id}/addenda/`;
    const names = async (change: Parameters<typeof changed>[0]) => await failedChecks(await changed(change));
    const rewritten = (files: Map<string, Uint8Array<ArrayBuffer>>) => {
      const text = new TextDecoder().decode(files.get(`${folder}0001.json`)!);
      files.set(`${folder}0001.json`, new TextEncoder().encode(text.replace('"differs"', '"valid"')));
    };
    for (const change of [
      (files: Map<string, unknown>) => void files.delete(`${folder}0002.json`),
      (files: Map<string, Uint8Array<ArrayBuffer>>) =>
        void files.set(`${folder}0003.json`, files.get(`${folder}0002.json`)!),
      rewritten,
      (files: Map<string, Uint8Array<ArrayBuffer>>) => void files.set(`${folder}0001.png`, new Uint8Array([1])),
      (files: Map<string, Uint8Array<ArrayBuffer>>) => void files.set(`${folder}0002.png`, new Uint8Array([1])),
    ])
      expect(await names(change)).toContain('addenda');
  });

  it('is taken in elsewhere with them, and what is added there goes on counting', async () => {
    const zip = await exported([id]);
    await deleteItem(id, '交接', person);
    await importBundle(zip, { person });
    expect((await readAddenda(id)).map(({ number, picture }) => [number, picture?.size])).toEqual([
      [1, shot().blob.size],
      [2, undefined],
    ]);
    expect((await addAddendum(id, CORRECTION)).number).toBe(3);
    expect(await failedChecks(await exported([id]))).toEqual([]);
  });
});
