import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Exchange, type RecordedLoad, recordedHeaders } from '../../utils/replay/recorded-load.ts';
import { writeWacz } from '../../utils/replay/wacz.ts';
import { zipFiles } from '../bundle/unpack.ts';

const PICTURE = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7) & 0xff);
const PAGE = '<!doctype html><title>某某检测</title><p>当天出证</p><img src="/logo.png">';

const exchange = (url: string, changes: Partial<Exchange> = {}): Exchange => ({
  url,
  method: 'GET',
  at: '2026-11-23T06:31:36.120Z',
  requestHeaders: [['Accept', '*/*']],
  status: 200,
  statusText: 'OK',
  responseHeaders: [['Content-Type', 'text/html; charset=utf-8']],
  mediaType: 'text/html',
  ...changes,
});

const load: RecordedLoad = {
  url: 'https://www.shop.example/item?id=2&a=1',
  title: '某某检测',
  startedAt: '2026-11-23T06:31:36.120Z',
  ended: 'quiet',
  failed: [],
  exchanges: [
    exchange('http://shop.example/', {
      status: 301,
      statusText: 'Moved Permanently',
      responseHeaders: [['Location', '/item']],
    }),
    exchange('https://www.shop.example/item?id=2&a=1', { body: 'page' }),
    exchange('https://www.shop.example/logo.png', {
      body: 'picture',
      mediaType: 'image/png',
      at: '2026-11-23T06:31:37.000Z',
    }),
    exchange('https://www.shop.example/count', {
      method: 'POST',
      postData: 'n=1',
      status: 204,
      statusText: 'No Content',
    }),
  ],
};

const bodies: Record<string, Uint8Array> = { page: new TextEncoder().encode(PAGE), picture: PICTURE };
const files = new Map<string, Uint8Array<ArrayBuffer>>();
const text = (name: string) => new TextDecoder().decode(files.get(name));
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

beforeAll(async () => {
  const options = {
    software: '证鉴 0.1.0',
    now: new Date('2026-11-23T06:32:00Z'),
    bodyOf: async ({ body }: Exchange) => bodies[body ?? ''] ?? new Uint8Array(),
  };
  for (const [name, bytes] of await zipFiles(await writeWacz(load, options))) files.set(name, bytes);
});

describe('a WACZ file', () => {
  it('lists every file with its digest, and its own list in the digest file', () => {
    const list = JSON.parse(text('datapackage.json'));
    expect(list).toMatchObject({ profile: 'data-package', wacz_version: '1.1.1', mainPageUrl: load.url });
    const named = list.resources.map(({ path }: { path: string }) => path);
    expect([...files.keys()].sort()).toEqual([...named, 'datapackage.json', 'datapackage-digest.json'].sort());
    for (const { path, hash, bytes } of list.resources) {
      expect(hash).toBe(`sha256:${sha256(files.get(path)!)}`);
      expect(bytes).toBe(files.get(path)!.length);
    }
    expect(JSON.parse(text('datapackage-digest.json'))).toEqual({
      path: 'datapackage.json',
      hash: `sha256:${sha256(files.get('datapackage.json')!)}`,
    });
  });

  it('begins its list of pages with the format', () => {
    const [head, page] = text('pages/pages.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(head.format).toBe('json-pages-1.0');
    expect(page).toMatchObject({ url: load.url, ts: load.startedAt, title: '某某检测' });
  });

  it('finds each answer in the archive by its index, whole and alone', () => {
    const lines = text('indexes/index.cdxj').trim().split('\n');
    expect([...lines].sort()).toEqual(lines);
    expect(lines.map((line) => line.split(' ').slice(0, 2))).toEqual([
      ['example,shop)/', '20261123063136'],
      ['example,shop)/item?a=1&id=2', '20261123063136'],
      ['example,shop)/logo.png', '20261123063137'],
    ]);
    for (const line of lines) {
      const { offset, length, url, digest, filename } = JSON.parse(line.slice(line.indexOf('{')));
      const archive = files.get(`archive/${filename}`)!;
      const record = gunzipSync(archive.subarray(offset, offset + length));
      const head = record.toString('latin1');
      expect(head).toMatch(/^WARC\/1\.1\r\n/);
      expect(head).toContain(`WARC-Target-URI: ${url}\r\n`);
      expect(head).toContain('WARC-Type: response\r\n');
      const body = record.subarray(head.indexOf('\r\n\r\n', head.indexOf('HTTP/1.1')) + 4, -4);
      expect(digest).toBe(`sha256:${sha256(body)}`);
    }
    const whole = gunzipSync(files.get('archive/data.warc.gz')!).toString('utf8');
    expect(whole).toContain('当天出证');
    expect(whole).toContain('POST /count HTTP/1.1');
    expect(whole.match(/WARC-Type: /g)).toHaveLength(1 + 2 * load.exchanges.length);
  });
});

describe('recorded headers', () => {
  it('leave out the session, and say of bytes on the wire what they were', () => {
    expect(
      recordedHeaders({
        'Content-Encoding': 'br',
        'set-cookie': 'sid=1',
        Cookie: 'sid=1',
        ':status': '200',
        Via: 'a\nb',
      }),
    ).toEqual([
      ['x-orig-Content-Encoding', 'br'],
      ['Via', 'a'],
      ['Via', 'b'],
    ]);
  });
});
