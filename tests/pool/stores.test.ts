import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPool } from '../../cli/open-pool.ts';
import { FolderStore } from '../../utils/pool/folder-store.ts';
import { MemoryStore } from '../../utils/pool/memory-store.ts';
import { parseMultistatus } from '../../utils/pool/multistatus.ts';
import { isUnfinished, type PoolStore } from '../../utils/pool/pool-store.ts';
import { proveStore } from '../../utils/pool/prove-store.ts';
import { publishBundle } from '../../utils/pool/publish-bundle.ts';
import { FakeFile, FakeFolder } from '../store/fake-opfs.ts';
import { type DavServer, serveDav } from './dav-server.ts';

let folder: string;
let dav: DavServer;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pool-'));
  dav = await serveDav();
});
afterEach(() => {
  dav.close();
  rmSync(folder, { recursive: true });
});

const bundle = new Blob(['PK bundle']);

const BACKS: Record<string, () => Promise<PoolStore>> = {
  'in memory': async () => new MemoryStore(),
  'in a folder of Node': () => openPool(join(folder, 'store')),
  'in a folder of the browser': async () => new FolderStore(new FakeFolder('share') as never),
  'on WebDAV': () => openPool(dav.url),
};

describe.each(Object.entries(BACKS))('a pool %s', (_name, open) => {
  it('names a bundle by its content and keeps it once, however many publish it', async () => {
    const store = await open();
    const published = await Promise.all(Array.from({ length: 4 }, () => publishBundle(store, bundle)));
    const [{ place, sha256 }] = published as [(typeof published)[0]];
    expect(new Set(published.map((each) => each.place)).size).toBe(1);
    expect(await store.list('bundles')).toEqual([{ name: sha256.slice(0, 2), kind: 'folder', size: 0 }]);
    const files = await store.list(`bundles/${sha256.slice(0, 2)}`);
    expect(files).toEqual([{ name: `${sha256}.zip`, kind: 'file', size: bundle.size }]);
    expect(await (await store.read(place))?.text()).toBe('PK bundle');
  });

  it('never puts a file in place of another', async () => {
    const store = await open();
    expect(await store.put('files/aa/one', new Blob(['one']))).toBe('put');
    expect(await store.put('files/aa/one', new Blob(['other']))).toBe('taken');
    expect(await (await store.read('files/aa/one'))?.text()).toBe('one');
  });

  it('has nothing where nothing was put', async () => {
    const store = await open();
    expect(await store.list('log')).toEqual([]);
    expect(await store.read('log/none')).toBeUndefined();
  });
});

