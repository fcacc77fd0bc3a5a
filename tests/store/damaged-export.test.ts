import 'fake-indexeddb/auto';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { verifyBundle } from '../../utils/bundle/verify-bundle.ts';
import { DamagedRecordError } from '../../utils/bundle/write-item.ts';
import { BundleRejectedError } from '../../utils/casework/bundle-rejected.ts';
import { importBundle } from '../../utils/casework/import-bundle.ts';
import { addAddendum, readAddenda } from '../../utils/store/addendum-store.ts';
import { openDatabase } from '../../utils/store/database.ts';
import { readItem, verifyItem } from '../../utils/store/evidence-store.ts';
import { DamagedArtefactError } from '../../utils/store/health.ts';
import { sampleBundle } from '../bundle/sample-bundle.ts';
import { packFiles, unpack, zipFiles } from '../bundle/unpack.ts';
import { CORRECTION, emptyStore, exported, LOOK_UP, shot } from './sample-addenda.ts';

const person = '王五';

let id: string;
beforeEach(async () => {
  await emptyStore();
  id = (await importBundle((await sampleBundle(1)).zip, { person })).imported[0]!;
  await addAddendum(id, LOOK_UP, shot());
  await addAddendum(id, CORRECTION);
});

/** Loses one file, changes another, an addendum and a picture, and has the item checked. */
async function damage(): Promise<readonly string[]> {
  const database = await openDatabase();
  await database.put('artefacts', { itemId: id, name: 'page.mhtml', blob: new Blob(['other bytes']) });
  await database.delete('artefacts', [id, 'screenshot/tile-0002.png']);
  const [look, correction] = await readAddenda(id);
  await database.put('addenda', { ...look!, picture: new Blob(['another picture']) });
  await database.put('addenda', { ...correction!, addendum: { ...correction!.addendum, person: '冒名者' } });
  return (await verifyItem(id, { person })).health.damaged;
}

const paths = async (zip: Blob) => (await zipFiles(zip)).map(([name]) => name.split('/').slice(1).join('/'));
async function textOf(zip: Blob, path: string): Promise<string> {
  return new TextDecoder().decode((await zipFiles(zip)).find(([name]) => name.endsWith(path))![1]);
}

