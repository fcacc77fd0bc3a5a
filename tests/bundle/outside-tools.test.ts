import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHAIN_LOOP } from '../../utils/bundle/readme.ts';
import { type SampleBundle, sampleBundle } from './sample-bundle.ts';
import { unpack } from './unpack.ts';

let folder: string;
let bag: string;
let sample: SampleBundle;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  sample = await sampleBundle(2);
  writeFileSync(join(folder, 'bundle.zip'), new Uint8Array(await sample.zip.arrayBuffer()));
  bag = await unpack(join(folder, 'bundle.zip'), folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (command: string, ...args: string[]) => execFileSync(command, args, { cwd: bag, encoding: 'utf8' });

/** Paths below the bag, `/` between parts. */
const filesBelow = (path: string) =>
  readdirSync(join(bag, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(bag.length + 1));

describe('programs that nobody of us wrote', () => {
  it('sha256sum and cksum accept every file', () => {
    expect(run('sha256sum', '--strict', '-c', 'manifest-sha256.txt')).not.toContain('FAILED');
    expect(run('sha256sum', '--strict', '-c', 'tagmanifest-sha256.txt')).not.toContain('FAILED');
    expect(run('cksum', '-a', 'sm3', '--strict', '-c', 'manifest-sm3.txt')).not.toContain('FAILED');
  });

  it('openssl accepts both signatures and the fingerprint', () => {
    const verify = (key: string, signature: string, file: string) =>
      run('openssl', 'dgst', '-sha256', '-verify', key, '-signature', signature, file);
    expect(verify('signer-public-key.pem', 'tagmanifest-sha256.txt.sig', 'tagmanifest-sha256.txt')).toContain(
      'Verified OK',
    );
    for (const { id } of sample.items) {
      const file = `data/${id}/record`;
      expect(verify(`${file}-public-key.pem`, `${file}.json.sig`, `${file}.json`)).toContain('Verified OK');
    }
    const der = run('openssl', 'pkey', '-pubin', '-in', 'signer-public-key.pem', '-outform', 'PEM');
    const spki = Buffer.from(der.replace(/-----.*-----|\s/g, ''), 'base64');
    expect(run('grep', 'Signer-Key-SHA256', 'bag-info.txt')).toContain(createHash('sha256').update(spki).digest('hex'));
  });

  it('the shell loop of the README walks the log to the head, and stops where a line was changed', () => {
    const walk = () => spawnSync('sh', ['-c', CHAIN_LOOP], { cwd: bag, encoding: 'utf8' }).stdout;
    const head = JSON.parse(readFileSync(join(bag, 'data/custody-head.json'), 'utf8'));
    expect(walk()).toContain(`链头 ${head.sha256}`);
    const path = join(bag, 'data/custody-log.jsonl');
    const log = readFileSync(path, 'utf8');
    for (const [from, to] of [
      ['封存 5 个文件', '封存 4 个文件'],
      ['校验一致', '校验不一致'],
    ] as const) {
      writeFileSync(path, log.replace(from, to));
      expect(walk()).toMatch(/断链|内容不符/);
    }
    writeFileSync(path, log);
  });

  it('the README names only files that are there, and its commands are the ones tested here', () => {
    const readme = readFileSync(join(bag, 'README-验证说明.txt'), 'utf8');
    for (const command of ['sha256sum -c manifest-sha256.txt', 'cksum -a sm3 -c manifest-sm3.txt', CHAIN_LOOP]) {
      expect(readme).toContain(command);
    }
    for (const named of readme.match(/data\/E[\w./-]+/g) ?? []) expect(filesBelow('.')).toContain(named);
  });
});

describe('the rules of RFC 8493', () => {
  const read = (path: string) => readFileSync(join(bag, path), 'utf8');
  const listed = (manifest: string) =>
    new Map(
      read(manifest)
        .trimEnd()
        .split('\n')
        .map((line) => [line.slice(66), line.slice(0, 64)] as const),
    );

  it('§2.1.1 bagit.txt has exactly its two lines, UTF-8, no byte order mark', () => {
    expect(read('bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
  });

  it('§2.1.2 and §2.1.3 every payload file stands in every payload manifest, and nothing else does', () => {
    const payload = filesBelow('data').sort();
    expect([...listed('manifest-sha256.txt').keys()].sort()).toEqual(payload);
    expect([...listed('manifest-sm3.txt').keys()].sort()).toEqual(payload);
  });

  it('§2.1.3 digests are those of the bytes', () => {
    for (const [path, digest] of listed('manifest-sha256.txt')) {
      expect(
        createHash('sha256')
          .update(readFileSync(join(bag, path)))
          .digest('hex'),
      ).toBe(digest);
    }
  });

  it('§2.2.1 the tag manifest lists the tag files and neither itself nor payload', () => {
    const tags = [...listed('tagmanifest-sha256.txt').keys()];
    expect(tags.sort()).toEqual(
      ['README-验证说明.txt', 'bag-info.txt', 'bagit.txt', 'manifest-sha256.txt', 'manifest-sm3.txt'].sort(),
    );
  });

  it('§2.2.2 bag-info.txt is label and value, with date and Payload-Oxum as prescribed', () => {
    const lines = read('bag-info.txt').trimEnd().split('\n');
    for (const line of lines) expect(line).toMatch(/^[A-Za-z0-9-]+: \S.*$/);
    const payload = filesBelow('data').map((path) => readFileSync(join(bag, path)).length);
    const octets = payload.reduce((sum, size) => sum + size, 0);
    expect(lines).toContain(`Payload-Oxum: ${octets}.${payload.length}`);
    expect(lines).toContain('Bagging-Date: 2026-11-23');
  });

  it('§2.3 and §4 the bag is alone in the serialisation, and there is no fetch.txt', () => {
    expect(readdirSync(folder).sort()).toEqual([sample.summary.name, 'bundle.zip'].sort());
    expect(filesBelow('.')).not.toContain('fetch.txt');
  });
});

describe('what the bundle does not say', () => {
  it('is anything about other cases', () => {
    for (const path of filesBelow('.')) expect(readFileSync(join(bag, path), 'utf8')).not.toContain('另一案件');
  });
});