describe('the pool', () => {
  it('refuses a folder whose file was changed meanwhile', async () => {
    const root = join(folder, 'store');
    const store = await openPool(root);
    writeFileSync(join(root, (await publishBundle(store, bundle)).place), 'changed');
    await expect(publishBundle(store, bundle)).rejects.toThrow('error_poolReadBack');
  });

  it('leaves no half file in a folder or on a server, and moves without overwriting', async () => {
    const root = join(folder, 'store');
    await Promise.all([1, 2, 3].map(async () => publishBundle(await openPool(root), bundle)));
    await Promise.all([1, 2, 3].map(async () => publishBundle(await openPool(dav.url), bundle)));
    const left = readdirSync(root, { recursive: true }).map(String);
    expect(left.filter((name) => /\.(?:zip|part)$/.test(name))).toHaveLength(1);
    expect([...dav.files.keys()]).toHaveLength(1);
    expect(new Set(dav.overwrites)).toEqual(new Set(['F']));
  });

  it('believes no server that lies, and says what is wrong with one', async () => {
    const liar = await serveDav({ lies: true });
    await expect(publishBundle(await openPool(liar.url), bundle)).rejects.toThrow('error_poolReadBack');
    await expect(publishBundle(await openPool(liar.url.replace('pass', 'wrong')), bundle)).rejects.toThrow(
      'error_poolDenied',
    );
    liar.close();
    await expect(publishBundle(await openPool('http://127.0.0.1:1/x'), bundle)).rejects.toThrow(
      'error_poolUnreachable',
    );
  });

  it('refuses a server that overwrites though it was asked not to, and leaves nothing there but the proof', async () => {
    const proven = await openPool(dav.url);
    await proveStore(proven);
    await proveStore(await openPool(dav.url));
    expect([...dav.files.keys()]).toHaveLength(1);
    const careless = await serveDav({ overwrites: true });
    await expect(proveStore(await openPool(careless.url))).rejects.toThrow('error_poolOverwrites');
    careless.close();
  });

  it('waits for a place that another machine is moving something to, and says when it stays locked', async () => {
    const busy = await serveDav({ busy: 2 });
    expect(await (await openPool(busy.url)).put('files/aa/one', new Blob(['one']))).toBe('put');
    expect([...busy.files.keys()]).toEqual(['/pool/files/aa/one']);
    busy.close();
    const stuck = await serveDav({ busy: 100 });
    await expect((await openPool(stuck.url)).put('files/aa/one', new Blob(['one']))).rejects.toThrow(
      'error_poolRefused',
    );
    expect([...stuck.files.keys()]).toEqual([]);
    stuck.close();
  });

  it('says of a folder that is not there and cannot be made what to do', async () => {
    const bare = await serveDav({ folderless: true });
    await expect(publishBundle(await openPool(bare.url), bundle)).rejects.toThrow('error_poolNoFolder');
    bare.close();
  });

  it('says of a full server that it may be full, whatever status it has for that', async () => {
    const said = { 507: 'error_poolFull', 500: 'error_poolNotWritten', 405: 'error_poolNotWritten' };
    for (const [status, sentence] of Object.entries(said)) {
      const full = await serveDav({ full: Number(status) });
      await expect(publishBundle(await openPool(full.url), bundle)).rejects.toThrow(sentence);
      full.close();
    }
    expect(['x.part', '.x', 'x.part.0000000004', 'x.zip'].filter(isUnfinished)).toHaveLength(3);
  });

  it('calls the pool by its name as it is written, not by its escapes', async () => {
    expect((await openPool('https://u:p@nas.example/证据 池')).name).toBe('https://nas.example/证据 池');
    expect((await openPool('https://nas.example/%E0%A4%A')).name).toBe('https://nas.example/%E0%A4%A');
  });

  it('takes an empty file for what a machine left that stopped while it wrote', async () => {
    const share = new FakeFolder('share');
    const half = new FakeFolder('files');
    half.entries.set('one', new FakeFile('one'));
    share.entries.set('files', half);
    const store = new FolderStore(share as never);
    expect(await store.list('files')).toEqual([]);
    expect(await store.put('files/one', new Blob(['whole']))).toBe('put');
    expect(await (await store.read('files/one'))?.text()).toBe('whole');
  });

  it('reads the listings of servers that write them differently', () => {
    const folder = 'http://h/pool/log/';
    const apache = `<?xml version="1.0"?><D:multistatus xmlns:D="DAV:" xmlns:ns0="DAV:">
      <D:response xmlns:lp1="DAV:"><D:href>/pool/log/</D:href><D:propstat><D:prop><lp1:resourcetype><D:collection/></lp1:resourcetype></D:prop></D:propstat></D:response>
      <D:response><D:href>/pool/log/a%20b&amp;c.txt</D:href><D:prop><lp1:resourcetype/><lp1:getcontentlength>12</lp1:getcontentlength></D:prop></D:response></D:multistatus>`;
    expect(parseMultistatus(apache, folder)).toEqual([{ name: 'a b&c.txt', kind: 'file', size: 12 }]);
    const plain =
      '<multistatus xmlns="DAV:"><response><href>http://h/pool/log/key</href><prop><resourcetype><collection></collection></resourcetype></prop></response></multistatus>';
    expect(parseMultistatus(plain, folder)).toEqual([{ name: 'key', kind: 'folder', size: 0 }]);
    expect(parseMultistatus('<response><href>/elsewhere/x</href></response><href>%E0%A4%A</href>', folder)).toEqual([]);
  });
});
