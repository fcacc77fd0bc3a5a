import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, sha256OfFile } from '../../cli/fleet/evidence-store.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
  file = join(folder, 'a.zip');
  writeFileSync(file, 'PK bundle');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A WebDAV server as small as the store needs; `lie` has it answer success and keep something else. */
async function serveDav(
  lie = false,
): Promise<{ server: Server; url: string; files: Map<string, Buffer>; overwrites: (string | undefined)[] }> {
  const files = new Map<string, Buffer>();
  const overwrites: (string | undefined)[] = [];
  const server = createServer(async (request, response) => {
    const path = new URL(request.url!, 'http://h').pathname;
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const answer = (status: number, body?: Buffer) => void response.writeHead(status).end(body);
    if (request.headers.authorization !== `Basic ${btoa('office:pass')}`) return answer(401);
    if (request.method === 'MKCOL') return answer(201);
    if (request.method === 'PUT') {
      files.set(path, lie ? Buffer.from('lost') : Buffer.concat(pieces));
      return answer(201);
    }
    if (request.method === 'DELETE') return answer(files.delete(path) ? 204 : 404);
    if (request.method === 'GET') return files.has(path) ? answer(200, files.get(path)) : answer(404);
    if (request.method !== 'MOVE') return answer(405);
    const target = new URL(String(request.headers.destination)).pathname;
    overwrites.push(request.headers.overwrite as string | undefined);
    if (request.headers.overwrite === 'F' && files.has(target)) return answer(412);
    files.set(target, files.get(path)!);
    files.delete(path);
    return answer(201);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    server,
    url: `http://office:pass@127.0.0.1:${(server.address() as AddressInfo).port}/pool`,
    files,
    overwrites,
  };
}

describe('the store of evidence', () => {
  it('names a bundle by its content, in a folder, once', async () => {
    const root = join(folder, 'store');
    const places = await Promise.all(Array.from({ length: 5 }, async () => (await openStore(root)).put(file)));
    expect(new Set(places).size).toBe(1);
    expect(places[0]).toContain(await sha256OfFile(file));
    expect(readdirSync(root, { recursive: true }).filter((name) => /\.(?:zip|part)$/.test(String(name)))).toHaveLength(
      1,
    );
  });

  it('refuses a folder whose file was changed meanwhile', async () => {
    const root = join(folder, 'store');
    const store = await openStore(root);
    writeFileSync(join(root, await store.put(file)), 'changed');
    await expect(store.put(file)).rejects.toThrow('不一致');
  });

  it('publishes over WebDAV without overwriting, and leaves no half file', async () => {
    const dav = await serveDav();
    const places = await Promise.all(Array.from({ length: 4 }, async () => (await openStore(dav.url)).put(file)));
    expect(new Set(places).size).toBe(1);
    expect([...dav.files.keys()]).toEqual([`/pool/${places[0]}`]);
    expect(new Set(dav.overwrites)).toEqual(new Set(['F']));
    dav.server.close();
  });

  it('believes no server that lies, and says what is wrong with one', async () => {
    const dav = await serveDav(true);
    await expect((await openStore(dav.url)).put(file)).rejects.toThrow('读回的内容与写入的不一致');
    await expect((await openStore(dav.url.replace('pass', 'wrong'))).put(file)).rejects.toThrow('用户名或密码不对');
    dav.server.closeAllConnections();
    dav.server.close();
    await expect((await openStore('http://127.0.0.1:1/x')).put(file)).rejects.toThrow('连不上证据存放处');
  });
});