describe('a bundle of an item that is known to be damaged', () => {
  let zip: Blob;
  beforeEach(async () => {
    expect(await damage()).toEqual(['screenshot/tile-0002.png', 'page.mhtml', 'addenda/0001.png', 'addenda/0002.json']);
    zip = await exported([id]);
  });

  it('fails its check for these files and no others, and says that it was known', async () => {
    const { ok, checks } = await verifyBundle(zip);
    expect(ok).toBe(false);
    const failed = checks.filter(({ state }) => state === 'failed');
    expect(failed.map(({ name, declared }) => [name, declared])).toEqual([
      ['records', true],
      ['addenda', true],
    ]);
    expect(failed[0]!.sentence).toContain('制作证据包时已注明');
    expect(failed.flatMap(({ details }) => details)).toEqual([
      `data/${id}/screenshot/tile-0002.png（制作证据包时已注明）`,
      `data/${id}/page.mhtml（制作证据包时已注明）`,
      `data/${id}/addenda/0001.png（制作证据包时已注明）`,
      `data/${id}/addenda/0002.json（制作证据包时已注明）`,
      expect.stringMatching(/附页 0002（[0-9a-f]{64}）（制作证据包时已注明）/),
    ]);
  });

  it('has what lies there under manifests that hold, and lacks what is lost', async () => {
    expect(await paths(zip)).not.toContain(`data/${id}/screenshot/tile-0002.png`);
    expect(await textOf(zip, `data/${id}/page.mhtml`)).toBe('other bytes');
    expect(await textOf(zip, 'manifest-sha256.txt')).toContain(`data/${id}/page.mhtml`);
  });

  it('is accepted by programs that look at the manifests, and its record by openssl', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'damaged-'));
    writeFileSync(join(folder, 'bundle.zip'), new Uint8Array(await zip.arrayBuffer()));
    const bag = await unpack(join(folder, 'bundle.zip'), folder);
    const run = (command: string, ...args: string[]) => execFileSync(command, args, { cwd: bag, encoding: 'utf8' });
    for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt'])
      expect(run('sha256sum', '--strict', '-c', manifest)).not.toContain('FAILED');
    expect(run('cksum', '-a', 'sm3', '--strict', '-c', 'manifest-sm3.txt')).not.toContain('FAILED');
    const record = `data/${id}/record`;
    const signature = ['-verify', `${record}-public-key.pem`, '-signature', `${record}.json.sig`];
    expect(run('openssl', 'dgst', '-sha256', ...signature, `${record}.json`)).toContain('Verified OK');
    rmSync(folder, { recursive: true });
  });

  it('names them in its name, its facts, its instructions and its report, which tells nothing of a changed addendum', async () => {
    const top = (await zipFiles(zip))[0]![0].split('/')[0]!;
    expect(top).toMatch(/_damaged$/);
    const info = (await textOf(zip, 'bag-info.txt')).split('\n').filter((line) => line.startsWith('Damaged-File'));
    expect(info).toEqual([
      `Damaged-File: ${id}/screenshot/tile-0002.png missing`,
      expect.stringMatching(/^Damaged-File: .+\/page\.mhtml [0-9a-f]{64}$/),
      expect.stringMatching(/^Damaged-File: .+\/addenda\/0001\.png [0-9a-f]{64}$/),
      expect.stringMatching(/^Damaged-File: .+\/addenda\/0002\.json [0-9a-f]{64}$/),
    ]);
    expect(await textOf(zip, 'README-验证说明.txt')).toContain(`data/${id}/screenshot/tile-0002.png（已丢失）`);
    const report = await textOf(zip, 'report.html');
    expect(report).toContain('本包有 4 个文件在制作时已不一致');
    expect(report).toContain('<td class="code">addenda/0001.png</td>');
    expect(report).toContain('查询页面的截图已不一致');
    for (const gone of ['冒名者', 'HX2026-113', `src="${id}/addenda`, 'tile-0002.png" alt'])
      expect(report).not.toContain(gone);
  });

  it('is not taken in by another library', async () => {
    await emptyStore();
    await expect(importBundle(zip, { person })).rejects.toBeInstanceOf(BundleRejectedError);
  });

  it('hides nothing that was changed after it was made', async () => {
    const files = new Map(
      (await zipFiles(zip)).map(([name, bytes]) => [name.split('/').slice(1).join('/'), bytes] as const),
    );
    files.set(`data/${id}/text.txt`, new TextEncoder().encode('changed later'));
    const { checks } = await verifyBundle(await packFiles('bag', files));
    const records = checks.find(({ name }) => name === 'records')!;
    expect(records.declared).toBeUndefined();
    expect(records.details).toContain(`data/${id}/text.txt`);
    expect(checks.find(({ name }) => name === 'sha256')).toMatchObject({ state: 'failed' });
  });
});

it('damage that is only met on the way out stops the export and quarantines the item', async () => {
  await (await openDatabase()).put('artefacts', { itemId: id, name: 'page.mhtml', blob: new Blob(['lost']) });
  await expect(exported([id])).rejects.toBeInstanceOf(DamagedArtefactError);
  expect((await readItem(id))!.health.damaged).toEqual(['page.mhtml']);
});

it('an item whose record is damaged is not exported: nothing says what its files were', async () => {
  const item = (await readItem(id))!;
  await (await openDatabase()).put('items', { ...item, record: { ...item.record, office: '改过的单位' } });
  await verifyItem(id, { person });
  await expect(exported([id])).rejects.toBeInstanceOf(DamagedRecordError);
});

it('a lost log of an earlier library is named, and with it the addenda that only it vouches for', async () => {
  const theirs = await exported([id]);
  await emptyStore();
  await importBundle(theirs, { person });
  const database = await openDatabase();
  for (const row of await database.getAll('provenance'))
    await database.put('provenance', { ...row, log: new Blob(['']) });
  const { damaged } = (await verifyItem(id, { person })).health;
  expect(damaged).toEqual([
    'addenda/0001.json',
    'addenda/0002.json',
    'earlier-logs/0001.jsonl',
    'earlier-logs/0002.jsonl',
  ]);
  const { checks } = await verifyBundle(await exported([id]));
  expect(checks.filter(({ state, declared }) => state === 'failed' && !declared)).toEqual([]);
});
